import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Keys of the directory: `session` signs sessions, `recovery` is what backups are sealed for, `signing` signs bundles. */
export const officeSecret = sqliteTable("office_secret", {
  id: text("id").$type<"session" | "recovery" | "signing">().primaryKey(),
  value: text("value").notNull(),
});
