import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The key that signs sessions, made at the first start where the environment names none. */
export const officeSecret = sqliteTable("office_secret", {
  id: text("id").$type<"session">().primaryKey(),
  value: text("value").notNull(),
});
