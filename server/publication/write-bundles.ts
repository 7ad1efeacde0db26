import { and, between, eq, gte, inArray } from "drizzle-orm";
import {
  type BundleChunk,
  bundleArea,
  bundlePart,
  listing as listingTable,
  listingArea,
} from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { inOutlet } from "#server/domain/outlets.ts";
import { filesDigest } from "#server/domain/signed-files.ts";
import { buildChunk, type Compress } from "./build-parts.ts";
import { chunkOf, chunksOf, isCutRight, slotOf, slotsOf, withFiles } from "./bundle-chunks.ts";
import { replaceParts } from "./replace-parts.ts";
import { scriptsOf } from "./scripts-of.ts";

export interface BundleOptions {
  readonly languages: readonly string[];
  readonly compress: Compress;
  /** Brotli, 0 to 11. */
  readonly quality: number;
  /** Areas with the codes of what came, went or changed there; null: too much to say. */
  readonly touched: "all" | ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Rebuilds the touched chunks of the touched areas: a change costs by the size of its own parts, and memory is bounded
 * by one chunk and the codes of one area. Parts whose bytes stay the same keep their file; those that are no longer
 * current are remembered as gone. Answers how many files are new.
 */
export async function writeBundles(tx: PublishedTx, options: BundleOptions): Promise<number> {
  const { touched } = options;
  const areas = touched === "all" ? await allAreas(tx) : [...touched.keys()].sort();
  let files = 0;
  for (const [at, area] of areas.entries()) {
    const onFile = () => options.onProgress(at, areas.length);
    onFile();
    const [before] = await tx.select().from(bundleArea).where(eq(bundleArea.area, area));
    const changed = touched === "all" ? null : (touched.get(area) ?? null);
    const context: AreaContext = { ...options, area, onFile };
    const written =
      (before === undefined || changed === null ? null : await patchArea(tx, before, changed, context)) ??
      (await cutArea(tx, context));
    files += written.files;
    await keepArea(tx, area, written.chunks);
  }
  return files;
}

interface AreaContext extends BundleOptions {
  readonly area: string;
  readonly onFile: () => void;
}

interface WrittenArea {
  /** Every chunk by its number; none: the area has no listings. */
  readonly chunks: readonly BundleChunk[];
  readonly files: number;
}

const total = (chunks: readonly BundleChunk[]) => chunks.reduce((sum, { listings }) => sum + listings, 0);

/** Writes the chunks that hold or held something changed, reading no other; null: the area must be cut anew. */
async function patchArea(
  tx: PublishedTx,
  before: typeof bundleArea.$inferSelect,
  changed: ReadonlySet<string>,
  context: AreaContext,
): Promise<WrittenArea | null> {
  const count = before.chunks.length;
  const sizesBefore = before.chunks.map(({ listings }) => listings);
  const sizes = [...sizesBefore];
  const touched = new Map<number, readonly string[]>();
  for (const number of new Set([...changed].map((code) => chunkOf(code, count)))) {
    const codes = await codesOf(tx, context.area, slotsOf(number, count));
    touched.set(number, codes);
    sizes[number] = codes.length;
  }
  const order = withFiles(sizes);
  const isSameOrder = order.join() === withFiles(sizesBefore).join();
  if (!isCutRight(sizes) || !isSameOrder || sizes.every((size) => size === 0)) return null;
  const chunks = [...before.chunks];
  let files = 0;
  for (const [number, codes] of touched) {
    if (!order.includes(number)) continue;
    const written = await writeChunk(tx, { sequence: order.indexOf(number), codes }, context);
    files += written.files;
    chunks[number] = written.chunk;
  }
  return { chunks, files };
}

/** Cuts an area anew and writes all its chunks. */
async function cutArea(tx: PublishedTx, context: AreaContext): Promise<WrittenArea> {
  const { area } = context;
  await setSlots(tx, area);
  const codes = await codesOf(tx, area);
  if (codes.length === 0) return { chunks: [], files: await replaceParts(tx, area, [], context) };
  const own = chunksOf(codes);
  const chunks: BundleChunk[] = own.map(() => ({ listings: 0, scripts: [] }));
  let files = 0;
  const order = withFiles(own.map(({ length }) => length));
  for (const [sequence, number] of order.entries()) {
    const written = await writeChunk(tx, { sequence, codes: own[number] ?? [] }, context);
    files += written.files;
    chunks[number] = written.chunk;
  }
  await dropAfter(tx, order.length, context);
  return { chunks, files };
}

async function writeChunk(
  tx: PublishedTx,
  { sequence, codes }: { readonly sequence: number; readonly codes: readonly string[] },
  context: AreaContext,
): Promise<{ readonly chunk: BundleChunk; readonly files: number }> {
  const { area, languages } = context;
  context.onFile();
  const listings = await listingsOf(tx, codes);
  const parts = await buildChunk({ area, sequence }, listings, languages);
  const files = await replaceParts(tx, area, parts, { ...context, sequence });
  return { chunk: { listings: codes.length, scripts: scriptsOf(JSON.stringify(listings)) }, files };
}

/** Takes away the parts of chunks that an area no longer has. */
async function dropAfter(tx: PublishedTx, chunks: number, context: AreaContext): Promise<void> {
  const rows = await tx
    .selectDistinct({ sequence: bundlePart.sequence })
    .from(bundlePart)
    .where(and(eq(bundlePart.area, context.area), gte(bundlePart.sequence, chunks)));
  for (const { sequence } of rows) await replaceParts(tx, context.area, [], { ...context, sequence });
}

/** Keeps what is known of an area's bundle, with the digest of its files. */
async function keepArea(tx: PublishedTx, area: string, chunks: readonly BundleChunk[]): Promise<void> {
  if (chunks.length === 0) {
    await tx.delete(bundleArea).where(eq(bundleArea.area, area));
    return;
  }
  const row = {
    area,
    listings: total(chunks),
    scripts: [...new Set(chunks.flatMap(({ scripts }) => scripts))].sort(),
    chunks,
    digest: await digestOf(tx, area),
  };
  await tx.insert(bundleArea).values(row).onConflictDoUpdate({ target: bundleArea.area, set: row });
}

/** The digest of the names and hashes of the current files of an area. */
export async function digestOf(tx: PublishedTx, area: string): Promise<string> {
  const rows = await tx
    .select({ file: bundlePart.file, sha256: bundlePart.sha256 })
    .from(bundlePart)
    .where(eq(bundlePart.area, area));
  return filesDigest(Object.fromEntries(rows.map(({ file, sha256 }) => [file, sha256])));
}

async function allAreas(tx: PublishedTx): Promise<readonly string[]> {
  const served = await tx.selectDistinct({ area: listingArea.area }).from(listingArea);
  const known = await tx.select({ area: bundleArea.area }).from(bundleArea);
  return [...new Set([...served, ...known].map(({ area }) => area))].sort();
}

/** Short codes of an area's listings, all or those of some slots, in order. */
async function codesOf(
  tx: PublishedTx,
  area: string,
  slots: readonly [first: number, last: number] | null = null,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ code: listingTable.code })
    .from(listingArea)
    .innerJoin(listingTable, eq(listingTable.id, listingArea.listingId))
    .where(and(eq(listingArea.area, area), slots === null ? undefined : between(listingArea.slot, ...slots)));
  return rows.map(({ code }) => code).sort((a, b) => (a < b ? -1 : 1));
}

