import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** A paper behind a criterion, such as a licence or a letter of support. Never leaves the back office. */
export const evidence = sqliteTable(
  "evidence",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    at: text("at").notNull(),
    curator: text("curator").notNull(),
    /** Code of the criterion that it supports. */
    criterion: text("criterion").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    body: blob("body", { mode: "buffer" }).$type<Uint8Array>().notNull(),
  },
  (t) => [index("evidence_service").on(t.serviceId)],
);
