import { and, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { Context } from "./context.ts";

/** Those of some listings that the public sees already: what a source changes of them goes out as well. */
export async function publicOnes({ catalogue }: Context, ids: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const some = inArray(table.service.id, ids.slice(at, at + 500));
    const rows = await catalogue
      .select({ id: table.service.id })
      .from(table.service)
      .where(and(some, inArray(table.service.curationState, ["published", "due"])));
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}
