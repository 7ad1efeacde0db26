import { check, index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { LOCATION_TYPES, PRIVACIES, type Privacy } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { organization } from "./organization.ts";

/** HSDS location, with what may be known of it. */
export const location = sqliteTable(
  "location",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organization.id),
    locationType: text("location_type").$type<(typeof LOCATION_TYPES)[number]>().notNull(),
    name: text("name"),
    language: text("language").notNull(),
    latitude: real("latitude"),
    longitude: real("longitude"),
    /** ISO 3166-2, or 3166-1 where no more is known. */
    area: text("area"),
    /** Null: nobody decided; the rule of `domain/place-privacy.ts` does. */
    privacy: text("privacy").$type<Privacy>(),
    residential: integer("residential", { mode: "boolean" }).notNull().default(false),
    /** IANA; null: the area's. */
    timeZone: text("time_zone"),
    directions: text("directions"),
    privateNote: text("private_note"),
  },
  (t) => [
    check("location_type", oneOf(t.locationType, LOCATION_TYPES)),
    check("location_privacy", oneOf(t.privacy, PRIVACIES)),
    index("location_organization").on(t.organizationId),
  ],
);
export type LocationRow = typeof location.$inferSelect;
