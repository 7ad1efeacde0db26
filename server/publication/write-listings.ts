import { eq, inArray } from "drizzle-orm";
import { listing as listingTable, listingArea, listingNeed } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { addDigest, removeDigest } from "./set-digest.ts";
import type { CellChange } from "./write-cells.ts";

/** What writing listings changed. */
export interface Changed {
  readonly count: number;
  readonly added: number;
  readonly removed: number;
  /** Areas whose bundles hold a listing that came, went or changed. */
  readonly areas: ReadonlySet<string>;
  /** The digest of all listings, as it is now. */
  readonly sum: string;
  /** The listings themselves; null when they are so many that packing all of them anew is quicker. */
  readonly listings: readonly CellChange[] | null;
}

/** More changes than this are not remembered one by one. */
const REMEMBERED = 2000;

interface WriteOptions {
  /** The digest of all listings, as it was before. */
  readonly sum: string;
  readonly onProgress: (done: number) => void;
}

/**
 * Writes what is wanted of each listing, step by step; null takes it away. A listing whose public content is what it was
 * keeps its row, date included.
 */
export async function writeListings(
  tx: PublishedTx,
  wanted: AsyncIterable<ReadonlyMap<string, PublishedListing | null>>,
  { sum: sumBefore, onProgress }: WriteOptions,
): Promise<Changed> {
  const areas = new Set<string>();
  let listings: CellChange[] | null = [];
  let sum = sumBefore;
  const counts = { count: 0, added: 0, removed: 0 };
  let done = 0;
  for await (const step of wanted) {
    const rows = await tx
      .select()
      .from(listingTable)
      .where(inArray(listingTable.id, [...step.keys()]));
    const before = new Map(rows.map((row) => [row.id, row.body]));
    for (const [id, next] of step) {
      const old = before.get(id) ?? null;
      if (isSame(old, next)) continue;
      counts.count += 1;
      for (const area of [...(old?.facts.areas ?? []), ...(next?.facts.areas ?? [])]) areas.add(area);
      if (old !== null) {
        counts.removed += 1;
        sum = removeDigest(sum, await sha256(stableJson(old)));
      }
      if (next !== null) {
        counts.added += 1;
        sum = addDigest(sum, await sha256(stableJson(next)));
      }
      if (counts.count > REMEMBERED) listings = null;
      listings?.push({ before: old, after: next });
      await replaceListing(tx, id, next);
    }
    done += step.size;
    onProgress(done);
  }
  return { ...counts, areas, sum, listings };
}

/** Everything public of a listing but the day it last changed. */
const content = ({ modified: _modified, ...rest }: PublishedListing): string => stableJson(rest);

function isSame(old: PublishedListing | null, next: PublishedListing | null): boolean {
  if (old === null || next === null) return old === next;
  return content(old) === content(next);
}

async function replaceListing(tx: PublishedTx, id: string, next: PublishedListing | null): Promise<void> {
  await tx.delete(listingArea).where(eq(listingArea.listingId, id));
  await tx.delete(listingNeed).where(eq(listingNeed.listingId, id));
  await tx.delete(listingTable).where(eq(listingTable.id, id));
  if (next === null) return;
  await tx.insert(listingTable).values({ id, code: next.facts.code, body: next });
  const { areas, needs } = next.facts;
  if (areas.length > 0) await tx.insert(listingArea).values(areas.map((area) => ({ area, listingId: id })));
  if (needs.length > 0) await tx.insert(listingNeed).values(needs.map((need) => ({ need, listingId: id })));
}
