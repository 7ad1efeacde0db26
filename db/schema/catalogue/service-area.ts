import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** HSDS service_area: ISO 3166-2, ISO 3166-1, or EVERYWHERE. */
export const serviceArea = sqliteTable(
  "service_area",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    area: text("area").notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.area] }), index("service_area_area").on(t.area)],
);
