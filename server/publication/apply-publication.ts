import { and, eq } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { outbox } from "#db/schema/catalogue/index.ts";
import type { Catalogue, Published } from "#db/stores.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import type { CatalogueListing } from "#server/domain/catalogue-listing.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicSettings, Settings } from "#server/contract/settings.ts";
import { sha256 } from "#server/domain/digest.ts";
import { renameAreas } from "#server/domain/area-names.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { PublishingContext } from "#server/domain/public-places.ts";
import { type Obstacle, obstaclesTo } from "#server/domain/publishable.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { toPublishedListing } from "#server/domain/to-published-listing.ts";
import { removeBooklets } from "./booklets.ts";
import type { Compress } from "./build-parts.ts";
import { loadListings } from "./load-listings.ts";
import { readSettings, toPublicSettings } from "./settings.ts";
import { readSigningKey, signParts } from "./sign-parts.ts";
import { readTaxonomy } from "./taxonomy.ts";
import { readPublicTexts, writeTexts } from "./texts.ts";
import { writeBundles } from "./write-bundles.ts";
import { type Changed, writeListings } from "./write-listings.ts";
import { mustRebuildCells, patchCells, rebuildCells } from "./write-cells.ts";

type Wish = typeof outbox.$inferSelect;
/** Wishes that are read and carried over at a time. */
const STEP = 200;

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
  /** Told while a large publishing goes on: what is being written, and how much of it is. */
  readonly onProgress?: (what: "listings" | "bundles" | "cells", done: number, of: number) => void;
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
    affiliations: settings.affiliations,
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
  const signing = await readSigningKey(catalogue);
  const context = publishingContext(options.areas, settings);

  const refused: { id: string; obstacles: readonly Obstacle[] }[] = [];
  const toPublic = (record: CatalogueListing): PublishedListing | null => {
    const obstacles = obstaclesTo(record, context, options.today);
    if (obstacles.length > 0) refused.push({ id: record.id, obstacles });
    return obstacles.length > 0 ? null : toPublishedListing(record, context, taxonomy.places, options.today);
  };
  const report = await published.transaction(async (tx) => {
    const before = await readDocument<PublishedState>(tx, "state");
    const changed = await writeListings(tx, wantedListings(catalogue, wishes, toPublic), {
      sum: before?.sum ?? "0",
      onProgress: (done) => options.onProgress?.("listings", done, wishes.length),
    });
    const publicSettings = {
      ...toPublicSettings(settings),
      ...(signing === null ? {} : { fingerprint: signing.fingerprint }),
    };
    const settingsBefore = await readDocument<PublicSettings>(tx, "settings");
    const settingsMoved = stableJson(settingsBefore) !== stableJson(publicSettings);
    const everything = options.full === true || settingsMoved;
    if (settingsMoved) await writeDocument(tx, "settings", publicSettings);
    await writeDocument(tx, "taxonomy", taxonomy.terms);
    await removeBooklets(
      tx,
      printedSettings(settingsBefore) !== printedSettings(publicSettings) || changed.listings === null
        ? "all"
        : changed.listings.flatMap(({ before: old }) => old?.id ?? []),
    );
    const version = await sha256(
      `${changed.sum} ${stableJson([publicSettings, taxonomy.terms, texts, settings.areas])}`,
    );
    const state: PublishedState = {
      version: version.slice(0, 16),
      listings: (before?.listings ?? 0) + changed.added - changed.removed,
      sum: changed.sum,
    };
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
      chosen: settings.areas,
      compress,
      quality,
      touched: everything ? "all" : touchedBy(changed),
      version: state.version,
      onProgress: (done, of) => options.onProgress?.("bundles", done, of),
    });
    if (options.full === true || changed.listings === null || (await mustRebuildCells(tx)))
      await rebuildCells(tx, (done, of) => options.onProgress?.("cells", done, of));
    else await patchCells(tx, changed.listings);
    if (signing !== null)
      await signParts(tx, signing, { name: publicSettings.publicName, version: state.version });
    await writeDocument(tx, "state", state);
    return { version: state.version, listings: state.listings, changed: changed.count, parts: parts + pages };
  });

  await crossOff(catalogue, wishes);
  return { ...report, refused };
}

/** The touched areas, each with the codes that moved there. */
function touchedBy({ areas, listings }: Changed): ReadonlyMap<string, ReadonlySet<string> | null> {
  if (listings === null) return new Map([...areas].map((area) => [area, null]));
  const touched = new Map([...areas].map((area) => [area, new Set<string>()]));
  for (const listing of listings.flatMap(({ before, after }) => [before, after]))
    for (const area of listing?.facts.areas ?? []) touched.get(area)?.add(listing?.facts.code ?? "");
  return touched;
}

/** What a booklet can hold of the settings: all but what is for screens alone, so that a new one counts until it is named here. */
function printedSettings(settings: PublicSettings | null): string {
  if (settings === null) return "";
  const { exitTargets: _exit, indexed: _indexed, sound: _sound, colours: _colours, ...printed } = settings;
  const { placeAliases: _aliases, ...rest } = printed;
  return stableJson(rest);
}

/**
 * What the wishes want, some at a time so that memory does not grow with the catalogue: a listing, or null where it is
 * to be gone.
 */
async function* wantedListings(
  catalogue: Catalogue,
  wishes: readonly Wish[],
  toPublic: (record: CatalogueListing) => PublishedListing | null,
): AsyncGenerator<ReadonlyMap<string, PublishedListing | null>> {
  for (let at = 0; at < wishes.length; at += STEP) {
    const step = wishes.slice(at, at + STEP);
    const wanted = new Map<string, PublishedListing | null>(step.map(({ serviceId }) => [serviceId, null]));
    const publicIds = step.flatMap(({ serviceId, wish }) => (wish === "public" ? [serviceId] : []));
    for await (const records of loadListings(catalogue, publicIds))
      for (const record of records) wanted.set(record.id, toPublic(record));
    yield wanted;
  }
}

/** Crosses off what was carried out, and only if nobody wished anew meanwhile. */
async function crossOff(catalogue: Catalogue, wishes: readonly Wish[]): Promise<void> {
  for (let at = 0; at < wishes.length; at += STEP) {
    await catalogue.transaction(async (tx) => {
      for (const { serviceId, ticket } of wishes.slice(at, at + STEP))
        await tx.delete(outbox).where(and(eq(outbox.serviceId, serviceId), eq(outbox.ticket, ticket)));
    });
  }
}
