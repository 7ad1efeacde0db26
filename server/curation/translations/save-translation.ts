import { and, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { ContactForm, CostForm, ListingForm, PlaceForm } from "#server/contract/curate/listing-form.ts";
import type {
  InterfaceCheckInput,
  SavedTranslation,
  SaveTranslationInput,
} from "#server/contract/curate/translations.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Localized } from "#server/contract/listing.ts";
import { readSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireAdmin, requireEditor, requireEditorOf, today } from "../context.ts";
import { readForm } from "../listing-form/read-form.ts";
import { writeFields } from "../listing-form/write-fields.ts";
import { curatorNames } from "../curator-names.ts";
import { checkFields, PUBLIC_STATES, saveListing } from "../save-listing.ts";
import { keepSettings, type SettingsRules } from "../settings/change-settings.ts";
import { readTranslatable, toView, type Unit } from "./units.ts";

type Standing = "draft" | "ready" | "translated" | "checked";

/**
 * Writes one text of a listing in a language, or says of the text that stands that it is right (`checked`) or still
 * right (`translated`, of a stale one). A draft and what an editor writes for a public listing are kept in the
 * office; words that are public and that an editor changes become a proposal, like any other change.
 *
 * Throws `forbidden`, `not_found`, `bad_request`, and `conflict` when somebody else wrote it meanwhile: then
 * nothing is written.
 */
export async function saveTranslation(
  context: Context,
  id: string,
  input: SaveTranslationInput,
): Promise<SavedTranslation> {
  requireEditor(context);
  const { language } = input;
  const text = input.text.trim();
  const proposes = await context.catalogue.transaction(async (tx) => {
    const { service, unit } = await unitOf(tx, context, id, input);
    const row = unit.rows.find((one) => one.language === language);
    if ((row?.text ?? "") !== input.before)
      throw new DirectoryError("conflict", "Somebody else wrote this meanwhile. Load the page again.");
    if (text === "" && input.as !== "draft")
      throw new DirectoryError("bad_request", "Write something first.", { text: "is empty" });
    const isPublic = PUBLIC_STATES.includes(service.curationState);
    const shown = row !== undefined && row.state !== "draft" && row.state !== "ready";
    const waits = isPublic && isEditor(context);
    if (shown && row.text !== text) {
      if (input.as === "draft")
        throw new DirectoryError("bad_request", "These words are public. A draft would take them away.");
      if (waits) return true;
    }
    const standing: Standing = waits && !shown && input.as !== "draft" ? "ready" : input.as;
    await keep(tx, context, { service, unit, language, text, standing });
    return false;
  });
  if (proposes) {
    const { service, form } = await readForm(context.catalogue, id);
    await saveListing(context, id, {
      base: service.revision,
      changes: formChange(form, input.unit, language, text),
    });
  }
  return { unit: await readUnit(context, id, input), proposed: proposes };
}

const isEditor = ({ actor }: Context): boolean => actor.type === "curator" && actor.role === "editor";

async function unitOf(
  tx: CatalogueTx,
  context: Context,
  id: string,
  { unit: name, language }: Pick<SaveTranslationInput, "unit" | "language">,
): Promise<{ service: table.ServiceRow; unit: Unit }> {
  const [service] = await tx.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
  const { languages } = await readSettings(tx);
  if (!languages.includes(language))
    throw new DirectoryError("bad_request", "This language is not offered.", { language: "is not valid" });
  const { unitsOf } = await readTranslatable(tx, [service]);
  const unit = unitsOf(service).find((one) => one.unit === name);
  if (unit === undefined || unit.sourceLanguage === language)
    throw new DirectoryError("not_found", "There is no such text to translate.");
  return { service, unit };
}

interface Kept {
  readonly service: table.ServiceRow;
  readonly unit: Unit;
  readonly language: string;
  readonly text: string;
  readonly standing: Standing;
}

/** Writes the text by way of the listing's form, so that history and undo know it, and where it stands now. */
async function keep(
  tx: CatalogueTx,
  context: Context,
  { service, unit, language, text, standing }: Kept,
): Promise<void> {
  const before = unit.rows.find((one) => one.language === language);
  const moved = (before?.text ?? "") !== text;
  const { form } = await readForm(tx, service.id);
  const changes = moved ? checkFields(formChange(form, unit.unit, language, text)) : {};
  const also = await writeFields(tx, service, changes);
  const { translation } = table;
  await tx
    .update(translation)
    .set({ state: standing, basis: unit.source, touchedOn: today(context), touchedBy: actorName(context) })
    .where(
      and(
        eq(translation.entityId, unit.entityId),
        eq(translation.field, unit.field),
        eq(translation.language, language),
      ),
    );
  const revision = moved ? service.revision + 1 : null;
  if (revision !== null)
    await tx.update(table.service).set({ revision }).where(eq(table.service.id, service.id));
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "update",
    entity: moved ? "service" : "translation",
    entityId: service.id,
    changed: moved ? Object.keys(changes) : [`${unit.unit}:${language}`],
    ...(moved
      ? {
          detail: Object.entries(changes).map(([field, after]) => ({
            field,
            before: form[field] ?? null,
            after,
          })),
        }
      : {}),
    revision,
    reason: standing,
  });
  for (const one of [service.id, ...also]) await wishPublic(tx, one);
}

