/**
 * Fonts for PDFs: static TTFs, unpacked from woff2 in memory. Most are the site's own files; Khmer and Arabic take
 * other families than the site, because only with these can the text of a PDF be copied and read aloud
 * (Noto draws dots and marks as glyphs of their own). Nothing is written to disk.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import wawoff2 from "wawoff2";

const require = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`../../web/public/fonts/${name}.woff2`, import.meta.url));
const packaged = (name: string, subset: string, weight: number) =>
  require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`);

const WEIGHTS = [400, 700] as const;
const OWN = [
  "noto-sans-latin",
  "noto-sans-vietnamese",
  "noto-sans-thai-looped",
  "noto-sans-lao",
  "noto-sans-myanmar",
] as const;
const PACKAGED = [
  ["atkinson-hyperlegible-next", "latin"],
  ["atkinson-hyperlegible-next", "latin-ext"],
  ["kantumruy-pro", "khmer"],
  ["vazirmatn", "arabic"],
] as const;

/** Paths of the woff2 files that PDFs are made with. */
export function fontFiles(): readonly string[] {
  return WEIGHTS.flatMap((weight) => [
    ...PACKAGED.map(([name, subset]) => packaged(name, subset, weight)),
    ...OWN.map((name) => own(`${name}-${weight}`)),
  ]);
}

/** The fonts as TTF, about 1 MB in all, in a fifth of a second. */
export async function loadFonts(): Promise<readonly Buffer[]> {
  return Promise.all(
    fontFiles().map(async (file) => Buffer.from(await wawoff2.decompress(await readFile(file)))),
  );
}
