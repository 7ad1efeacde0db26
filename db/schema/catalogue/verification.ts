import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** A check of a listing by this directory: who at the service said so, by role, never by name in public. */
export const verification = sqliteTable(
  "verification",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** ISO date. */
    verifiedOn: text("verified_on").notNull(),
    byRole: text("by_role").notNull(),
    channel: text("channel").notNull(),
  },
  (t) => [index("verification_service").on(t.serviceId)],
);
