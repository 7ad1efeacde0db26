import { count, eq, inArray } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { type ChangeSettingsInput, KEPT_SETTINGS } from "#server/contract/curate/settings.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { Settings } from "#server/contract/settings.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { dialable } from "#server/domain/contact-number.ts";
import { policeLast, settingsFaults } from "#server/domain/settings-rules.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireAdmin, today } from "../context.ts";

/** What the rules of the settings are asked with. */
export interface SettingsRules {
  readonly areas: AreaIndex;
  /** Scheme and host of the back office. */
  readonly origin: string;
}

/**
 * Changes some settings. Each comes with what it was when the form was opened: when somebody else changed one of
 * them meanwhile nothing is written. The public half goes out with the next publishing.
 *
 * Throws `forbidden` for anybody but an admin, `bad_request` naming the settings that are not right, `conflict`.
 */
export async function changeSettings(
  context: Context,
  input: ChangeSettingsInput,
  rules: SettingsRules,
): Promise<Settings> {
  requireAdmin(context);
  refuseKept(Object.keys(input.after));
  return context.catalogue.transaction(async (tx) => {
    const now = await readSettings(tx);
    refuseMoved(now, input.before, Object.keys(input.after));
    return keepSettings(tx, context, { ...now, ...input.after }, rules);
  });
}

/** Nobody else's change is written over. Throws `conflict`. */
export function refuseMoved(
  now: Settings,
  before: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  const is = now as unknown as Readonly<Record<string, unknown>>;
  const moved = names.filter((name) => stableJson(is[name] ?? null) !== stableJson(before[name] ?? null));
  if (moved.length > 0)
    throw new DirectoryError(
      "conflict",
      "Somebody else changed this meanwhile. Load the page again and look.",
      Object.fromEntries(moved.map((name) => [name in now ? name : "(other)", "was changed meanwhile"])),
    );
}

function refuseKept(names: readonly string[]): void {
  const kept = names.filter((name) => (KEPT_SETTINGS as readonly string[]).includes(name));
  if (kept.length > 0)
    throw new DirectoryError(
      "bad_request",
      "These settings are not changed here.",
      Object.fromEntries(kept.map((name) => [name, "is not changed here"])),
    );
}

/** Checks settings as a whole and stores them with their audit row. Belongs into a transaction; throws `bad_request`. */
export async function keepSettings(
  tx: CatalogueTx,
  context: Context,
  input: unknown,
  { areas, origin }: SettingsRules,
): Promise<Settings> {
  const before = await readSettings(tx);
  const read = v.safeParse(Settings, input);
  if (!read.success) throw unreadable(read.issues);
  const next: Settings = { ...read.output, emergency: toDialled(read.output.emergency) };
  const faults = settingsFaults(next, {
    before,
    areas,
    today: today(context),
    origin,
    affiliationsInUse: await affiliationsInUse(tx),
  });
  const [first] = Object.values(faults);
  if (first !== undefined) throw new DirectoryError("bad_request", first, faults);
  const detail = differences(before, next);
  if (detail.length === 0) return next;
  await writeSettings(tx, next);
  await wishAffiliated(tx, before.affiliations, next.affiliations);
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "update",
    entity: "settings",
    entityId: "settings",
    changed: detail.map(({ field }) => field),
    detail,
  });
  return next;
}

/** Says which settings are not right by their own names, and never what was sent. */
function unreadable(issues: readonly v.BaseIssue<unknown>[]): DirectoryError {
  const fields = Object.fromEntries(
    issues.map(({ path }) => {
      const name = String(path?.[0]?.key ?? "");
      return name in Settings.entries ? [name, "is not valid"] : ["(other)", "is not known here"];
    }),
  );
  const [name = ""] = Object.keys(fields);
  return new DirectoryError("bad_request", `Something is not valid: ${name}.`, fields);
}

function differences(before: Settings, next: Settings): readonly table.FieldChange[] {
  const [old, now] = [before, next] as unknown as Readonly<Record<string, unknown>>[];
  return Object.keys(Settings.entries)
    .filter((name) => stableJson(old?.[name] ?? null) !== stableJson(now?.[name] ?? null))
    .map((field) => ({ field, before: old?.[field] ?? null, after: now?.[field] ?? null }));
}

/** A number is made a link only where it is valid in its country; what a person wrote to be dialled stands. */
function toDialled(numbers: Settings["emergency"]): Settings["emergency"] {
  return policeLast(
    numbers.map((one) => ({ ...one, dial: one.dial ?? dialable(one.number, one.country).dial ?? null })),
  );
}

async function affiliationsInUse(tx: CatalogueTx): Promise<ReadonlySet<string>> {
  const { organizationAffiliation } = table;
  const rows = await tx.selectDistinct({ code: organizationAffiliation.code }).from(organizationAffiliation);
  return new Set(rows.map(({ code }) => code));
}

/** Listings say the names of what their organisation belongs to: those whose names changed are published again. */
async function wishAffiliated(
  tx: CatalogueTx,
  before: Settings["affiliations"],
  next: Settings["affiliations"],
): Promise<void> {
  if (stableJson(before) === stableJson(next)) return;
  const { organizationAffiliation, service } = table;
  const rows = await tx
    .selectDistinct({ id: service.id })
    .from(service)
    .innerJoin(organizationAffiliation, eq(organizationAffiliation.organizationId, service.organizationId))
    .where(inArray(service.curationState, ["published", "due"]));
  await wish(
    tx,
    rows.map(({ id }) => id),
    "public",
  );
}

/** How many fictional listings are still there. */
export async function countDemo(tx: CatalogueTx): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(table.service).where(eq(table.service.demo, "yes"));
  return row?.n ?? 0;
}
