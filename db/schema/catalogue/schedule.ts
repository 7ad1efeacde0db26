import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ENTITIES, type Entity, SCHEDULE_KINDS, type Weekday } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** HSDS schedule, with what it lacks: 24 hours (`24:00`), overnight (closes at or before it opens) and holidays. */
export const schedule = sqliteTable(
  "schedule",
  {
    id: text("id").primaryKey(),
    entity: text("entity").$type<Entity>().notNull(),
    entityId: text("entity_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").$type<(typeof SCHEDULE_KINDS)[number]>().notNull(),
    byday: text("byday", { mode: "json" }).$type<readonly Weekday[]>().notNull(),
    /** `HH:MM`; null: closed all day. */
    opensAt: text("opens_at"),
    closesAt: text("closes_at"),
    interval: integer("interval").notNull().default(1),
    validFrom: text("valid_from"),
    validTo: text("valid_to"),
  },
  (t) => [
    check("schedule_entity", oneOf(t.entity, ENTITIES)),
    check("schedule_kind", oneOf(t.kind, SCHEDULE_KINDS)),
    index("schedule_entity_id").on(t.entityId),
  ],
);
export type ScheduleRow = typeof schedule.$inferSelect;
