import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CURATOR_ROLES, type CuratorRole } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";

/**
 * Someone who may sign in to the back office: `user` of better-auth, with what they may do. History names them by
 * `number` and role once they are gone.
 */
export const curator = sqliteTable(
  "curator",
  {
    id: text("id").primaryKey(),
    /** Counts up; what is left of somebody who was removed. */
    number: integer("number").notNull().unique(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
    image: text("image"),
    twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).default(false),
    role: text("role").$type<CuratorRole>().notNull(),
    /** An editor of one organisation alone; null: of all. */
    organizationId: text("organization_id"),
    /** The last day of this account, ISO; null: no end. */
    endsOn: text("ends_on"),
    disabled: integer("disabled", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [check("curator_role", oneOf(t.role, CURATOR_ROLES))],
);
export type CuratorRow = typeof curator.$inferSelect;
