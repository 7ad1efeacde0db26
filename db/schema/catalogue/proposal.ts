import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FieldChange } from "./audit.ts";
import { service } from "./service.ts";

/** Changes of a listing that wait for a person: what an editor changed in a public one, or a service by its own link. */
export const proposal = sqliteTable(
  "proposal",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    /** ISO moment. */
    at: text("at").notNull(),
    /** A curator's id, or `own-link`. */
    by: text("by").notNull(),
    /** The revision that the changes were made to. */
    base: integer("base").notNull(),
    changes: text("changes", { mode: "json" }).$type<readonly FieldChange[]>().notNull(),
  },
  (t) => [index("proposal_service").on(t.serviceId)],
);
export type ProposalRow = typeof proposal.$inferSelect;
