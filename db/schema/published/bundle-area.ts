import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A chunk of an area's listings, which its files of one sequence hold. */
export interface BundleChunk {
  readonly listings: number;
  /** ISO 15924 of the scripts in its texts. */
  readonly scripts: readonly string[];
}

/** What is known of the bundle of an area that has listings, so that a change in one chunk reads no other. */
export const bundleArea = sqliteTable("bundle_area", {
  /** ISO 3166-2, ISO 3166-1, or EVERYWHERE. */
  area: text("area").primaryKey(),
  listings: integer("listings").notNull(),
  /** Of all its chunks. */
  scripts: text("scripts", { mode: "json" }).$type<readonly string[]>().notNull(),
  /** Every chunk by its number, empty ones too: a power of two. */
  chunks: text("chunks", { mode: "json" }).$type<readonly BundleChunk[]>().notNull(),
  /** Of the names and hashes of its files: what the signature of all files is made over. */
  digest: text("digest").notNull(),
});
