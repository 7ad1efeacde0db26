import type * as v from "valibot";
import type { FinishInput, StepInput } from "#server/contract/curate/settings.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { type Settings, SETUP_STEPS, type SetupStep } from "#server/contract/settings.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { actorName, type Context, requireAdmin, today } from "../context.ts";
import { removeDemoIn } from "../remove-source.ts";
import * as table from "#db/schema/catalogue/index.ts";
import { countDemo, keepSettings, refuseMoved, type SettingsRules } from "../settings/change-settings.ts";

/** Which settings each question of the guided start answers. */
const ANSWERS: Readonly<Record<SetupStep, readonly (keyof Settings)[]>> = {
  country: ["countries"],
  areas: ["areas"],
  languages: ["languages"],
  name: ["publicName", "runBy"],
  emergency: ["emergency"],
  leaving: ["exitTargets"],
};

/**
 * Keeps one answer of the guided start at once, so that it can be left and gone on with. An answer without values
 * is "skip for now". What no longer fits a new answer goes with it: areas, numbers and targets of a country that
 * was taken out, words and checks of a language that is no longer offered.
 *
 * Throws `forbidden` for anybody but an admin, `conflict` when it has ended, `bad_request` naming what is wrong.
 */
export async function answerStep(
  context: Context,
  { step, before, after }: StepInput,
  rules: SettingsRules,
): Promise<Settings> {
  requireAdmin(context);
  const strange = Object.keys(after).filter((name) => !(ANSWERS[step] as readonly string[]).includes(name));
  if (strange.length > 0)
    throw new DirectoryError("bad_request", "This is no answer to this question.", { after: "is not valid" });
  return context.catalogue.transaction(async (tx) => {
    const now = await readSettings(tx);
    if (now.setup === undefined || now.setup.finishedOn !== null)
      throw new DirectoryError("conflict", "The start has ended. Change it under Settings.");
    refuseMoved(now, before, Object.keys(after));
    const given = new Set([...now.setup.answered, step]);
    const answered = SETUP_STEPS.filter((one) => given.has(one));
    return keepSettings(
      tx,
      context,
      fitting({ ...now, ...after, setup: { answered, finishedOn: null } } as Settings),
      rules,
    );
  });
}

/** Drops what hangs on a country or a language that is no longer chosen. */
function fitting(settings: Settings): Settings {
  const { countries, languages } = settings;
  if (!Array.isArray(countries) || !Array.isArray(languages)) return settings;
  const isHere = (code: string) => countries.includes(code.slice(0, 2));
  const isOffered = (code: string) => languages.includes(code);
  const some = <T>(record: Readonly<Record<string, T>>, keep: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
  return {
    ...settings,
    areas: settings.areas.filter(isHere),
    emergency: settings.emergency.filter(({ country }) => isHere(country)),
    exitTargets: some(settings.exitTargets, (key) => key === "" || isHere(key)),
    checkedLanguages: settings.checkedLanguages.filter(isOffered),
    languageChecks: some(settings.languageChecks, isOffered),
    words: some(settings.words, isOffered),
  };
}

/**
 * Ends the guided start. With `removeDemo` everything fictional goes, in the same transaction: refused, with
 * nothing changed, while a real listing depends on it. Country and public name must have been answered.
 */
export async function finishStart(
  context: Context,
  { removeDemo }: v.InferOutput<typeof FinishInput>,
): Promise<{ removed: number }> {
  requireAdmin(context);
  return context.catalogue.transaction(async (tx) => {
    const { setup } = await readSettings(tx);
    if (setup === undefined || setup.finishedOn !== null)
      throw new DirectoryError("conflict", "The start has ended already.");
    const open = (["country", "name"] as const).filter((step) => !setup.answered.includes(step));
    if (open.length > 0)
      throw new DirectoryError(
        "bad_request",
        "Answer the country and the public name first.",
        Object.fromEntries(open.map((step) => [step, "is not answered"])),
      );
    const removed = removeDemo && (await countDemo(tx)) > 0 ? await removeDemoIn(tx, context) : null;
    const settings = await readSettings(tx);
    await writeSettings(tx, { ...settings, setup: { ...setup, finishedOn: today(context) } });
    await tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "update",
      entity: "settings",
      entityId: "settings",
      changed: ["setup"],
    });
    return { removed: removed?.services ?? 0 };
  });
}
