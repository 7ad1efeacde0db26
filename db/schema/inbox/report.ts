import { check, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { REPORT_KINDS, type ReportKind } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** A coded report from the public: a listing, a kind and a week. No text, no address, no time. */
export const report = sqliteTable(
  "report",
  {
    id: text("id").primaryKey(),
    /** Short code of the listing. */
    listing: text("listing").notNull(),
    kind: text("kind").$type<ReportKind>().notNull(),
    /** ISO week, `2026-W47`. */
    week: text("week").notNull(),
  },
  (t) => [check("report_kind", oneOf(t.kind, REPORT_KINDS))],
);
