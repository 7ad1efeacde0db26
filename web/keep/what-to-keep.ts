import { TEXT_PAGES } from "#db/vocabulary.ts";
import type { BundleIndex } from "#server/contract/bundle.ts";
import { languageOf } from "#web/local-language.ts";
import { partsIn } from "#web/models/load-area.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { isLetterOf } from "./letters.ts";

/**
 * Every file of the site with its size, and its language if it has one: what the build lists (`scripts/list-files.ts`)
 * and the deployment's own base maps, which come after the build.
 */
export interface BuiltFiles {
  readonly files: readonly (readonly [url: string, bytes: number, lang: string | null])[];
}
const BUILT_FILES = "/keep.json";

/** Addresses that will lie on the device, with their sizes in bytes. */
export type Lies = ReadonlyMap<string, number>;

/** What "Keep on this device" keeps, by what a person knows of it. */
export interface Keeping {
  /** Of the published lists. */
  readonly version: string;
  readonly area: Lies;
  readonly pages: Lies;
  readonly map: Lies;
  readonly letters: Lies;
}

/** Pages that are kept in the language of the page: all but those of areas, which the app draws from the parts. */
const PAGES = ["", "areas", "emergency", "safe", "languages", "guide", "suggest", ...TEXT_PAGES];
/** About what a page of words weighs, in bytes; what was really stored is counted when it is. */
const PAGE_BYTES = 12_000;

/** Where the own base map of a country lies (`directory base-map`). */
const ownMap = (country: string) => `/map/${country}.pmtiles`;

/**
 * Reads the list of files. `baseMaps`: the countries for which the settings name a base map of the directory's own.
 * Rejects without internet.
 */
export async function readFiles(fetch: Fetch, baseMaps: readonly string[] = []): Promise<BuiltFiles> {
  const [response, ...sizes] = await Promise.all([
    fetch(BUILT_FILES, { cache: "reload", credentials: "omit" }),
    ...baseMaps.map((country) => weigh(ownMap(country), fetch)),
  ] as const);
  if (!response.ok) throw new Error(`${response.status}`);
  const { files } = (await response.json()) as BuiltFiles;
  const own = baseMaps.flatMap((country, at): BuiltFiles["files"] => {
    const bytes = sizes[at] ?? null;
    return bytes === null ? [] : [[ownMap(country), bytes, null]];
  });
  return { files: [...files, ...own] };
}

/** Bytes of a file; null where it is missing, as our own map then stands in its place. */
async function weigh(url: string, fetch: Fetch): Promise<number | null> {
  const ask = { cache: "reload", credentials: "omit" } as const;
  const head = await fetch(url, { ...ask, method: "HEAD" });
  if (!head.ok) return null;
  const said = Number(head.headers.get("content-length") ?? 0);
  if (said > 0) return said;
  // Some hosts do not say.
  const whole = await fetch(url, ask);
  return whole.ok ? (await whole.blob()).size : null;
}

/** Works out what is to be kept for an area, in a language; null when the area is no longer listed. */
export function whatToKeep(
  code: string,
  lang: string,
  index: BundleIndex,
  { files }: BuiltFiles,
): Keeping | null {
  const area = index.areas.find((one) => one.code === code);
  if (area === undefined) return null;
  const country = code.slice(0, 2);
  const local = languageOf(code);
  // English stands beside a language that nobody checked, and the language of the place is there to be shown.
  const languages = [...new Set([lang, "en", ...(local === null ? [] : [local])])];
  const texts = (index.texts ?? []).filter((part) => part.lang === lang);
  const parts = (["index", "cards", "texts"] as const).flatMap((kind) => partsIn(area, kind, lang));
  const built = (wanted: (url: string, of: string | null) => boolean): [string, number][] =>
    files.filter(([url, , of]) => wanted(url, of)).map(([url, bytes]) => [url, bytes]);
  return {
    version: index.version,
    area: new Map(parts.map(({ url, bytes }) => [url, bytes])),
    pages: new Map([
      ...PAGES.map((page): [string, number] => [`/${lang}/${page}`, PAGE_BYTES]),
      [indexAddress(index, lang), PAGE_BYTES],
      ...built((url, of) => url.startsWith("/assets/") && (of === null || languages.includes(of))),
      ...texts.map(({ url, bytes }): [string, number] => [url, bytes]),
    ]),
    map: new Map(
      built((url) => [`/map/${country}.json`, ownMap(country), `/places/${country}.json`].includes(url)),
    ),
    letters: new Map(built((url) => isLetterOf(url, languages, area.scripts))),
  };
}

/** Where an index came from: that of a language names no other; a language without lists has that of all. */
function indexAddress({ areas }: BundleIndex, lang: string): string {
  const isOwn = areas.every(({ parts }) => parts.every((part) => part.lang === null || part.lang === lang));
  return isOwn ? `/bundles/index-${lang}.json` : "/bundles/index.json";
}

/** Bytes of it. */
export const sizeOf = (lies: Lies): number => [...lies.values()].reduce((sum, bytes) => sum + bytes, 0);

/** All of it as one. */
export const allOf = ({ area, pages, map, letters }: Omit<Keeping, "version">): Lies =>
  new Map([...area, ...pages, ...map, ...letters]);
