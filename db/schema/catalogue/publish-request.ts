import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** One person wants a listing published; where a deployment asks for two, another one agrees. */
export const publishRequest = sqliteTable("publish_request", {
  serviceId: text("service_id")
    .primaryKey()
    .references(() => service.id, { onDelete: "cascade" }),
  askedBy: text("asked_by").notNull(),
  askedAt: text("asked_at").notNull(),
});
