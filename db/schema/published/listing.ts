import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PublishedListing } from "#server/contract/listing.ts";

/** A published listing, whole, as `toPublishedListing` made it. */
export const listing = sqliteTable("listing", {
  id: text("id").primaryKey(),
  code: text("code").notNull().unique(),
  body: text("body", { mode: "json" }).$type<PublishedListing>().notNull(),
});
