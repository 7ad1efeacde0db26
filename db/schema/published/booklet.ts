import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Paper } from "#server/contract/edition.ts";

/** A booklet made beforehand, from published listings alone. */
export const booklet = sqliteTable(
  "booklet",
  {
    /** `{hash}.pdf`: says nothing of what it holds. */
    file: text("file").primaryKey(),
    /** ISO 3166-2 or 3166-1. */
    area: text("area").notNull(),
    /** Interface languages, `th,en`. */
    languages: text("languages").notNull(),
    paper: text("paper").$type<Paper>().notNull(),
    large: integer("large", { mode: "boolean" }).notNull(),
    generalOnly: integer("general_only", { mode: "boolean" }).notNull(),
    /** ISO date. */
    madeOn: text("made_on").notNull(),
    pages: integer("pages").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (t) => [index("booklet_area").on(t.area)],
);

/** The file in pieces that every store takes. */
export const bookletPiece = sqliteTable(
  "booklet_piece",
  {
    file: text("file")
      .notNull()
      .references(() => booklet.file, { onDelete: "cascade" }),
    sequence: integer("sequence").notNull(),
    body: blob("body", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.file, t.sequence] })],
);

/** Which listings stand in it: when one of them changes or goes, so does the booklet. */
export const bookletListing = sqliteTable(
  "booklet_listing",
  {
    file: text("file")
      .notNull()
      .references(() => booklet.file, { onDelete: "cascade" }),
    listingId: text("listing_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.file, t.listingId] }), index("booklet_listing_listing").on(t.listingId)],
);
