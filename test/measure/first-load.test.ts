import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { startPages } from "../../scripts/measure/in-memory.ts";
import { localeSizes } from "../../scripts/measure/locale-sizes.ts";
import { firstFiles, total, weighFirstLoad } from "../../scripts/measure/first-load.ts";

/** What `npm run build` made. `npm test` builds first. */
const BUILT = "dist/web";
const isBuilt = existsSync(join(BUILT, ".vite/manifest.json"));
if (!isBuilt) console.warn("Skipped: the front end has not been built (npm run build).");

describe.skipIf(!isBuilt)("the first load", () => {
  let start: Awaited<ReturnType<typeof startPages>>;
  beforeAll(async () => {
    start = await startPages(BUILT);
  });

  it.each(LANGUAGES.map(({ code }) => code))(
    "of home and results weighs 60 kB at most in %s, squeezed with gzip: page, styles and script together",
    async (lang) => {
      const weights = weighFirstLoad(BUILT, lang, await start(lang));
      expect(weights.map(({ file }) => file.replace(/-[\w-]{8}\./u, "."))).toEqual(
        expect.arrayContaining([
          "the page",
          "assets/entry.js",
          "assets/entry.css",
          "assets/app.js",
          "assets/search.js",
          `assets/${lang}.js`,
        ]),
      );
      expect(total(weights, "gzip"), `${lang}: ${JSON.stringify(weights)}`).toBeLessThanOrEqual(60_000);
    },
  );

  it("of a language is its own words and no other's: 10 kB for the first screens, and 120 kB of its writing at most", () => {
    const sizes = localeSizes(BUILT);
    expect(sizes).toHaveLength(12);
    for (const { lang, first, more, fonts } of sizes) {
      expect(first, lang).toBeLessThanOrEqual(10_000);
      expect(first + more, lang).toBeLessThanOrEqual(30_000);
      expect(fonts, lang).toBeLessThanOrEqual(120_000);
      const files = firstFiles(BUILT, lang).filter((file) =>
        sizes.some((one) => file.startsWith(`assets/${one.lang}-`)),
      );
      expect(files.map((file) => file.slice("assets/".length).split("-")[0])).toEqual([lang]);
    }
  });

  it("names no script of its own in the page but the one that leaves", async () => {
    const page = await start("en");
    expect([...page.matchAll(/<script [^>]*src="([^"]+)"/gu)].map(([, file]) => file)).toEqual([
      expect.stringMatching(/^\/assets\/entry-/u),
    ]);
    const [leaving] = firstFiles(BUILT, "en");
    const text = readFileSync(join(BUILT, leaving ?? ""), "utf8");
    expect(text).not.toMatch(/^import /mu);
  });
});

/** Newer than Chrome 80, Safari 14 or Firefox 78, and not to be had by compiling. `guarded` may stand behind a question. */
const TOO_NEW: readonly { readonly name: string; readonly use: RegExp; readonly guarded?: RegExp }[] = [
  { name: "at()", use: /\.at\(-?\d/u },
  { name: "replaceAll", use: /\.replaceAll\(/u },
  { name: "structuredClone", use: /\bstructuredClone\(/u },
  { name: "Object.hasOwn", use: /Object\.hasOwn\(/u },
  { name: "findLast", use: /\.findLast(?:Index)?\(/u },
  { name: "toSorted and its like", use: /\.to(?:Sorted|Reversed|Spliced)\(/u },
  { name: "groupBy", use: /(?:Object|Map)\.groupBy\(/u },
  { name: "Array.fromAsync", use: /Array\.fromAsync\(/u },
  { name: "replaceChildren", use: /\.replaceChildren\(/u },
  { name: "Promise.any", use: /Promise\.any\(/u },
  { name: "randomUUID", use: /randomUUID\(/u },
  { name: "AbortSignal.timeout", use: /AbortSignal\.(?:timeout|any)\(/u },
  { name: "Set operations", use: /\.(?:isSubsetOf|symmetricDifference)\(/u },
  { name: "a look behind in a pattern", use: /\(\?<[=!]/u },
  { name: "the flag v or d", use: /[=(,:!&|?]\/(?![/*])(?:[^/\n\\`"']|\\.)+\/[gimsuy]*[vd][gimsuy]*[.),;]/u },
  { name: "crypto.subtle", use: /\.subtle\b/u, guarded: /crypto\)?(?:\?\.|===null|==null|.{0,60}void 0)/u },
  { name: "showModal", use: /\.showModal\(\)/u, guarded: /typeof [\w.]+\.showModal/u },
  {
    name: "CloseWatcher",
    use: /\bCloseWatcher\b/u,
    guarded: /CloseWatcher.{0,40}(?:void 0|undefined|===|&&)/u,
  },
];

/**
 * Libraries that write Word files and workbooks, fetched when somebody wants one. Where a device lacks what they ask for,
 * the screen says that it cannot make the file (`FileMaker`), and PDF, page, table and preview are still there.
 */
const CAUGHT = /^edition-(?:docx|xlsx)-/u;

describe.skipIf(!isBuilt)("the built script of the public site", () => {
  const manifest = isBuilt
    ? (JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8")) as Record<
        string,
        { file: string }
      >)
    : {};
  const office = manifest["curate/entry.tsx"]?.file ?? "";
  const files = isBuilt
    ? readdirSync(join(BUILT, "assets")).filter(
        (file) =>
          file.endsWith(".js") &&
          `assets/${file}` !== office &&
          !/^(?:curate|office)/u.test(file) &&
          !CAUGHT.test(file),
      )
    : [];

  it.each(TOO_NEW)("asks no browser of 2020 for $name without a way round it", ({ use, guarded }) => {
    for (const file of files) {
      const text = readFileSync(join(BUILT, "assets", file), "utf8");
      if (use.test(text)) expect(guarded?.test(text) ?? false, `${file}: ${use.exec(text)?.[0]}`).toBe(true);
    }
  });
});
