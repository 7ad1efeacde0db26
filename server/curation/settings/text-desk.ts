import { and, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { EXPLAINING_PAGE } from "#db/vocabulary.ts";
import type { TextInput, TextKey, TextLine, TextStanding } from "#server/contract/curate/settings.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { bannedWordIn } from "#server/domain/banned-words.ts";
import { actorName, type Context, requireEditor, requirePublisher, today } from "../context.ts";
import { curatorNames } from "../curator-names.ts";
import { readTexts, writeTexts } from "../write-texts.ts";
import type { TextRecord } from "#server/contract/public-text.ts";

const text = table.text;

/** Every page of words with where it stands in its language: what is missing in a language has no line. */
export async function listTexts(context: Context): Promise<readonly TextLine[]> {
  requireEditor(context);
  const rows = await context.catalogue.select().from(text).orderBy(text.page, text.country, text.language);
  const names = await curatorNames(context.catalogue);
  const english = new Map(
    rows.filter(({ language }) => language === "en").map((row) => [`${row.page} ${row.country}`, row]),
  );
  return rows.map((row) => ({
    page: row.page,
    country: row.country,
    language: row.language,
    title: row.title,
    standing: standingOf(row, english.get(`${row.page} ${row.country}`)),
    date: row.date,
    checkedOn: row.checkedOn,
    checkedBy: row.checkedBy === null ? null : names(row.checkedBy),
  }));
}

/** Older than the English of the same page and country: what it says may no longer be what the English says. */
function standingOf(row: table.TextRow, english: table.TextRow | undefined): TextStanding {
  if (row.state === "draft") return "draft";
  if (english !== undefined && english.language !== row.language && english.date > row.date) return "stale";
  return row.checked ? "checked" : "unchecked";
}

/** One page of words. Throws `not_found`. */
export async function readText(context: Context, key: TextKey): Promise<TextRecord> {
  requireEditor(context);
  const found = (await readTexts(context)).find(
    ({ page, country, language }) =>
      page === key.page && country === key.country && language === key.language,
  );
  if (found === undefined) throw new DirectoryError("not_found", "Nobody has written this page yet.");
  return found;
}

/**
 * Writes one page of words with the day of today. Whoever writes it has not checked it: that is a verb of its own.
 * Throws `forbidden` unless the actor may publish, and `bad_request` for a word that no public page says.
 */
export async function writeText(context: Context, input: TextInput): Promise<void> {
  requirePublisher(context);
  if (input.page !== EXPLAINING_PAGE) {
    const banned = bannedWordIn(`${input.title} ${input.body}`);
    if (banned !== null)
      throw new DirectoryError("bad_request", `Public pages do not say “${banned}”. Find another word.`, {
        body: "holds a word that is not said",
      });
  }
  await writeTexts(context, [{ ...input, date: today(context), checked: false }]);
}

/**
 * Says that somebody who speaks the language has read a page and that it is right; its own day does not move, so
 * that nothing that is a translation of it becomes old by this. Throws `forbidden`, `not_found`.
 */
export async function checkText(context: Context, key: TextKey): Promise<void> {
  requirePublisher(context);
  await context.catalogue.transaction(async (tx) => {
    const same = and(eq(text.page, key.page), eq(text.country, key.country), eq(text.language, key.language));
    const [row] = await tx
      .update(text)
      .set({ checked: true, checkedOn: today(context), checkedBy: actorName(context) })
      .where(same)
      .returning();
    if (row === undefined) throw new DirectoryError("not_found", "Nobody has written this page yet.");
    await tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "update",
      entity: "text",
      entityId: `${key.page}/${key.country}/${key.language}`,
      changed: ["checked"],
    });
  });
}

/** Takes a page of one country away again; the one for every country stays. Throws `forbidden`, `not_found`, `bad_request`. */
export async function removeText(context: Context, key: TextKey): Promise<void> {
  requirePublisher(context);
  if (key.country === "001" && key.language === "en")
    throw new DirectoryError("bad_request", "Every directory needs this page. Write it anew instead.");
  await context.catalogue.transaction(async (tx) => {
    const [gone] = await tx
      .delete(text)
      .where(and(eq(text.page, key.page), eq(text.country, key.country), eq(text.language, key.language)))
      .returning();
    if (gone === undefined) throw new DirectoryError("not_found", "Nobody has written this page yet.");
    await tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "delete",
      entity: "text",
      entityId: `${key.page}/${key.country}/${key.language}`,
      changed: [],
      detail: [{ field: "body", before: gone.body, after: null }],
    });
  });
}