async function wishPublic(tx: CatalogueTx, id: string): Promise<void> {
  const [row] = await tx
    .select({ state: table.service.curationState })
    .from(table.service)
    .where(eq(table.service.id, id));
  if (row !== undefined && PUBLIC_STATES.includes(row.state)) await wish(tx, [id], "public");
}

/** The change of the listing's form that writes one text in one language; an empty one takes it out. */
export function formChange(form: ListingForm, unit: string, language: string, text: string): ListingForm {
  const parts = unit.split(":");
  const [kind = ""] = parts;
  const put = (localized: Localized): Localized => {
    const { [language]: _, ...others } = localized;
    return text === "" ? others : { ...others, [language]: text };
  };
  if (kind === "text" || kind === "organization")
    return { [`${unit}:${language}`]: text === "" ? null : text };
  const last = parts.at(-1) ?? "";
  if (kind === "contact" || kind === "place") {
    const key = parts.slice(0, -1).join(":");
    const value = form[key] as ContactForm | PlaceForm;
    return { [key]: { ...value, [last]: put((value as unknown as Record<string, Localized>)[last] ?? {}) } };
  }
  if (kind === "costs") {
    const costs = form["costs"] as readonly CostForm[];
    return {
      costs: costs.map((cost, at) =>
        at === Number(last) ? { ...cost, description: put(cost.description) } : cost,
      ),
    };
  }
  const documents = form["requiredDocuments"] as readonly Localized[];
  return { requiredDocuments: documents.map((one, at) => (at === Number(last) ? put(one) : one)) };
}

async function readUnit(
  context: Context,
  id: string,
  input: SaveTranslationInput,
): Promise<SavedTranslation["unit"]> {
  const { unit } = await unitOf(context.catalogue, context, id, input);
  return toView(unit, input.language, null, await curatorNames(context.catalogue));
}

/**
 * Says who has read all the words of the interface in a language, or takes that back. Public pages then leave out
 * "not yet checked by a native speaker". Admins alone; the same rules as for any setting.
 */
export async function checkInterface(
  context: Context,
  { language, by }: InterfaceCheckInput,
  rules: SettingsRules,
): Promise<void> {
  requireAdmin(context);
  await context.catalogue.transaction(async (tx) => {
    const settings = await readSettings(tx);
    const { [language]: _, ...others } = settings.languageChecks;
    const without = settings.checkedLanguages.filter((code) => code !== language);
    await keepSettings(
      tx,
      context,
      {
        ...settings,
        checkedLanguages: by === null ? without : [...without, language],
        languageChecks: by === null ? others : { ...others, [language]: { on: today(context), by } },
      },
      rules,
    );
  });
}
