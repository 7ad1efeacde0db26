/**
 * Fonts for PDFs: static TTFs, unpacked from woff2 in memory. Most are the site's own files; Khmer and Arabic take
 * other families than the site, because only with these can the text of a PDF be copied and read aloud
 * (Noto draws dots and marks as glyphs of their own). Nothing is written to disk.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import wawoff2 from "wawoff2";
import type { PrintScript } from "#web/print/print-files.ts";

const require = createRequire(import.meta.url);
const own = (name: string) => fileURLToPath(new URL(`../../web/public/fonts/${name}.woff2`, import.meta.url));
/** Chinese is a package of 73 MB, and optional: without it Chinese pages need `--fonts`. */
const optional = (name: string, subset: string, weight: number): readonly string[] => {
  try {
    return [packaged(name, subset, weight)];
  } catch {
    return [];
  }
};
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
  chinese: (weight) => optional("noto-sans-sc", "chinese-simplified", weight),
};

/** Paths of the woff2 files that PDFs are made with, by script. */
export function fontFilesByScript(): readonly (readonly [script: string, files: readonly string[]])[] {
  return Object.entries(BY_SCRIPT).map(([script, files]) => [script, WEIGHTS.flatMap(files)]);
}

const unpack = (files: readonly string[]): Promise<readonly Buffer[]> =>
  Promise.all(files.map(async (file) => Buffer.from(await wawoff2.decompress(await readFile(file)))));

/** Unpacked once a process: a run that makes many booklets reads them once. */
const unpacked = new Map<string, Promise<readonly Buffer[]>>();

/** The fonts that a text needs as TTF: 1 MB without Chinese, in a fifth of a second, and 6 MB with it. */
export async function loadFonts(text: string): Promise<readonly Buffer[]> {
  const wanted = fontFilesByScript().filter(([script]) => script !== "chinese" || HAN.test(text));
  const fonts = wanted.map(([script, files]) => {
    const known = unpacked.get(script) ?? unpack(files);
    unpacked.set(script, known);
    return known;
  });
  return (await Promise.all(fonts)).flat();
}

const HAN = /\p{Script=Han}/u;
