import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { listing } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { inOutlet } from "#server/domain/outlets.ts";

/**
 * Reading listings one after the other, for answers that may hold all of them: in the order of their ids, which
 * tells nothing, and in bounded memory.
 */

/** What the store itself can narrow by. */
export interface Selection {
  readonly organizationId?: string | undefined;
  /** ISO date: changed on that day or later. */
  readonly modifiedFrom?: string | undefined;
  /** Postal code of a public address. */
  readonly postalCode?: string | undefined;
}

/** A listing by name alone. */
export interface ListingRef {
  readonly id: string;
  readonly organizationId: string;
  /** How many places it has. */
  readonly places: number;
}

const BATCH = 200;
const organizationOf = sql<string>`json_extract(${listing.body}, '$.organization.id')`;

function conditionOf({ organizationId, modifiedFrom, postalCode }: Selection): SQL | undefined {
  return and(
    organizationId === undefined ? undefined : sql`${organizationOf} = ${organizationId}`,
    modifiedFrom === undefined
      ? undefined
      : sql`json_extract(${listing.body}, '$.modified') >= ${modifiedFrom}`,
    postalCode === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${listing.body}, '$.addresses') as part where json_extract(part.value, '$.postalCode') = ${postalCode})`,
  );
}

/** How many listings there are. */
export async function countListings(db: Published, selection: Selection): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(listing)
    .where(conditionOf(selection));
  return row?.count ?? 0;
}

/** `size` listings after the first `from`. */
export async function sliceListings(
  db: Published,
  selection: Selection,
  from: number,
  size: number,
): Promise<readonly PublishedListing[]> {
  const rows = await db
    .select({ body: listing.body })
    .from(listing)
    .where(conditionOf(selection))
    .orderBy(asc(listing.id))
    .limit(size)
    .offset(from);
  return rows.map(({ body }) => inOutlet(body, "feed"));
}

/** All of them, a batch at a time. */
export async function* walkListings(db: Published, selection: Selection): AsyncGenerator<PublishedListing> {
  const condition = conditionOf(selection);
  let after = "";
  for (;;) {
    const rows = await db
      .select({ id: listing.id, body: listing.body })
      .from(listing)
      .where(and(condition, gt(listing.id, after)))
      .orderBy(asc(listing.id))
      .limit(BATCH);
    for (const { body } of rows) yield inOutlet(body, "feed");
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

/** Their names alone, with the organisation of each and the number of its places. */
export async function listRefs(db: Published, selection: Selection): Promise<readonly ListingRef[]> {
  return db
    .select({
      id: listing.id,
      organizationId: organizationOf,
      places: sql<number>`json_array_length(${listing.body}, '$.facts.places')`,
    })
    .from(listing)
    .where(conditionOf(selection))
    .orderBy(asc(listing.id));
}

/** The listings with these ids, in the order of the ids as they were given. Ids that are not published are left out. */
export async function readListings(
  db: Published,
  ids: readonly string[],
): Promise<readonly PublishedListing[]> {
  const found = new Map<string, PublishedListing>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await db
      .select({ id: listing.id, body: listing.body })
      .from(listing)
      .where(inArray(listing.id, ids.slice(at, at + BATCH)));
    for (const { id, body } of rows) found.set(id, inOutlet(body, "feed"));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A published listing by its id alone; null when there is none. */
export async function findListing(db: Published, id: string): Promise<PublishedListing | null> {
  const [row] = await db.select({ body: listing.body }).from(listing).where(eq(listing.id, id));
  return row === undefined ? null : inOutlet(row.body, "feed");
}
