import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { listing } from "./listing.ts";

/** Needs a listing answers: narrows a search before `match` reads it. */
export const listingNeed = sqliteTable(
  "listing_need",
  {
    need: text("need").notNull(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listing.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.need, t.listingId] }), index("listing_need_listing").on(t.listingId)],
);
