import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CALL_OUTCOMES, type CallOutcome, type CriticalField } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/**
 * One try to check a listing with the service itself, reached or not. Which critical fields somebody there
 * confirmed is written one by one: an edit confirms nothing.
 */
export const checkCall = sqliteTable(
  "check_call",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** ISO moment. */
    at: text("at").notNull(),
    curator: text("curator").notNull(),
    outcome: text("outcome").$type<CallOutcome>().notNull(),
    channel: text("channel").notNull(),
    /** Role of the person at the service. Public beside the date. */
    byRole: text("by_role"),
    /** Their name. Never published. */
    byName: text("by_name"),
    fields: text("fields", { mode: "json" }).$type<readonly CriticalField[]>().notNull(),
    note: text("note"),
  },
  (t) => [
    check("check_call_outcome", oneOf(t.outcome, CALL_OUTCOMES)),
    index("check_call_service").on(t.serviceId),
  ],
);
export type CheckCallRow = typeof checkCall.$inferSelect;
