import { and, eq } from "drizzle-orm";
import { audit, text as textTable, type TextRow } from "#db/schema/catalogue/index.ts";
import type { TextRecord } from "#server/contract/public-text.ts";
import { actorName, type Context, requirePublisher, today } from "./context.ts";

/** Every text of the catalogue, drafts included, as it may be written again. */
export async function readTexts({ catalogue }: Pick<Context, "catalogue">): Promise<readonly TextRecord[]> {
  const rows = await catalogue
    .select()
    .from(textTable)
    .orderBy(textTable.page, textTable.country, textTable.language);
  return rows.map(({ sourceName, sourceUrl, checkedOn: _on, checkedBy: _by, ...row }) => ({
    ...row,
    source: sourceName === null ? null : { name: sourceName, url: sourceUrl },
  }));
}

/**
 * Writes texts, each in the place of the one with its page, country and language. Answers how many are new or
 * changed. They are public with the next publishing. Throws `forbidden` unless the actor may publish.
 */
export async function writeTexts(context: Context, records: readonly TextRecord[]): Promise<number> {
  requirePublisher(context);
  return context.catalogue.transaction(async (tx) => {
    let written = 0;
    for (const record of records) {
      const row = { ...toRow(record), ...checkedNow(context, record) };
      const same = and(
        eq(textTable.page, row.page),
        eq(textTable.country, row.country),
        eq(textTable.language, row.language),
      );
      const [before] = await tx.select().from(textTable).where(same);
      const changed = changedFields(before, row);
      if (changed.length === 0) continue;
      written += 1;
      const target = [textTable.page, textTable.country, textTable.language];
      await tx.insert(textTable).values(row).onConflictDoUpdate({ target, set: row });
      await tx.insert(audit).values({
        id: crypto.randomUUID(),
        at: context.now.toISOString(),
        actor: actorName(context),
        action: before === undefined ? "create" : "update",
        entity: "text",
        entityId: `${row.page}/${row.country}/${row.language}`,
        changed,
      });
    }
    return written;
  });
}

/** Puts texts where there is none yet: those that somebody wrote, drafts included, stay as they are. */
export async function seedTexts({ catalogue }: Context, records: readonly TextRecord[]): Promise<void> {
  for (const record of records) await catalogue.insert(textTable).values(toRow(record)).onConflictDoNothing();
}

/** Who says that it was checked, and when; kept as it was where it was checked before. */
function checkedNow(context: Context, { checked }: TextRecord): Pick<TextRow, "checkedOn" | "checkedBy"> {
  return checked
    ? { checkedOn: today(context), checkedBy: actorName(context) }
    : { checkedOn: null, checkedBy: null };
}

function toRow({ source, ...record }: TextRecord): TextRow {
  return {
    ...record,
    sourceName: source?.name ?? null,
    sourceUrl: source?.url ?? null,
    checkedOn: null,
    checkedBy: null,
  };
}

/** Fields that differ. The day and name of a check are no change by themselves: the same text written again is none. */
function changedFields(before: TextRow | undefined, row: TextRow): readonly string[] {
  const fields = (Object.keys(row) as (keyof TextRow)[]).filter(
    (field) => field !== "checkedOn" && field !== "checkedBy",
  );
  return before === undefined ? fields : fields.filter((field) => before[field] !== row[field]);
}
