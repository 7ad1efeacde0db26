import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organization } from "./organization.ts";

/**
 * The checklist against infiltration, gone through for an organisation whose people are to see the restricted tier
 * (curation: "Who may see the restricted tier"). One row a decision; the newest counts.
 */
export const organizationVetting = sqliteTable(
  "organization_vetting",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    at: text("at").notNull(),
    curator: text("curator").notNull(),
    /** Somebody of this directory has been there. */
    seenInPerson: integer("seen_in_person", { mode: "boolean" }).notNull(),
    /** Ids of listed organisations that vouch for it. */
    vouchedBy: text("vouched_by", { mode: "json" }).$type<readonly string[]>().notNull(),
    /** Where the number that was called back came from: not from the organisation itself. */
    calledBack: text("called_back").notNull(),
    /** No phone, address or bank account shared with one that is flagged. */
    nothingShared: integer("nothing_shared", { mode: "boolean" }).notNull(),
    passed: integer("passed", { mode: "boolean" }).notNull(),
  },
  (t) => [index("organization_vetting_organization").on(t.organizationId)],
);
