import { check, index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { TRANSLATION_STATES, type TranslationState } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * Every text of an entity by field and language. The source language stands here too (`state` is "checked"
 * for it), so that one query brings all words; the HSDS columns keep the names for sorting and finding.
 */
export const translation = sqliteTable(
  "translation",
  {
    entityId: text("entity_id").notNull(),
    field: text("field").notNull(),
    language: text("language").notNull(),
    text: text("text").notNull(),
    state: text("state").$type<TranslationState>().notNull(),
    /** The source text that this one was made from, or was last found to be right for; null: not known. */
    basis: text("basis"),
    /** ISO date on which somebody last wrote or looked at it at the desk, and who. */
    touchedOn: text("touched_on"),
    touchedBy: text("touched_by"),
  },
  (t) => [
    primaryKey({ columns: [t.entityId, t.field, t.language] }),
    check("translation_state", oneOf(t.state, TRANSLATION_STATES)),
    index("translation_language").on(t.language),
  ],
);
export type TranslationRow = typeof translation.$inferSelect;
