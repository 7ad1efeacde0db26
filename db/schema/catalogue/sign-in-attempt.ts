import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How often a sign-in was tried: a count for each account and quarter of an hour. No address, no browser. */
export const signInAttempt = sqliteTable("sign_in_attempt", {
  /** SHA-256 of the account's e-mail, or `all`. */
  bucket: text("bucket").primaryKey(),
  /** Quarters of an hour since 1970. */
  quarter: integer("quarter").notNull(),
  tries: integer("tries").notNull(),
});
