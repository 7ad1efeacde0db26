import { and, eq, notInArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { Entity, LanguageMode } from "#db/vocabulary.ts";
import type { CostForm, ScheduleForm } from "#server/contract/curate/listing-form.ts";
import type { Localized } from "#server/contract/listing.ts";
import { textsBelow } from "../texts-under.ts";
import { writeText } from "./write-text.ts";

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
  const costs = value as readonly CostForm[];
  await dropTexts(
    tx,
    `${serviceId}/cost/`,
    costs.map((_, position) => `${serviceId}/cost/${position}`),
  );
  for (const [position, { option, amount, currency, description }] of costs.entries()) {
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
  const documents = value as readonly Localized[];
  await dropTexts(
    tx,
    `${serviceId}/document/`,
    documents.map((_, position) => `${serviceId}/document/${position}`),
  );
  for (const [position, document] of documents.entries()) {
    const id = `${serviceId}/document/${position}`;
    const source = Object.values(document)[0] ?? "";
    await tx.insert(table.requiredDocument).values({ id, serviceId, position, document: source });
    await writeTexts(tx, id, { document });
  }
}

/**
 * Texts of something small, in all their languages: the ones given replace those that stand. They are written in
 * English where there is English, else in the first language; what stays the same keeps its state.
 */
export async function writeTexts(
  tx: CatalogueTx,
  entityId: string,
  texts: Readonly<Record<string, Localized>>,
): Promise<void> {
  const { translation } = table;
  for (const [field, localized] of Object.entries(texts)) {
    const before = await tx
      .select({ language: translation.language })
      .from(translation)
      .where(and(eq(translation.entityId, entityId), eq(translation.field, field)));
    const languages = [...new Set([...Object.keys(localized), ...before.map(({ language }) => language)])];
    const source = "en" in localized ? "en" : (Object.keys(localized)[0] ?? "en");
    // The source first: what is written after it is made from it.
    languages.sort((a, b) => Number(b === source) - Number(a === source));
    for (const language of languages)
      await writeText(tx, { entityId, field, language, text: localized[language] ?? null, source });
  }
}

/** Drops the texts of list items that are no longer there. */
async function dropTexts(tx: CatalogueTx, prefix: string, kept: readonly string[]): Promise<void> {
  const { translation } = table;
  const gone = textsBelow(prefix);
  await tx
    .delete(translation)
    .where(kept.length === 0 ? gone : and(gone, notInArray(translation.entityId, [...kept])));
}
