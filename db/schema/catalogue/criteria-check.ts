import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** Which criteria of the inclusion policy a listing meets, and by which version of it: one row a decision. */
export const criteriaCheck = sqliteTable(
  "criteria_check",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    at: text("at").notNull(),
    curator: text("curator").notNull(),
    policyVersion: text("policy_version").notNull(),
    /** Codes of the criteria that are met. */
    met: text("met", { mode: "json" }).$type<readonly string[]>().notNull(),
  },
  (t) => [index("criteria_check_service").on(t.serviceId)],
);
