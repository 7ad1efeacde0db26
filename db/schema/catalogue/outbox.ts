import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PUBLIC_WISHES, type PublicWish } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * What the published side should hold and does not yet. Written in the transaction of the change itself;
 * `applyPublication` empties it. One row a listing: the last wish counts.
 */
export const outbox = sqliteTable(
  "outbox",
  {
    serviceId: text("service_id").primaryKey(),
    wish: text("wish").$type<PublicWish>().notNull(),
    /** Something of the listing is withheld by it: until it is carried over, that is still public. */
    withholds: integer("withholds", { mode: "boolean" }).notNull().default(false),
    /** Tells a wish from a later one for the same listing, so that only what was carried out is crossed off. */
    ticket: text("ticket").notNull(),
  },
  (t) => [check("outbox_wish", oneOf(t.wish, PUBLIC_WISHES))],
);
