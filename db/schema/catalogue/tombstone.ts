import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is left of a listing that was erased: that it was there, and whether it may come back. */
export const tombstone = sqliteTable("tombstone", {
  id: text("id").primaryKey(),
  code: text("code").notNull().unique(),
  at: text("at").notNull(),
  by: text("by").notNull(),
  reason: text("reason").notNull(),
  doNotList: integer("do_not_list", { mode: "boolean" }).notNull(),
  /** SHA-256 of its numbers and names in comparable form: recognises it again, and says nothing. */
  marks: text("marks", { mode: "json" }).$type<readonly string[]>().notNull(),
});
