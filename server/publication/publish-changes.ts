import { dropDocument, readDocument, writeDocument } from "#db/published-documents.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { PublishingStep } from "#server/contract/curate/desk.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublicTerm, PublishedState } from "#server/contract/public-records.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import type { PublicSettings, Settings } from "#server/contract/settings.ts";
import { renameAreas } from "#server/domain/area-names.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { filesDigest } from "#server/domain/signed-files.ts";
import { areasStamp, writeAreaList } from "./area-list.ts";
import { removeBooklets } from "./booklets.ts";
import type { Compress } from "./build-parts.ts";
import { toPublicSettings } from "./settings.ts";
import { readDigests, signParts, type SigningKey } from "./sign-parts.ts";
import { writeTexts } from "./texts.ts";
import { writeBundles } from "./write-bundles.ts";
import { mustRebuildCells, patchCells, rebuildCells } from "./write-cells.ts";
import { type Changed, writeListings } from "./write-listings.ts";

export interface PublishOptions {
  readonly areas: AreaIndex;
  readonly compress: Compress;
  /** Rebuilds every bundle, squeezed as far as it goes. */
  readonly full?: boolean;
  /** Told when a step begins and while it goes on: what is being written, and how much of it is. */
  readonly onProgress?: (what: PublishingStep, done: number, of: number) => void;
}

/** What the public side should become. */
export interface Wanted extends PublishOptions {
  /** Listings step by step; null: it is to be gone. */
  readonly wanted: AsyncIterable<ReadonlyMap<string, PublishedListing | null>>;
  /** How many listings those are. */
  readonly wishes: number;
  readonly settings: Settings;
  readonly taxonomy: readonly PublicTerm[];
  readonly texts: readonly PublicText[];
  readonly signing: SigningKey | null;
}

export interface PublishedChanges {
  readonly version: string;
  readonly listings: number;
  /** Listings whose public content changed, came or went. */
  readonly changed: number;
  /** New files. */
  readonly parts: number;
}

/** How the lists beside the files are made: with another number all bundles are looked through once. */
const LAYOUT = 1;

/**
 * Writes what is wanted into the published store and sets the new version. One change costs by the size of its own
 * chunk, cell and area, and by one line for each other area; nothing is written when nothing public moves.
 */
export async function publishChanges(tx: PublishedTx, wanted: Wanted): Promise<PublishedChanges> {
  const { settings, taxonomy, texts, signing, areas, compress } = wanted;
  const tell = wanted.onProgress ?? (() => undefined);
  const before = await readDocument<PublishedState>(tx, "state");
  tell("listings", 0, wanted.wishes);
  const changed = await writeListings(tx, wanted.wanted, {
    sum: before?.sum ?? "0",
    onProgress: (done) => tell("listings", done, wanted.wishes),
  });
  const publicSettings = {
    ...toPublicSettings(settings),
    ...(signing === null ? {} : { fingerprint: signing.fingerprint }),
  };
  const settingsBefore = await readDocument<PublicSettings>(tx, "settings");
  await writeDocument(tx, "settings", publicSettings);
  await writeDocument(tx, "taxonomy", taxonomy);
  await removeBooklets(
    tx,
    printedSettings(settingsBefore) !== printedSettings(publicSettings) || changed.listings === null
      ? "all"
      : changed.listings.flatMap(({ before: old }) => old?.id ?? []),
  );
  const version = (
    await sha256(`${changed.sum} ${stableJson([publicSettings, taxonomy, texts, settings.areas])}`)
  ).slice(0, 16);
  const made = `${LAYOUT} ${await areasStamp(areas)}`;
  const listings = (before?.listings ?? 0) + changed.added - changed.removed;

  // A part is made of listings and languages alone.
  const everything =
    wanted.full === true ||
    before?.made?.split(" ")[0] !== String(LAYOUT) ||
    settingsBefore?.languages.join() !== publicSettings.languages.join();
  const quality = wanted.full ? 11 : 5;
  const { languages } = settings;
  tell("bundles", 0, 1);
  const pages = await writeTexts(tx, texts, { languages, compress, quality, everything });
  const files = await writeBundles(tx, {
    languages,
    compress,
    quality,
    touched: everything ? "all" : touchedBy(changed),
    onProgress: (done, of) => tell("bundles", done, of),
  });
  tell("cells", 0, 1);
  if (wanted.full === true || changed.listings === null || (await mustRebuildCells(tx)))
    await rebuildCells(tx, (done, of) => tell("cells", done, of));
  else await patchCells(tx, changed.listings);

  tell("lists", 0, 1);
  const report = { version, listings, changed: changed.count, parts: files + pages };
  if (!everything && before?.version === version && before.made === made) return report;
  await writeAreaList(tx, {
    areas: renameAreas(areas, settings.areaNames),
    languages,
    countries: settings.countries,
    chosen: settings.areas,
  });
  // Lists that older versions kept whole: for a public side that is still of such a version they stay until they are wrong.
  if (changed.count > 0) for (const name of ["areas", "bundle-index"] as const) await dropDocument(tx, name);
  const digests = await readDigests(tx);
  if (signing !== null)
    await signParts(tx, signing, { name: publicSettings.publicName, version, areas: digests });
  const state: PublishedState = {
    version,
    listings,
    sum: changed.sum,
    files: await filesDigest(digests),
    made,
  };
  await writeDocument(tx, "state", state);
  return report;
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
