import { inArray } from "drizzle-orm";
import { listing as listingTable, listingArea, listingNeed } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { slotOf } from "./bundle-chunks.ts";
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
    const changed: CellChange[] = [];
    for (const [id, next] of step) {
      const old = before.get(id) ?? null;
      if (isSame(old, next)) continue;
      for (const area of [...(old?.facts.areas ?? []), ...(next?.facts.areas ?? [])]) areas.add(area);
      if (old !== null) sum = removeDigest(sum, await sha256(stableJson(old)));
      if (next !== null) sum = addDigest(sum, await sha256(stableJson(next)));
      changed.push({ before: old, after: next });
    }
    await replaceListings(tx, changed);
    counts.count += changed.length;
    counts.removed += changed.filter(({ before: old }) => old !== null).length;
    counts.added += changed.filter(({ after }) => after !== null).length;
    if (counts.count > REMEMBERED) listings = null;
    listings?.push(...changed);
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

/** Takes the rows of what was there away and writes those of what is wanted, a statement for many: most of the time of a large publishing. */
async function replaceListings(tx: PublishedTx, changed: readonly CellChange[]): Promise<void> {
  const gone = changed.flatMap(({ before }) => before?.id ?? []);
  if (gone.length > 0) {
    await tx.delete(listingArea).where(inArray(listingArea.listingId, gone));
    await tx.delete(listingNeed).where(inArray(listingNeed.listingId, gone));
    await tx.delete(listingTable).where(inArray(listingTable.id, gone));
  }
  const next = changed.flatMap(({ after }) => after ?? []);
  await inRows(
    next.map((body) => ({ id: body.id, code: body.facts.code, body })),
    (rows) => tx.insert(listingTable).values(rows),
  );
  await inRows(
    next.flatMap(({ id, facts }) =>
      facts.areas.map((area) => ({ area, listingId: id, slot: slotOf(facts.code) })),
    ),
    (rows) => tx.insert(listingArea).values(rows),
  );
  await inRows(
    next.flatMap(({ id, facts }) => facts.needs.map((need) => ({ need, listingId: id }))),
    (rows) => tx.insert(listingNeed).values(rows),
  );
}

/** Rows that are written in one statement: a store over HTTP takes each as one request. */
const ROWS = 50;

async function inRows<Row>(
  rows: readonly Row[],
  write: (some: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await write(rows.slice(at, at + ROWS));
}
