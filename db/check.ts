import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * The body of a CHECK that holds a column to a closed list of `vocabulary.ts`. drizzle's `enum` is a type
 * alone: SQLite would store anything. Null passes; make the column `notNull` to refuse it.
 */
export function oneOf(column: AnyColumn, codes: readonly string[]): SQL {
  const list = codes.map((code) => `'${code.replaceAll("'", "''")}'`).join(", ");
  return sql`${column} in (${sql.raw(list)})`;
}

/** The body of a CHECK for a whole number between two others, both included. */
export function between(column: AnyColumn, least: number, most: number): SQL {
  return sql`${column} between ${sql.raw(String(least))} and ${sql.raw(String(most))}`;
}
