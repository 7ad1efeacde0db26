import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { LANGUAGE_MODES, type LanguageMode } from "../../vocabulary.ts";
import { oneOf } from "../../check.ts";
import { service } from "./service.ts";

/** HSDS language: spoken by the staff themselves, or through an interpreter; the two are never mixed. */
export const language = sqliteTable(
  "language",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => service.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
    mode: text("mode").$type<LanguageMode>().notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.code, t.mode] }),
    check("language_mode", oneOf(t.mode, LANGUAGE_MODES)),
  ],
);
