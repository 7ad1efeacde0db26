import { check, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { OPENING_STATES, type OpeningState } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { curator } from "./curator.ts";

/** An area that a practitioner opened on a day, or asks to open as the fourth or later one of it. */
export const areaOpening = sqliteTable(
  "area_opening",
  {
    curatorId: text("curator_id")
      .notNull()
      .references(() => curator.id, { onDelete: "cascade" }),
    /** ISO date, UTC. */
    day: text("day").notNull(),
    area: text("area").notNull(),
    state: text("state").$type<OpeningState>().notNull(),
    /** The admin who allowed or refused it. */
    decidedBy: text("decided_by"),
  },
  (t) => [
    primaryKey({ columns: [t.curatorId, t.day, t.area] }),
    check("area_opening_state", oneOf(t.state, OPENING_STATES)),
  ],
);
