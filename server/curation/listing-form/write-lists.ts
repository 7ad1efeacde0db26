import { and, eq, inArray, like } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { Entity, LanguageMode } from "#db/vocabulary.ts";
import type { CostForm, ScheduleForm } from "#server/contract/curate/listing-form.ts";
import type { Localized } from "#server/contract/listing.ts";

/** Lists of a listing, written anew as a whole. */

export async function writeLanguages(tx: CatalogueTx, serviceId: string, value: unknown): Promise<void> {
  const given = value as readonly { readonly code: string; readonly mode: LanguageMode }[];
  await tx.delete(table.language).where(eq(table.language.serviceId, serviceId));
  const distinct = [...new Map(given.map((one) => [`${one.code} ${one.mode}`, one])).values()];
  if (distinct.length > 0)
    await tx
      .insert(table.language)
      .values(distinct.map(({ code, mode }, position) => ({ serviceId, code, mode, position })));
}

export async function writeSchedules(
  tx: CatalogueTx,
  entity: Entity,
  entityId: string,
  value: unknown,
): Promise<void> {
  await tx.delete(table.schedule).where(eq(table.schedule.entityId, entityId));
  const rows = (value as readonly ScheduleForm[]).map((schedule, position) => ({
    ...schedule,
    id: `${entityId}/schedule/${position}`,
    entity,
    entityId,
    position,
  }));
  if (rows.length > 0) await tx.insert(table.schedule).values(rows);
}

export async function writeCosts(tx: CatalogueTx, serviceId: string, value: unknown): Promise<void> {
  await tx.delete(table.costOption).where(eq(table.costOption.serviceId, serviceId));
  await tx.delete(table.translation).where(like(table.translation.entityId, `${serviceId}/cost/%`));
  for (const [position, { option, amount, currency, description }] of (
    value as readonly CostForm[]
  ).entries()) {
    const id = `${serviceId}/cost/${position}`;
    const source = Object.values(description)[0] ?? null;
    await tx
      .insert(table.costOption)
      .values({ id, serviceId, position, option, amount, currency, description: source });
    await writeTexts(tx, id, { description });
  }
}

export async function writeDocuments(tx: CatalogueTx, serviceId: string, value: unknown): Promise<void> {
  await tx.delete(table.requiredDocument).where(eq(table.requiredDocument.serviceId, serviceId));
  await tx.delete(table.translation).where(like(table.translation.entityId, `${serviceId}/document/%`));
  for (const [position, document] of (value as readonly Localized[]).entries()) {
    const id = `${serviceId}/document/${position}`;
    const source = Object.values(document)[0] ?? "";
    await tx.insert(table.requiredDocument).values({ id, serviceId, position, document: source });
    await writeTexts(tx, id, { document });
  }
}

/** Texts of something small, in all their languages: the ones given replace those that stand. */
export async function writeTexts(
  tx: CatalogueTx,
  entityId: string,
  texts: Readonly<Record<string, Localized>>,
): Promise<void> {
  const { translation } = table;
  await tx
    .delete(translation)
    .where(and(eq(translation.entityId, entityId), inArray(translation.field, Object.keys(texts))));
  const rows = Object.entries(texts).flatMap(([field, localized]) =>
    Object.entries(localized).map(([language, text]) => ({
      entityId,
      field,
      language,
      text,
      state: language === "en" ? ("checked" as const) : ("translated" as const),
    })),
  );
  if (rows.length > 0) await tx.insert(translation).values(rows);
}
