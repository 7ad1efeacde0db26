import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { curator } from "./curator.ts";

/** Public halves of passkeys: `passkey` of better-auth. */
export const curatorPasskey = sqliteTable(
  "curator_passkey",
  {
    id: text("id").primaryKey(),
    name: text("name"),
    publicKey: text("public_key").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => curator.id, { onDelete: "cascade" }),
    credentialID: text("credential_id").notNull().unique(),
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: integer("backed_up", { mode: "boolean" }).notNull(),
    transports: text("transports"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }),
    aaguid: text("aaguid"),
  },
  (t) => [index("curator_passkey_user").on(t.userId)],
);
