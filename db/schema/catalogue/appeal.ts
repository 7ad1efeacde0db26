import { check, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { APPEAL_OUTCOMES, type AppealOutcome } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/** A service disagrees with a decision about its listing; somebody answers by a day. */
export const appeal = sqliteTable(
  "appeal",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    at: text("at").notNull(),
    /** Who wrote it down. */
    curator: text("curator").notNull(),
    byRole: text("by_role").notNull(),
    what: text("what").notNull(),
    /** ISO date. */
    dueOn: text("due_on").notNull(),
    outcome: text("outcome").$type<AppealOutcome>(),
    decidedAt: text("decided_at"),
    /** Somebody else than who decided before. */
    decidedBy: text("decided_by"),
    answer: text("answer"),
  },
  (t) => [
    check("appeal_outcome", oneOf(t.outcome, APPEAL_OUTCOMES)),
    index("appeal_service").on(t.serviceId),
  ],
);
export type AppealRow = typeof appeal.$inferSelect;
