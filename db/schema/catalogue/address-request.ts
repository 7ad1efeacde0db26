import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { location } from "./location.ts";

/**
 * Somebody asked to make an address public. A second person agrees, or, where one curator works alone, 24 hours
 * pass with a notice that cannot be hidden.
 */
export const addressRequest = sqliteTable(
  "address_request",
  {
    locationId: text("location_id")
      .primaryKey()
      .references(() => location.id, { onDelete: "cascade" }),
    askedBy: text("asked_by").notNull(),
    /** ISO moment. */
    askedAt: text("asked_at").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [index("address_request_asked").on(t.askedAt)],
);
