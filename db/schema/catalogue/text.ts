import { check, integer, primaryKey, sqliteTable, text as column } from "drizzle-orm/sqlite-core";
import { TEXT_PAGES, TEXT_STATES, type TextPage, type TextState } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * Pages of words that each adopter writes: rights, guides, who runs this. One row a page, country and language;
 * `001` is every country. The body is in the markup of `server/domain/text-blocks.ts`, never HTML.
 */
export const text = sqliteTable(
  "text",
  {
    page: column("page").$type<TextPage>().notNull(),
    /** ISO 3166-1, or `001`. */
    country: column("country").notNull(),
    language: column("language").notNull(),
    title: column("title").notNull(),
    body: column("body").notNull(),
    /** Whether a person of this directory who speaks the language has read and approved it. */
    checked: integer("checked", { mode: "boolean" }).notNull(),
    /** ISO date on which it was last written. */
    date: column("date").notNull(),
    sourceName: column("source_name"),
    sourceUrl: column("source_url"),
    state: column("state").$type<TextState>().notNull(),
    /** ISO date of the check and who it was; null: nobody, or before it was written down. */
    checkedOn: column("checked_on"),
    checkedBy: column("checked_by"),
  },
  (t) => [
    primaryKey({ columns: [t.page, t.country, t.language] }),
    check("text_page", oneOf(t.page, TEXT_PAGES)),
    check("text_state", oneOf(t.state, TEXT_STATES)),
  ],
);
export type TextRow = typeof text.$inferSelect;
