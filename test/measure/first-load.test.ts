import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { transformWithOxc } from "vite";
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

/** Files of the build that a page of the public site may come to ask for, whatever is opened: the back office's are not. */
function publicFiles(ending: string): readonly string[] {
  if (!isBuilt) return [];
  const manifest = JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8")) as Record<
    string,
    { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }
  >;
  const found = new Set<string>();
  const waiting = ["entry.tsx", "styles/more.css"];
  const seen = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const entry = manifest[key];
    if (entry === undefined || seen.has(key)) continue;
    seen.add(key);
    for (const file of [entry.file, ...(entry.css ?? [])]) found.add(file);
    waiting.push(...(entry.imports ?? []), ...(entry.dynamicImports ?? []));
  }
  return [...found].filter((file) => file.endsWith(ending));
}

/** The oldest browsers that get the full site, as in `vite.config.ts`. */
const OLD = ["chrome80", "safari14", "firefox78"];

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
const CAUGHT = /^assets\/edition-(?:docx|xlsx)-/u;

describe.skipIf(!isBuilt)("the built script of the public site", () => {
  const files = publicFiles(".js").filter((file) => !CAUGHT.test(file));

  /** The same text, with what a target lacks written in what it has. */
  const writtenFor = async (code: string, target: string | string[]) =>
    (await transformWithOxc(code, "file.js", { target })).code;

  it("is written in what Chrome 80, Safari 14 and Firefox 78 can parse", async () => {
    // What no longer changes when it is written for them holds nothing that they lack.
    const isOld = async (code: string) =>
      (await writtenFor(code, OLD)) === (await writtenFor(code, "esnext"));
    for (const newer of [
      "a ??= b;",
      "class A { #b = 1; c() { return this.#b; } }",
      "class A { static { f(); } }",
    ])
      expect([newer, await isOld(newer)]).toEqual([newer, false]);
    expect(files.length).toBeGreaterThan(40);
    const failing = [];
    for (const file of [...publicFiles(".js"), "keep.js"])
      if (!(await isOld(readFileSync(join(BUILT, file), "utf8")))) failing.push(file);
    expect(failing).toEqual([]);
  }, 60_000);

  it.each(TOO_NEW)("asks no browser of 2020 for $name without a way round it", ({ use, guarded }) => {
    for (const file of files) {
      const text = readFileSync(join(BUILT, file), "utf8");
      if (use.test(text)) expect(guarded?.test(text) ?? false, `${file}: ${use.exec(text)?.[0]}`).toBe(true);
    }
  });
});

/** Newer than Chrome 80, Safari 14 or Firefox 78: a browser that does not know one leaves out the line or the whole rule. */
const TOO_NEW_STYLES: readonly RegExp[] = [
  /:(?:is|where|has|dir)\(/u,
  /:not\([^()]*,/u,
  /[{;](?:inset|(?:margin|padding|inset|border)-(?:inline|block)):/u,
  /[{;](?:inset-(?:inline|block)-(?:start|end)|border-(?:start|end)-(?:start|end)-radius):/u,
  /@(?:layer|container|property|scope|starting-style)\b/u,
  /\d(?:dvh|svh|lvh|dvw|cqw|cqi)\b/u,
  /[{;]aspect-ratio:/u,
  /@media[^{]*[<>]=?/u,
  /[{;]display:[^;}]*\b(?:flow-root list-item|inline flex)/u,
];

describe.skipIf(!isBuilt)("the built styles of the public site", () => {
  const sheets = publicFiles(".css");

  it("use nothing that a browser of 2020 would leave out with the place, the size or the cover of a thing", () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) {
      const css = readFileSync(join(BUILT, sheet), "utf8");
      for (const use of TOO_NEW_STYLES) expect([sheet, use.exec(css)?.[0] ?? null]).toEqual([sheet, null]);
    }
  });
});
