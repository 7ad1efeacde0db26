import { eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { translation } from "#db/schema/catalogue/index.ts";

/**
 * The texts of an entity and of what hangs on it (`id`, `id/contact/0`, …). As a range: SQLite answers LIKE with a
 * bound value by reading the whole table, which makes an import of a large directory slower with every row.
 */
export const textsUnder = (id: string): SQL | undefined =>
  or(eq(translation.entityId, id), textsBelow(`${id}/`));

/** Texts whose entity begins with `prefix`, which ends with a slash: the sign behind the slash is "0". */
export const textsBelow = (prefix: string): SQL =>
  sql`(${gte(translation.entityId, prefix)} and ${lt(translation.entityId, `${prefix.slice(0, -1)}0`)})`;
