import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NEEDS, type Need } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/** Label and one sentence in a language. */
export type TermNames = Readonly<Record<string, { readonly label: string; readonly about: string }>>;

/** HSDS taxonomy_term: the sub-services of the twelve areas. Seeded; a deployment may add its own. */
export const taxonomyTerm = sqliteTable(
  "taxonomy_term",
  {
    code: text("code").primaryKey(),
    need: text("need").$type<Need>().notNull(),
    /** Other areas under which it also shows. */
    alsoIn: text("also_in", { mode: "json" }).$type<readonly Need[]>().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    position: integer("position").notNull(),
    /** What a deployment calls it, by language; a language that is left out has the words that come with Waymark. */
    names: text("names", { mode: "json" }).$type<TermNames>().notNull().default({}),
    /** Added by this deployment; false: it came with Waymark. */
    own: integer("own", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [check("taxonomy_term_need", oneOf(t.need, NEEDS))],
);
export type TaxonomyTermRow = typeof taxonomyTerm.$inferSelect;
