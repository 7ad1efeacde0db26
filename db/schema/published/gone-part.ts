import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Files that were current once: they answer 410, so that a kept copy knows to drop what it holds. */
export const gonePart = sqliteTable("gone_part", { file: text("file").primaryKey() });
