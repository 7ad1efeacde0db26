import { eq } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { bundlePart, listing as listingTable, listingArea } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import { EVERYWHERE } from "#db/vocabulary.ts";
import type { BundleArea, BundleIndex, BundlePart, PartScope } from "#server/contract/bundle.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { buildParts, type Compress } from "./build-parts.ts";
import { replaceParts } from "./replace-parts.ts";
import { scriptsOf } from "./scripts-of.ts";
import { inOutlet } from "#server/domain/outlets.ts";
import { groupBy } from "#server/domain/group-by.ts";

interface BundleOptions {
  readonly areas: AreaIndex;
  readonly languages: readonly string[];
  /** Countries of the settings: all their areas are known, with or without listings. */
  readonly countries: readonly string[];
  /** Areas of the settings; of a country that has none of them here, all are known. */
  readonly chosen: readonly string[];
  readonly compress: Compress;
  readonly quality: number;
  readonly touched: "all" | ReadonlySet<string>;
  readonly version: string;
  readonly onProgress: (done: number, of: number) => void;
}

/** An area's own line, kept so that an untouched area need not be read again. */
interface AreaLine {
  readonly listings: number;
  readonly scripts: readonly string[];
}
type AreaLines = Readonly<Record<string, AreaLine>>;

/**
 * Rebuilds the bundles of the touched areas and the index of all of them. Parts whose bytes stay the same keep
 * their file; those that are no longer current are remembered as gone. Answers how many files are new.
 */
export async function writeBundles(tx: PublishedTx, options: BundleOptions): Promise<number> {
  const lines: Record<string, AreaLine> = { ...(await readDocument<AreaLines>(tx, "areas")) };
  const touched = options.touched === "all" ? await allAreas(tx, lines) : [...options.touched].sort();
  let written = 0;
  for (const [at, area] of touched.entries()) {
    options.onProgress(at, touched.length);
    const listings = await listingsOf(tx, area);
    const parts = listings.length === 0 ? [] : await buildParts(area, listings, options.languages);
    written += await replaceParts(tx, area, parts, options);
    if (listings.length === 0) delete lines[area];
    else lines[area] = { listings: listings.length, scripts: scriptsOf(JSON.stringify(listings)) };
  }
  await writeDocument(tx, "areas", lines);
  await writeDocument(tx, "area-list", toAreaList(lines, options));
  await writeDocument(tx, "bundle-index", await toIndex(tx, lines, options));
  return written;
}

async function allAreas(tx: PublishedTx, lines: AreaLines): Promise<readonly string[]> {
  const rows = await tx.selectDistinct({ area: listingArea.area }).from(listingArea);
  return [...new Set([...rows.map(({ area }) => area), ...Object.keys(lines)])].sort();
}

async function listingsOf(tx: PublishedTx, area: string): Promise<readonly PublishedListing[]> {
  const rows = await tx
    .select({ body: listingTable.body })
    .from(listingArea)
    .innerJoin(listingTable, eq(listingTable.id, listingArea.listingId))
    .where(eq(listingArea.area, area));
  return rows.map(({ body }) => inOutlet(body, "web"));
}

/** An area's names in these languages, and in English always: where a language has none, the page says so. */
function namesIn(areas: AreaIndex, code: string, languages: readonly string[]): Record<string, string> {
  const known = areas.get(code)?.names ?? {};
  const own = languages.flatMap((lang) => (known[lang] === undefined ? [] : [[lang, known[lang]] as const]));
  return { en: areas.name(code, ["en"]), ...Object.fromEntries(own) };
}

function toAreaList(
  lines: AreaLines,
  { areas, languages, countries, chosen }: BundleOptions,
): readonly PublicArea[] {
  const served = Object.keys(lines).filter((code) => code !== EVERYWHERE);
  const wanted = new Set([...countries, ...served.map(countryOf)]);
  const narrowed = new Set(chosen.map(countryOf));
  const isChosen = (code: string) =>
    countries.includes(countryOf(code)) && (!narrowed.has(countryOf(code)) || chosen.includes(code));
  return areas
    .all()
    .filter(({ code }) => wanted.has(countryOf(code)) && (isChosen(code) || code.length === 2 || lines[code]))
    .map(({ code, point, bbox }) => ({
      code,
      country: countryOf(code),
      names: namesIn(areas, code, languages),
      point,
      bbox,
      listings: lines[code]?.listings ?? 0,
    }));
}

async function toIndex(
  tx: PublishedTx,
  lines: AreaLines,
  { areas, languages, version }: BundleOptions,
): Promise<BundleIndex> {
  const rows = await tx
    .select({
      file: bundlePart.file,
      area: bundlePart.area,
      kind: bundlePart.kind,
      lang: bundlePart.lang,
      sequence: bundlePart.sequence,
      bytes: bundlePart.bytes,
      sha256: bundlePart.sha256,
    })
    .from(bundlePart)
    .orderBy(bundlePart.area, bundlePart.kind, bundlePart.lang, bundlePart.sequence);
  const byArea = groupBy(rows, ({ area }) => area);
  const own = (code: string, scope: PartScope): BundlePart[] =>
    (byArea.get(code) ?? []).map(({ file, kind, lang, sequence, bytes, sha256 }) => ({
      kind,
      scope,
      lang: lang === "" ? null : lang,
      url: `/bundles/${file}`,
      bytes,
      sha256,
      sequence,
    }));
  const everywhere = own(EVERYWHERE, "everywhere");
  const countries = new Set(
    Object.keys(lines)
      .filter((code) => code !== EVERYWHERE)
      .map(countryOf),
  );
  const codes = [...new Set([...Object.keys(lines), ...countries])]
    .filter((code) => code !== EVERYWHERE)
    .sort();
  const entry = (code: string): BundleArea => {
    const country = countryOf(code);
    const isCountry = code === country;
    const served = [lines[code], isCountry ? undefined : lines[country], lines[EVERYWHERE]];
    return {
      code,
      names: namesIn(areas, code, languages),
      listings: lines[code]?.listings ?? 0,
      scripts: [...new Set(served.flatMap((line) => line?.scripts ?? []))].sort(),
      parts: [...(isCountry ? [] : own(code, "area")), ...own(country, "country"), ...everywhere],
    };
  };
  const texts = (await readDocument<readonly BundlePart[]>(tx, "text-parts")) ?? [];
  return { version, areas: codes.map(entry), texts };
}
