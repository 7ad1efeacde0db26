import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { service } from "./service.ts";

/** A link by which a service looks through what is public about it, without an account. Works once; can be recalled. */
export const ownLink = sqliteTable(
  "own_link",
  {
    /** SHA-256 of the link's token, hex. */
    digest: text("digest").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    madeBy: text("made_by").notNull(),
    /** ISO moments. */
    madeAt: text("made_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    /** When it was used; null: not yet. */
    usedAt: text("used_at"),
    language: text("language").notNull(),
  },
  (t) => [index("own_link_service").on(t.serviceId)],
);
