/** What the start page and the list weigh: the page itself and every built file that the two need, the map left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

interface Entry {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Parts of the build that home and results run: the script of every page, the app, the search, the words. */
const NEEDED = [/^entry\.tsx$/u, /^_app-/u, /^_search-/u];

export interface Weight {
  readonly file: string;
  readonly gzip: number;
  readonly brotli: number;
}

const weigh = (file: string, bytes: Uint8Array): Weight => ({
  file,
  gzip: gzipSync(bytes, { level: 9 }).byteLength,
  brotli: brotliCompressSync(bytes).byteLength,
});

/** Built files, each once, with whatever they import. @param built folder of the build, `dist/web` */
export function firstFiles(built: string, lang: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(built, ".vite/manifest.json"), "utf8")) as Record<
    string,
    Entry
  >;
  const files = new Set<string>();
  const seen = new Set<string>();
  const take = (key: string): void => {
    const entry = manifest[key];
    if (entry === undefined || seen.has(key)) return;
    seen.add(key);
    files.add(entry.file);
    for (const style of entry.css ?? []) files.add(style);
    for (const part of entry.imports ?? []) take(part);
  };
  for (const key of Object.keys(manifest)) if (NEEDED.some((pattern) => pattern.test(key))) take(key);
  take(`i18n/compiled/${lang}.js`);
  return [...files];
}

/** The page and the files. Throws when the front end has not been built. */
export function weighFirstLoad(built: string, lang: string, page: string): readonly Weight[] {
  const files = firstFiles(built, lang).map((file) => weigh(file, readFileSync(join(built, file))));
  return [weigh("the page", new TextEncoder().encode(page)), ...files];
}

export const total = (weights: readonly Weight[], as: "gzip" | "brotli"): number =>
  weights.reduce((sum, weight) => sum + weight[as], 0);
