import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  ANSWERERS,
  ANSWERS,
  type Answer,
  type Answerer,
  AUDIENCES,
  type Audience,
  CHANNELS,
  type Channel,
  DIAL_SCOPES,
  type DialScope,
  ENTITIES,
  type Entity,
  type Outlet,
  type Tell,
} from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** One way to reach somebody: HSDS phone, contact and url in one, with who answers and whom they tell. */
export const contact = sqliteTable(
  "contact",
  {
    id: text("id").primaryKey(),
    entity: text("entity").$type<Entity>().notNull(),
    entityId: text("entity_id").notNull(),
    position: integer("position").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    /** As typed. */
    value: text("value").notNull(),
    /** Only when a library calls it valid or a person set it. */
    dial: text("dial"),
    dialScope: text("dial_scope").$type<DialScope>().notNull(),
    country: text("country"),
    label: text("label"),
    language: text("language").notNull(),
    whoAnswers: text("who_answers").$type<Answerer>(),
    recorded: text("recorded").$type<Answer>(),
    free: text("free").$type<Answer>(),
    tells: text("tells", { mode: "json" }).$type<Partial<Record<Tell, Answer>>>().notNull().default({}),
    audience: text("audience").$type<Audience>().notNull(),
    /** Public although it belongs to a place that is not (architecture: "released one by one"). */
    released: integer("released", { mode: "boolean" }).notNull().default(false),
    /** Outlets that it is kept out of although it is public. */
    keptFrom: text("kept_from", { mode: "json" }).$type<readonly Outlet[]>().notNull().default([]),
    hours: text("hours"),
    sourceName: text("source_name"),
    sourceUrl: text("source_url"),
    sourceDate: text("source_date"),
  },
  (t) => [
    check("contact_entity", oneOf(t.entity, ENTITIES)),
    check("contact_channel", oneOf(t.channel, CHANNELS)),
    check("contact_dial_scope", oneOf(t.dialScope, DIAL_SCOPES)),
    check("contact_who_answers", oneOf(t.whoAnswers, ANSWERERS)),
    check("contact_recorded", oneOf(t.recorded, ANSWERS)),
    check("contact_free", oneOf(t.free, ANSWERS)),
    check("contact_audience", oneOf(t.audience, AUDIENCES)),
    index("contact_entity_id").on(t.entityId),
  ],
);
export type ContactRow = typeof contact.$inferSelect;
