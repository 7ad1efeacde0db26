import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** A short code whose listing was merged into another: whoever holds it on paper is led to the one that was kept. */
export const listingRedirect = sqliteTable(
  "listing_redirect",
  {
    code: text("code").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** The listing that went. */
    fromId: text("from_id").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("listing_redirect_service").on(t.serviceId)],
);
