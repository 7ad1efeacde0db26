import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { curator } from "./curator.ts";

/** One-time links that an admin made. Only a digest is kept: nobody can read a link out of the database. */
export const signInLink = sqliteTable(
  "sign_in_link",
  {
    /** SHA-256 of the link's token, hex. */
    digest: text("digest").primaryKey(),
    curatorId: text("curator_id")
      .notNull()
      .references(() => curator.id, { onDelete: "cascade" }),
    /** ISO moment. */
    expiresAt: text("expires_at").notNull(),
  },
  (t) => [index("sign_in_link_curator").on(t.curatorId)],
);
