/**
 * Fonts for PDFs: static TTFs, unpacked from woff2 in memory. Most are the site's own files; Khmer and Arabic take
 * other families than the site, because only with these can the text of a PDF be copied and read aloud
 * (Noto draws dots and marks as glyphs of their own). Nothing is written to disk.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import wawoff2 from "wawoff2";
import type { PrintScript } from "#web/print/print-fonts.ts";

const require = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`../../web/public/fonts/${name}.woff2`, import.meta.url));
const packaged = (name: string, subset: string, weight: number) =>
  require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`);

const WEIGHTS = [400, 700] as const;

/** Files of each script in both weights. Latin is always needed. */
const BY_SCRIPT: Readonly<Record<PrintScript, (weight: number) => readonly string[]>> = {
  latin: (weight) => [
    packaged("atkinson-hyperlegible-next", "latin", weight),
    packaged("atkinson-hyperlegible-next", "latin-ext", weight),
    own(`noto-sans-latin-${weight}`),
    own(`noto-sans-vietnamese-${weight}`),
  ],
  thai: (weight) => [own(`noto-sans-thai-looped-${weight}`)],
  lao: (weight) => [own(`noto-sans-lao-${weight}`)],
  khmer: (weight) => [packaged("kantumruy-pro", "khmer", weight)],
  myanmar: (weight) => [own(`noto-sans-myanmar-${weight}`)],
  arabic: (weight) => [packaged("vazirmatn", "arabic", weight)],
};

/** Paths of the woff2 files that PDFs are made with, by script. */
export function fontFilesByScript(): readonly (readonly [script: string, files: readonly string[]])[] {
  return Object.entries(BY_SCRIPT).map(([script, files]) => [script, WEIGHTS.flatMap(files)]);
}

/** The fonts as TTF, about 1 MB in all, in a fifth of a second. */
export async function loadFonts(): Promise<readonly Buffer[]> {
  return Promise.all(
    fontFilesByScript()
      .flatMap(([, files]) => files)
      .map(async (file) => Buffer.from(await wawoff2.decompress(await readFile(file)))),
  );
}
