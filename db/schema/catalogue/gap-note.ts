import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NEEDS, type Need } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * "Note this gap": what practitioners did not find, counted. Codes and the month, nothing else: not who noted it, not
 * on which day, and no text, so that one note says nothing of a person.
 */
export const gapNote = sqliteTable(
  "gap_note",
  {
    /** `2026-11`. */
    month: text("month").notNull(),
    /** ISO 3166-2, or ISO 3166-1 for a country as a whole. */
    area: text("area").notNull(),
    need: text("need").$type<Need>().notNull(),
    /** A sub-service; empty: anything for the need. */
    service: text("service").notNull(),
    /** A group of coverage: `men`, `no-papers` … */
    group: text("group").notNull(),
    /** How often it was noted in the month. */
    times: integer("times").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.area, t.need, t.service, t.group] }),
    check("gap_note_need", oneOf(t.need, NEEDS)),
  ],
);
