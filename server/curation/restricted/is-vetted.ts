import { desc, eq, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";

/** Whether the newest decision about an organisation is that it passed. */
export async function isVetted(tx: CatalogueTx, organizationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ passed: table.organizationVetting.passed })
    .from(table.organizationVetting)
    .where(eq(table.organizationVetting.organizationId, organizationId))
    .orderBy(desc(table.organizationVetting.at), sql`rowid desc`)
    .limit(1);
  return row?.passed === true;
}
