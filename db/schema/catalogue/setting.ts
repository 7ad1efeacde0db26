import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Settings } from "#server/contract/settings.ts";

/** The settings: one typed record. */
export const setting = sqliteTable("setting", {
  id: text("id").$type<"settings">().primaryKey(),
  value: text("value", { mode: "json" }).$type<Settings>().notNull(),
});
