import { and, eq, gte, inArray } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { bundlePart, listing as listingTable, listingArea } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import { EVERYWHERE } from "#db/vocabulary.ts";
import type { BundleArea, BundleIndex, BundlePart, PartScope } from "#server/contract/bundle.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { buildChunk, chunkOf, chunksOf, type Compress } from "./build-parts.ts";
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
  /** Areas with the codes of what came, went or changed there; null: too much to say. */
  readonly touched: "all" | ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly version: string;
  readonly onProgress: (done: number, of: number) => void;
}

/** An area's own line, kept so that an untouched area need not be read again. */
interface AreaLine {
  readonly listings: number;
  readonly scripts: readonly string[];
  /** How the area is cut, and the scripts of each chunk; missing in what older versions published. */
  readonly of?: number;
  readonly chunks?: readonly (readonly string[])[];
}
type AreaLines = Readonly<Record<string, AreaLine>>;

/**
 * Rebuilds the touched chunks of the touched areas and the index of all of them: a change costs by the size of its own
 * parts, and memory is bounded by one chunk. Parts whose bytes stay the same keep their file; those that are no longer
 * current are remembered as gone. Answers how many files are new.
 */
export async function writeBundles(tx: PublishedTx, options: BundleOptions): Promise<number> {
  const lines: Record<string, AreaLine> = { ...(await readDocument<AreaLines>(tx, "areas")) };
  const { touched } = options;
  const areas = touched === "all" ? await allAreas(tx, lines) : [...touched.keys()].sort();
  let written = 0;
  for (const [at, area] of areas.entries()) {
    options.onProgress(at, areas.length);
    const changed = touched === "all" ? null : (touched.get(area) ?? null);
    const { line, files } = await writeArea(tx, area, { before: lines[area], changed }, options);
    written += files;
    if (line === null) delete lines[area];
    else lines[area] = line;
  }
  await writeDocument(tx, "areas", lines);
  await writeDocument(tx, "area-list", toAreaList(lines, options));
  await writeDocument(tx, "bundle-index", await toIndex(tx, lines, options));
  return written;
}

interface AreaChange {
  readonly before: AreaLine | undefined;
  readonly changed: ReadonlySet<string> | null;
}

/** Writes the chunks of an area that hold or held something changed: all of them when the area is cut anew. */
async function writeArea(
  tx: PublishedTx,
  area: string,
  { before, changed }: AreaChange,
  options: BundleOptions,
): Promise<{ readonly line: AreaLine | null; readonly files: number }> {
  const codes = await codesOf(tx, area);
  if (codes.length === 0) return { line: null, files: await replaceParts(tx, area, [], options) };
  const { of, chunks } = chunksOf(codes);
  const known = before?.of === of && before.chunks?.length === chunks.length ? before.chunks : null;
  const touched = changed === null ? null : new Set([...changed].map((code) => chunkOf(code, of)));
  const scripts: (readonly string[])[] = [];
  let files = 0;
  for (const [sequence, { number, codes: own }] of chunks.entries()) {
    const same = known?.[sequence];
    if (same !== undefined && touched !== null && !touched.has(number)) {
      scripts.push(same);
      continue;
    }
    const listings = await listingsOf(tx, own);
    const parts = await buildChunk({ area, sequence }, listings, options.languages);
    files += await replaceParts(tx, area, parts, { ...options, sequence });
    scripts.push(scriptsOf(JSON.stringify(listings)));
  }
  if (known === null) await dropAfter(tx, area, chunks.length, options);
  const all = [...new Set(scripts.flat())].sort();
  return { line: { listings: codes.length, scripts: all, of, chunks: scripts }, files };
}

/** Takes away the parts of chunks that an area no longer has. */
async function dropAfter(
  tx: PublishedTx,
  area: string,
  chunks: number,
  options: BundleOptions,
): Promise<void> {
  const rows = await tx
    .selectDistinct({ sequence: bundlePart.sequence })
    .from(bundlePart)
    .where(and(eq(bundlePart.area, area), gte(bundlePart.sequence, chunks)));
  for (const { sequence } of rows) await replaceParts(tx, area, [], { ...options, sequence });
}

async function allAreas(tx: PublishedTx, lines: AreaLines): Promise<readonly string[]> {
  const rows = await tx.selectDistinct({ area: listingArea.area }).from(listingArea);
  return [...new Set([...rows.map(({ area }) => area), ...Object.keys(lines)])].sort();
}

async function codesOf(tx: PublishedTx, area: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ code: listingTable.code })
    .from(listingArea)
    .innerJoin(listingTable, eq(listingTable.id, listingArea.listingId))
    .where(eq(listingArea.area, area));
  return rows.map(({ code }) => code);
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
