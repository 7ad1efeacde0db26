import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";

/** Names of curators as others see them; a role and a number for those whose account is closed or removed. */
export async function curatorNames(tx: CatalogueTx): Promise<(id: string) => string> {
  const here = (await tx.select().from(table.curator)).map(
    ({ id, name, role, number, disabled }) => [id, disabled ? `${role} ${number}` : name] as const,
  );
  const gone = (await tx.select().from(table.formerCurator)).map(
    ({ id, role, number }) => [id, `${role} ${number}`] as const,
  );
  const known = new Map([...gone, ...here]);
  return (id) => known.get(id) ?? id;
}
