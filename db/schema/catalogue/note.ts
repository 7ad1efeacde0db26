import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ListingText } from "#server/contract/listing.ts";
import { AUDIENCES, type Audience, type Outlet } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/**
 * A note about a listing with an audience and outlets of its own, such as a rule of entry. Its words stand in
 * `translation`, field `note`. What is public of it follows `about` as a further paragraph.
 */
export const note = sqliteTable(
  "note",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    /** The text of the listing that it belongs to. */
    about: text("about").$type<ListingText>().notNull(),
    audience: text("audience").$type<Audience>().notNull(),
    /** Outlets that a public note is kept out of. */
    keptFrom: text("kept_from", { mode: "json" }).$type<readonly Outlet[]>().notNull().default([]),
  },
  (t) => [check("note_audience", oneOf(t.audience, AUDIENCES)), index("note_service").on(t.serviceId)],
);
export type NoteRow = typeof note.$inferSelect;
