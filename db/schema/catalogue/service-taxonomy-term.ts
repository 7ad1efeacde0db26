import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";
import { taxonomyTerm } from "./taxonomy-term.ts";

/** Which sub-services a service gives. */
export const serviceTaxonomyTerm = sqliteTable(
  "service_taxonomy_term",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    code: text("code")
      .notNull()
      .references(() => taxonomyTerm.code),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.code] }), index("service_term_code").on(t.code)],
);
