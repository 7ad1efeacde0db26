import { TEXT_PAGES } from "#db/vocabulary.ts";
import type { BundleArea, BundleIndex } from "#server/contract/bundle.ts";
import { partsIn } from "#web/models/load-area.ts";
import type { Fetch } from "#web/models/fetch-part.ts";

/** Written by the build (`scripts/list-files.ts`): every file of the site with its size, and its language if it has one. */
export interface BuiltFiles {
  readonly files: readonly (readonly [url: string, bytes: number, lang: string | null])[];
}
export const BUILT_FILES = "/keep.json";

/** One row of what will lie on the device. */
export interface Lies {
  readonly urls: readonly string[];
  readonly bytes: number;
}

/** What "Keep on this device" keeps, by what a person knows of it. */
export interface Keeping {
  readonly area: Lies;
  readonly pages: Lies;
  readonly map: Lies;
  readonly letters: Lies;
}

/** Pages that are kept in the language of the page. */
const PAGES = ["", "areas", "emergency", "safe", "languages", "guide", "suggest", ...TEXT_PAGES];

/** Addresses of the parts of an area in a language. */
export function partUrls(area: BundleArea, lang: string): readonly string[] {
  return (["index", "cards", "texts"] as const).flatMap((kind) =>
    partsIn(area, kind, lang).map(({ url }) => url),
  );
}

/** Works out what is to be kept for an area. Fetches the list of files and stores nothing. Rejects without internet. */
export async function whatToKeep(
  code: string,
  lang: string,
  index: BundleIndex,
  fetch: Fetch,
): Promise<Keeping> {
  const response = await fetch(BUILT_FILES, { cache: "no-store", credentials: "omit" });
  if (!response.ok) throw new Error(`${response.status}`);
  const { files } = (await response.json()) as BuiltFiles;
  const area = index.areas.find((one) => one.code === code);
  if (area === undefined) throw new Error("area");
  const country = code.slice(0, 2);
  const texts = (index.texts ?? []).filter((part) => part.lang === lang);
  const lies = (wanted: (url: string, of: string | null) => boolean): Lies => {
    const found = files.filter(([url, , of]) => wanted(url, of));
    return { urls: found.map(([url]) => url), bytes: found.reduce((sum, [, bytes]) => sum + bytes, 0) };
  };
  const script = lies((url, of) => url.startsWith("/assets/") && (of === null || of === lang || of === "en"));
  const parts = (["index", "cards", "texts"] as const).flatMap((kind) => partsIn(area, kind, lang));
  const used = new Set(usedFonts());
  const pages = PAGES.map((page) => `/${lang}/${page}`);
  return {
    area: {
      urls: [`/bundles/index-${lang}.json`, ...parts.map(({ url }) => url)],
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    pages: {
      urls: [...pages, ...script.urls, ...texts.map(({ url }) => url)],
      bytes: script.bytes + texts.reduce((sum, { bytes }) => sum + bytes, 0) + pages.length * PAGE_BYTES,
    },
    map: lies((url) => url === `/map/${country}.json` || url === `/places/${country}.json`),
    letters: lies((url) => used.has(url)),
  };
}

/** About what a page of words weighs, in bytes. */
const PAGE_BYTES = 16_000;

/** Faces that this visit has fetched: those of the area and of the page. */
function usedFonts(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith("/fonts/"));
}

export const allOf = ({ area, pages, map, letters }: Keeping): Lies => ({
  urls: [...new Set([...area.urls, ...pages.urls, ...map.urls, ...letters.urls])],
  bytes: area.bytes + pages.bytes + map.bytes + letters.bytes,
});
