import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { location } from "./location.ts";

/** HSDS address: the street of a location. Read by the redaction alone. */
export const address = sqliteTable(
  "address",
  {
    id: text("id").primaryKey(),
    locationId: text("location_id")
      .notNull()
      .references(() => location.id, { onDelete: "cascade" }),
    address1: text("address_1"),
    city: text("city"),
    postalCode: text("postal_code"),
    country: text("country"),
  },
  (t) => [index("address_location").on(t.locationId)],
);
export type AddressRow = typeof address.$inferSelect;
