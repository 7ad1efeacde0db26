import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** HSDS required_document: papers in words, beside the coded facet `documents-needed`. */
export const requiredDocument = sqliteTable(
  "required_document",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    document: text("document").notNull(),
  },
  (t) => [index("required_document_service").on(t.serviceId)],
);
