import { check, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NEEDS, type Need, SCOPES, type Scope } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** "None known": somebody looked for help of one kind in an area and found none. An answer with its date and name. */
export const knownGap = sqliteTable(
  "known_gap",
  {
    /** ISO 3166-2, or ISO 3166-1 for a country as a whole. */
    area: text("area").notNull(),
    need: text("need").$type<Need>().notNull(),
    scope: text("scope").$type<Scope>().notNull(),
    /** ISO date. */
    saidOn: text("said_on").notNull(),
    /** A curator's id, or `command-line`. */
    saidBy: text("said_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.area, t.need, t.scope] }),
    check("known_gap_need", oneOf(t.need, NEEDS)),
    check("known_gap_scope", oneOf(t.scope, SCOPES)),
  ],
);
