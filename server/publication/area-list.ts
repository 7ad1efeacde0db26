import { writeDocument } from "#db/published-documents.ts";
import { bundleArea } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import { EVERYWHERE } from "#db/vocabulary.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import { countryOf } from "#server/domain/area-served.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { sha256 } from "#server/domain/digest.ts";

interface AreaListOptions {
  /** Under the names of this directory. */
  readonly areas: AreaIndex;
  readonly languages: readonly string[];
  /** Countries of the settings: all their areas are known, with or without listings. */
  readonly countries: readonly string[];
  /** Areas of the settings; of a country that has none of them here, all are known. */
  readonly chosen: readonly string[];
}

/** Writes the areas that the public side knows, with how many listings each has. */
export async function writeAreaList(tx: PublishedTx, options: AreaListOptions): Promise<void> {
  const rows = await tx.select({ area: bundleArea.area, listings: bundleArea.listings }).from(bundleArea);
  const counts = new Map(rows.map(({ area, listings }) => [area, listings]));
  counts.delete(EVERYWHERE);
  await writeDocument(tx, "area-list", toAreaList(counts, options));
}

function toAreaList(
  counts: ReadonlyMap<string, number>,
  { areas, languages, countries, chosen }: AreaListOptions,
): readonly PublicArea[] {
  const wanted = new Set([...countries, ...[...counts.keys()].map(countryOf)]);
  const narrowed = new Set(chosen.map(countryOf));
  const isChosen = (code: string) =>
    countries.includes(countryOf(code)) && (!narrowed.has(countryOf(code)) || chosen.includes(code));
  return areas
    .all()
    .filter(
      ({ code }) => wanted.has(countryOf(code)) && (isChosen(code) || code.length === 2 || counts.has(code)),
    )
    .map(({ code, point, bbox }) => ({
      code,
      country: countryOf(code),
      names: namesIn(areas, code, languages),
      point,
      bbox,
      listings: counts.get(code) ?? 0,
    }));
}

/** An area's names in these languages, and in English always: where a language has none, the page says so. */
function namesIn(areas: AreaIndex, code: string, languages: readonly string[]): Record<string, string> {
  const known = areas.get(code)?.names ?? {};
  const own = languages.flatMap((lang) => (known[lang] === undefined ? [] : [[lang, known[lang]] as const]));
  return { en: areas.name(code, ["en"]), ...Object.fromEntries(own) };
}

const stamps = new WeakMap<AreaIndex, string>();

/** A digest of the areas as this release of the software knows them, worked out once in a process. */
export async function areasStamp(areas: AreaIndex): Promise<string> {
  const known = stamps.get(areas);
  if (known !== undefined) return known;
  const fresh = (await sha256(stableJson(areas.all()))).slice(0, 16);
  stamps.set(areas, fresh);
  return fresh;
}
