import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { listing } from "./listing.ts";

/** Areas a listing serves: narrows a search before `match` reads it, and tells which bundles hold it. */
export const listingArea = sqliteTable(
  "listing_area",
  {
    area: text("area").notNull(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listing.id, { onDelete: "cascade" }),
    /** Follows from the short code (`slotOf`): the listings of one chunk of an area's bundle lie side by side. */
    slot: integer("slot").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.area, t.listingId] }),
    index("listing_area_listing").on(t.listingId),
    index("listing_area_slot").on(t.area, t.slot, t.listingId),
  ],
);
