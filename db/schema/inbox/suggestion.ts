import { check, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NEEDS, type Need, SUGGESTED_CHANNELS } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * A service that somebody thinks belongs in the list: about the service alone. Nothing of who sent it, and no
 * time but the week. A curator reads it; it never goes into the catalogue by itself.
 */
export const suggestion = sqliteTable(
  "suggestion",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** ISO 3166-2 or ISO 3166-1. */
    area: text("area").notNull(),
    need: text("need").$type<Need>().notNull(),
    channel: text("channel").$type<(typeof SUGGESTED_CHANNELS)[number]>().notNull(),
    /** A number, a name in an app, or an address on the web. */
    contact: text("contact").notNull(),
    /** ISO week, `2026-W47`. */
    week: text("week").notNull(),
  },
  (t) => [
    check("suggestion_need", oneOf(t.need, NEEDS)),
    check("suggestion_channel", oneOf(t.channel, SUGGESTED_CHANNELS)),
  ],
);
