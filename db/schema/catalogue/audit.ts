import { check, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIT_ACTIONS, type AuditAction } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** Who changed what: append-only, without foreign keys, so that history outlives its subject. */
export const audit = sqliteTable(
  "audit",
  {
    id: text("id").primaryKey(),
    at: text("at").notNull(),
    /** `cli`, or a curator's id. */
    actor: text("actor").notNull(),
    action: text("action").$type<AuditAction>().notNull(),
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    /** Names of the changed fields. */
    changed: text("changed", { mode: "json" }).$type<readonly string[]>().notNull(),
    reason: text("reason"),
  },
  (t) => [check("audit_action", oneOf(t.action, AUDIT_ACTIONS))],
);
