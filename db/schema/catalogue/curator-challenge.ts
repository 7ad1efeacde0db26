import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Questions of a sign-in that wait for their answer: `verification` of better-auth. */
export const curatorChallenge = sqliteTable(
  "curator_challenge",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [index("curator_challenge_identifier").on(t.identifier)],
);
