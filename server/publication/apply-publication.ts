import { and, eq, inArray } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { outbox } from "#db/schema/catalogue/index.ts";
import { listing as listingTable, listingArea, listingNeed } from "#db/schema/published/index.ts";
import type { Catalogue, Published, PublishedTx } from "#db/stores.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { Settings } from "#server/contract/settings.ts";
import { sha256 } from "#server/domain/digest.ts";
import { renameAreas } from "#server/domain/area-names.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { PublishingContext } from "#server/domain/public-places.ts";
import { type Obstacle, obstaclesTo } from "#server/domain/publishable.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import type { Compress } from "./build-parts.ts";
import { loadListings } from "./load-listings.ts";
import { readSettings, toPublicSettings } from "./settings.ts";
import { addDigest, removeDigest } from "./set-digest.ts";
import { readTaxonomy } from "./taxonomy.ts";
import { readPublicTexts, writeTexts } from "./texts.ts";
import { writeBundles } from "./write-bundles.ts";
import { type CellChange, mustRebuildCells, patchCells, rebuildCells } from "./write-cells.ts";

export interface PublicationStores {
  readonly catalogue: Catalogue;
  readonly published: Published;
}

export interface PublicationOptions {
  readonly areas: AreaIndex;
  readonly compress: Compress;
  /** ISO date: the clock is the caller's. */
  readonly today: string;
  /** Rebuilds every bundle, squeezed as far as it goes. */
  readonly full?: boolean;
}

export interface PublicationReport {
  readonly version: string;
  readonly listings: number;
  /** Listings whose public content changed, came or went. */
  readonly changed: number;
  readonly parts: number;
  /** Wished public, but something stands in the way: these are not public. */
  readonly refused: readonly { readonly id: string; readonly obstacles: readonly Obstacle[] }[];
}

/** Rules of publishing that need the areas and the settings. */
export function publishingContext(areas: AreaIndex, settings: Settings): PublishingContext {
  return {
    area: (code) => {
      const found = areas.get(code);
      return found === undefined ? null : { point: found.point, timeZone: found.timeZone };
    },
    deadlines: settings.deadlines,
  };
}

/**
 * Carries what the catalogue wishes into the published store, in one transaction there, which sets the new
 * version (architecture: "Publishing"). Can be repeated without effect: a wish is crossed off only after the
 * published side holds it, and only if nobody wished anew meanwhile.
 */
export async function applyPublication(
  { catalogue, published }: PublicationStores,
  options: PublicationOptions,
): Promise<PublicationReport> {
  const settings = await readSettings(catalogue);
  const taxonomy = await readTaxonomy(catalogue);
  const texts = await readPublicTexts(catalogue);
  const wishes = await catalogue.select().from(outbox);
  const context = publishingContext(options.areas, settings);

  const wanted = new Map<string, PublishedListing | null>(wishes.map(({ serviceId }) => [serviceId, null]));
  const refused: { id: string; obstacles: readonly Obstacle[] }[] = [];
  const publicIds = wishes.filter(({ wish }) => wish === "public").map(({ serviceId }) => serviceId);
  for await (const chunk of loadListings(catalogue, publicIds)) {
    for (const record of chunk) {
      const obstacles = obstaclesTo(record, context, options.today);
      if (obstacles.length > 0) refused.push({ id: record.id, obstacles });
      else wanted.set(record.id, toPublishedListing(record, context, taxonomy.places, options.today));
    }
  }

  const report = await published.transaction(async (tx) => {
    const changed = await writeListings(tx, wanted);
    const publicSettings = toPublicSettings(settings);
    const settingsMoved = stableJson(await readDocument(tx, "settings")) !== stableJson(publicSettings);
    const everything = options.full === true || settingsMoved;
    if (settingsMoved) await writeDocument(tx, "settings", publicSettings);
    await writeDocument(tx, "taxonomy", taxonomy.terms);
    const state = await nextState(tx, changed, stableJson([publicSettings, taxonomy.terms, texts]));
    const quality = options.full ? 11 : 5;
    const { compress } = options;
    const pages = await writeTexts(tx, texts, {
      languages: settings.languages,
      compress,
      quality,
      everything,
    });
    const parts = await writeBundles(tx, {
      areas: renameAreas(options.areas, settings.areaNames),
      languages: settings.languages,
      countries: settings.countries,
      compress,
      quality,
      touched: everything ? "all" : changed.areas,
      version: state.version,
    });
    if (options.full === true || (await mustRebuildCells(tx))) await rebuildCells(tx);
    else await patchCells(tx, changed.listings);
    await writeDocument(tx, "state", state);
    return { version: state.version, listings: state.listings, changed: changed.count, parts: parts + pages };
  });

  for (const { serviceId, ticket } of wishes) {
    await catalogue.delete(outbox).where(and(eq(outbox.serviceId, serviceId), eq(outbox.ticket, ticket)));
  }
  return { ...report, refused };
}

interface Changed {
  readonly count: number;
  /** Areas whose bundles hold a listing that came, went or changed. */
  readonly areas: ReadonlySet<string>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly listings: readonly CellChange[];
}

/** Everything public of a listing but the day it last changed. */
const content = ({ modified: _modified, ...rest }: PublishedListing): string => stableJson(rest);

async function writeListings(
  tx: PublishedTx,
  wanted: ReadonlyMap<string, PublishedListing | null>,
): Promise<Changed> {
  const areas = new Set<string>();
  const added: string[] = [];
  const removed: string[] = [];
  const listings: CellChange[] = [];
  let count = 0;
  const ids = [...wanted.keys()];
  for (let at = 0; at < ids.length; at += 200) {
    const slice = ids.slice(at, at + 200);
    const rows = await tx.select().from(listingTable).where(inArray(listingTable.id, slice));
    const before = new Map(rows.map((row) => [row.id, row.body]));
    for (const id of slice) {
      const old = before.get(id);
      const next = wanted.get(id) ?? null;
      if (old === undefined && next === null) continue;
      if (old !== undefined && next !== null && content(old) === content(next)) continue;
      count += 1;
      for (const area of [...(old?.facts.areas ?? []), ...(next?.facts.areas ?? [])]) areas.add(area);
      if (old !== undefined) removed.push(await sha256(stableJson(old)));
      if (next !== null) added.push(await sha256(stableJson(next)));
      listings.push({ before: old ?? null, after: next });
      await replaceListing(tx, id, next);
    }
  }
  return { count, areas, added, removed, listings };
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

/** The version after a change: from the digests of all listings and of what stands beside them. */
async function nextState(tx: PublishedTx, changed: Changed, beside: string): Promise<PublishedState> {
  const before = await readDocument<PublishedState>(tx, "state");
  let sum = before?.sum ?? "0";
  for (const digest of changed.removed) sum = removeDigest(sum, digest);
  for (const digest of changed.added) sum = addDigest(sum, digest);
  const listings = (before?.listings ?? 0) + changed.added.length - changed.removed.length;
  return { version: (await sha256(`${sum} ${beside}`)).slice(0, 16), listings, sum };
}
