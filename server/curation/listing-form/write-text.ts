import { and, eq, inArray, ne, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";

export interface TextChange {
  readonly entityId: string;
  readonly field: string;
  readonly language: string;
  /** Null: it goes. */
  readonly text: string | null;
  /** The language that the entity's texts were written in. */
  readonly source: string;
}

/**
 * Writes a text. A changed source makes the other languages stale: shown, and marked for the translators, with the
 * source that they were made from so that what changed can be marked. The same text again changes nothing.
 */
export async function writeText(
  tx: CatalogueTx,
  { entityId, field, language, text, source }: TextChange,
): Promise<void> {
  const { translation } = table;
  const here = and(eq(translation.entityId, entityId), eq(translation.field, field));
  const own = and(here, eq(translation.language, language));
  const [before] = await tx.select().from(translation).where(own);
  if (before?.text === text) return;
  if (text === null) await tx.delete(translation).where(own);
  else {
    const row = {
      entityId,
      field,
      language,
      text,
      state: language === source ? ("checked" as const) : ("translated" as const),
      basis: language === source ? null : await sourceOf(tx, entityId, field, source),
    };
    await tx
      .insert(translation)
      .values(row)
      .onConflictDoUpdate({
        target: [translation.entityId, translation.field, translation.language],
        set: row,
      });
  }
  if (language !== source || before === undefined) return;
  // Put back to what a translation was made from: it is right again.
  await tx
    .update(translation)
    .set({ state: "translated" })
    .where(and(here, eq(translation.state, "stale"), eq(translation.basis, text ?? "")));
  await tx
    .update(translation)
    .set({ state: "stale", basis: sql`coalesce(${translation.basis}, ${before.text})` })
    .where(
      and(
        here,
        ne(translation.language, source),
        inArray(translation.state, ["translated", "checked"]),
        sql`coalesce(${translation.basis}, ${before.text}) <> ${text ?? ""}`,
      ),
    );
}

async function sourceOf(
  tx: CatalogueTx,
  entityId: string,
  field: string,
  source: string,
): Promise<string | null> {
  const { translation } = table;
  const [row] = await tx
    .select({ text: translation.text })
    .from(translation)
    .where(
      and(eq(translation.entityId, entityId), eq(translation.field, field), eq(translation.language, source)),
    );
  return row?.text ?? null;
}
