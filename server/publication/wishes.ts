import { count, inArray } from "drizzle-orm";
import { outbox, service } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { PublicWish } from "#db/vocabulary.ts";

/**
 * Writes what the public side should hold of some listings. Belongs into the transaction of the change itself;
 * `applyPublication` carries it out. `withholds`: something that is public now will not be.
 */
export async function wish(
  tx: CatalogueTx,
  serviceIds: readonly string[],
  wanted: PublicWish,
  withholds = false,
): Promise<void> {
  for (const serviceId of serviceIds) {
    const row = { serviceId, wish: wanted, ticket: crypto.randomUUID() };
    // Once something is to be withheld, a later wish does not make that less urgent.
    await tx
      .insert(outbox)
      .values({ ...row, withholds })
      .onConflictDoUpdate({
        target: outbox.serviceId,
        set: withholds ? { ...row, withholds } : row,
      });
  }
}

/** Ids of all listings that are meant to be public. */
export async function wantedPublic(tx: CatalogueTx): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: service.id })
    .from(service)
    .where(inArray(service.curationState, ["published", "due"]));
  return rows.map(({ id }) => id);
}

/** How many listings wait to be carried over. */
export async function countWishes(tx: CatalogueTx): Promise<number> {
  const [row] = await tx.select({ waiting: count() }).from(outbox);
  return row?.waiting ?? 0;
}