/** Rows of older versions of the software have no slots yet. */
async function setSlots(tx: PublishedTx, area: string): Promise<void> {
  const rows = await tx
    .select({ listingId: listingArea.listingId, code: listingTable.code })
    .from(listingArea)
    .innerJoin(listingTable, eq(listingTable.id, listingArea.listingId))
    .where(and(eq(listingArea.area, area), eq(listingArea.slot, 0)));
  for (const { listingId, code } of rows) {
    const slot = slotOf(code);
    if (slot === 0) continue;
    await tx
      .update(listingArea)
      .set({ slot })
      .where(and(eq(listingArea.area, area), eq(listingArea.listingId, listingId)));
  }
}

/** Listings that are read in one statement. */
const BATCH = 500;

/** Listings in the order of their codes, as the web may show them. */
async function listingsOf(tx: PublishedTx, codes: readonly string[]): Promise<readonly PublishedListing[]> {
  const byCode = new Map<string, PublishedListing>();
  for (let at = 0; at < codes.length; at += BATCH) {
    const rows = await tx
      .select({ code: listingTable.code, body: listingTable.body })
      .from(listingTable)
      .where(inArray(listingTable.code, codes.slice(at, at + BATCH)));
    for (const { code, body } of rows) byCode.set(code, inOutlet(body, "web"));
  }
  return codes.flatMap((code) => byCode.get(code) ?? []);
}
