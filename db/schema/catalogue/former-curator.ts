import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CURATOR_ROLES, type CuratorRole } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** All that is left of somebody who was removed, so that history can name a role and a number. */
export const formerCurator = sqliteTable(
  "former_curator",
  {
    id: text("id").primaryKey(),
    number: integer("number").notNull().unique(),
    role: text("role").$type<CuratorRole>().notNull(),
    /** ISO date. */
    removedOn: text("removed_on").notNull(),
  },
  (t) => [check("former_curator_role", oneOf(t.role, CURATOR_ROLES))],
);
