import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * How many messages were taken and how many were only counted, by bucket and week. The public side can count one
 * up and cannot read it: an insert that finds its row full changes nothing, which is all it learns.
 */
export const bucket = sqliteTable(
  "bucket",
  {
    /** `site`, a listing's short code, or another name of `server/domain/buckets.ts`. */
    name: text("name").notNull(),
    /** ISO week. */
    week: text("week").notNull(),
    taken: integer("taken").notNull(),
    refused: integer("refused").notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.week] })],
);
