import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { curator } from "./curator.ts";

/** Who is signed in: `session` of better-auth. Its two columns about the person's network and browser stay empty. */
export const curatorSession = sqliteTable(
  "curator_session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => curator.id, { onDelete: "cascade" }),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
  },
  (t) => [
    check("curator_session_no_ip", sql`${t.ipAddress} is null`),
    check("curator_session_no_browser", sql`${t.userAgent} is null`),
    index("curator_session_user").on(t.userId),
  ],
);
