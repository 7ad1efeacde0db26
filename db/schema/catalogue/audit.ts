import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIT_ACTIONS, type AuditAction } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** One field of a listing's form, before and after; null: there was none. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who changed what: append-only (triggers of the migrations hold it to that), without foreign keys, so that history outlives its subject. */
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
    /** What each field was and became, where a person edited it. */
    detail: text("detail", { mode: "json" }).$type<readonly FieldChange[]>(),
    /** The revision that the change made of a listing. */
    revision: integer("revision"),
  },
  (t) => [
    check("audit_action", oneOf(t.action, AUDIT_ACTIONS)),
    index("audit_entity_id").on(t.entityId, t.revision),
  ],
);
