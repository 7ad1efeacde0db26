import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PartKind } from "#server/contract/bundle.ts";

/** One part of an area's bundle, compressed once when it was published. */
export const bundlePart = sqliteTable(
  "bundle_part",
  {
    /** `{name}.{hash}.json` */
    file: text("file").primaryKey(),
    /** Bundle key: ISO 3166-2, ISO 3166-1, or EVERYWHERE. */
    area: text("area").notNull(),
    kind: text("kind").$type<PartKind>().notNull(),
    /** Interface language; empty for the index. */
    lang: text("lang").notNull(),
    sequence: integer("sequence").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    brotli: blob("brotli", { mode: "buffer" }).notNull(),
    gzip: blob("gzip", { mode: "buffer" }).notNull(),
  },
  // Everything that lists of files say, so that reading them passes over no file's bytes.
  (t) => [index("bundle_part_list").on(t.area, t.kind, t.lang, t.sequence, t.file, t.bytes, t.sha256)],
);
