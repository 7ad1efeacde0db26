import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Published listings packed for searching on the server, a cell of the map or an area at a time. Made of the rows of
 * `listing`, which stay the truth, and made again whenever the packing changes.
 */
export const searchCell = sqliteTable(
  "search_cell",
  {
    /** `g…`, a cell of the grid, or `a…`, an area; then `/` and the number of the part: `g525841/0`. */
    id: text("id").primaryKey(),
    key: text("key").notNull(),
    /** Of how many parts the cell is made: a power of two. */
    parts: integer("parts").notNull(),
    /** Hash of the content: what a reader keeps it under. */
    stamp: text("stamp").notNull(),
    listings: integer("listings").notNull(),
    /** Areas served by listings that lie in the grid alone. */
    areas: text("areas", { mode: "json" }).$type<readonly string[]>().notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
    names: blob("names", { mode: "buffer" }).notNull(),
    grams: blob("grams", { mode: "buffer" }).notNull(),
  },
  (t) => [index("search_cell_key").on(t.key)],
);
