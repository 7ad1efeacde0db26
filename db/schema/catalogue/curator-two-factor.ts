import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { curator } from "./curator.ts";

/** The second factor beside a password, encrypted: `twoFactor` of better-auth. */
export const curatorTwoFactor = sqliteTable(
  "curator_two_factor",
  {
    id: text("id").primaryKey(),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => curator.id, { onDelete: "cascade" }),
    verified: integer("verified", { mode: "boolean" }).default(true),
    failedVerificationCount: integer("failed_verification_count").default(0),
    lockedUntil: integer("locked_until", { mode: "timestamp_ms" }),
  },
  (t) => [index("curator_two_factor_user").on(t.userId)],
);
