import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Public records that are not listings: `settings`, `taxonomy`, `area-list`, `state`. JSON. */
export const document = sqliteTable("document", {
  name: text("name").primaryKey(),
  body: text("body").notNull(),
});
