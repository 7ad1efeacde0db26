import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Marks of proofs of work that were used, so that none works twice. A mark is 16 bits of the proof's digest: too
 * short to tell which proof it was or on which day it was made, and never more than 65,536 rows a week.
 */
export const spentProof = sqliteTable(
  "spent_proof",
  {
    /** ISO week of the challenge. */
    week: text("week").notNull(),
    mark: integer("mark").notNull(),
  },
  (t) => [primaryKey({ columns: [t.week, t.mark] })],
);
