import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { location } from "./location.ts";
import { service } from "./service.ts";

/** HSDS service_at_location: a service may be given at several places. */
export const serviceAtLocation = sqliteTable(
  "service_at_location",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    locationId: text("location_id")
      .notNull()
      .references(() => location.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.locationId] }), index("sal_location").on(t.locationId)],
);
