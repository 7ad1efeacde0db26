import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { curator } from "./curator.ts";

/**
 * What a practitioner may open of the restricted tier (curation: "Who may see the restricted tier"): areas, asked
 * for by one person and granted by another. Withdrawn at once; the row stays, so that it can be read who had what.
 */
export const practitionerAccess = sqliteTable("practitioner_access", {
  curatorId: text("curator_id")
    .primaryKey()
    .references(() => curator.id, { onDelete: "cascade" }),
  /** ISO 3166-2 or 3166-1. */
  areas: text("areas", { mode: "json" }).$type<readonly string[]>().notNull(),
  askedBy: text("asked_by").notNull(),
  /** ISO moments. */
  askedAt: text("asked_at").notNull(),
  grantedBy: text("granted_by"),
  grantedAt: text("granted_at"),
  withdrawnBy: text("withdrawn_by"),
  withdrawnAt: text("withdrawn_at"),
});
export type PractitionerAccessRow = typeof practitionerAccess.$inferSelect;
