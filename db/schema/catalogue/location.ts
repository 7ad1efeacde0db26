import { check, index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { LOCATION_TYPES, PRIVACIES, PRIVACY_DECIDERS, type Privacy } from "../../vocabulary.ts";
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
    /** Null: not decided; publishing then takes the strictest that the rule knows. */
    privacy: text("privacy").$type<Privacy>(),
    /** Who decided: the rule of `domain/place-privacy.ts` (decided again when services change), the source, or a person. */
    privacySetBy: text("privacy_set_by").$type<(typeof PRIVACY_DECIDERS)[number]>(),
    residential: integer("residential", { mode: "boolean" }).notNull().default(false),
    /** IANA; null: the area's. */
    timeZone: text("time_zone"),
    directions: text("directions"),
    privateNote: text("private_note"),
  },
  (t) => [
    check("location_type", oneOf(t.locationType, LOCATION_TYPES)),
    check("location_privacy", oneOf(t.privacy, PRIVACIES)),
    check("location_privacy_set_by", oneOf(t.privacySetBy, PRIVACY_DECIDERS)),
    index("location_organization").on(t.organizationId),
  ],
);
export type LocationRow = typeof location.$inferSelect;
