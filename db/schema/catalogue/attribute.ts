import { check, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ANSWERS, type Answer, FACET_CODES } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/**
 * HSDS attribute: the eligibility and access facets of a service, a row an answer. No row is the third value:
 * nobody has confirmed it.
 */
export const attribute = sqliteTable(
  "attribute",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** `facet:code` of the vocabulary. */
    term: text("term").notNull(),
    answer: text("answer").$type<Answer>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.term] }),
    check("attribute_term", oneOf(t.term, FACET_CODES)),
    check("attribute_answer", oneOf(t.answer, ANSWERS)),
  ],
);
