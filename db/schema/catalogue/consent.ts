import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CONSENT_STATES, type ConsentState } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { organization } from "./organization.ts";

/** An organisation agreed to be listed, or took that back. One row each time; the newest counts. */
export const consent = sqliteTable(
  "consent",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    state: text("state").$type<ConsentState>().notNull(),
    at: text("at").notNull(),
    curator: text("curator").notNull(),
    /** Role of the person who said so. */
    byRole: text("by_role").notNull(),
    /** How: by phone, in writing, on a visit. */
    how: text("how").notNull(),
  },
  (t) => [
    check("consent_state", oneOf(t.state, CONSENT_STATES)),
    index("consent_organization").on(t.organizationId),
  ],
);
export type ConsentRow = typeof consent.$inferSelect;
