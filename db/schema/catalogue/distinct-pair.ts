import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Two listings that look alike and are not the same: a person said so. `a` is the smaller id. */
export const distinctPair = sqliteTable(
  "distinct_pair",
  {
    a: text("a").notNull(),
    b: text("b").notNull(),
    by: text("by").notNull(),
    at: text("at").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ columns: [t.a, t.b] })],
);
