/**
 * Sizes, measured on what was built and what is published: `npm run build && npm run bench`. With WAYMARK_SHARED the
 * large sample directory is imported and published in memory for it.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PublishedListing } from "#server/contract/listing.ts";
import { LANGUAGES } from "#web/i18n/languages.ts";
import { benchPlacesAndMap, placesAndMapTable } from "./bench/places-and-map.ts";
import { readDemo, readFolder, startPages } from "./measure/in-memory.ts";
import { benchSearch, searchTable } from "./bench/search.ts";
import { benchPrinting, printingTable } from "./bench/printing.ts";
import { bundleSizes } from "./measure/bundle-sizes.ts";
import { localeSizes } from "./measure/locale-sizes.ts";
import { total, weighFirstLoad } from "./measure/first-load.ts";

const BUILT = "dist/web";
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

async function firstLoad(): Promise<void> {
  if (!existsSync(join(BUILT, ".vite/manifest.json")))
    return console.log("Not built: run npm run build first.");
  const start = await startPages(BUILT);
  for (const { code } of LANGUAGES) {
    const weights = weighFirstLoad(BUILT, code, await start(code));
    console.log(
      `\nHome and results in ${code}: ${kB(total(weights, "gzip"))} gzip, ${kB(total(weights, "brotli"))} brotli`,
    );
    if (code !== "en") continue;
    for (const { file, gzip, brotli } of weights) console.log(`  ${file}: ${kB(gzip)}, ${kB(brotli)}`);
  }
}

async function bundles(name: string, read: () => Promise<readonly PublishedListing[]>): Promise<void> {
  const { listings, index, cards, all } = await bundleSizes(await read(), "en");
  console.log(
    `\n${name}, ${listings} listings in English; for 1,000, brotli 11: index ${kB(index)}, index and cards ${kB(cards)}, all ${kB(all)}`,
  );
}

function locales(): void {
  if (!existsSync(join(BUILT, ".vite/manifest.json"))) return;
  console.log(
    "\nWords of each language, gzip: first screens, all others, names of services; faces of its writing",
  );
  for (const { lang, first, more, services, fonts } of localeSizes(BUILT))
    console.log(`  ${lang}: ${kB(first)}, ${kB(more)}, ${kB(services)}; ${fonts === 0 ? "none" : kB(fonts)}`);
}

await firstLoad();
locales();
await bundles("Demo", readDemo);
const shared = process.env["WAYMARK_SHARED"];
if (shared === undefined) console.log("\nWAYMARK_SHARED is not set: the large sample is left out.");
else await bundles("Large sample", () => readFolder(join(shared, "data/unhcr-jordan-2015")));

console.log("\nPlaces and base maps in a browser (all countries: scripts/bench/places-and-map.ts)");
console.log(placesAndMapTable(await benchPlacesAndMap(["TH", "KH", "CN", "KE"])));

/** How many listings the search is measured with: `npm run bench -- --search 10000,1000000`. */
const sizes = (process.argv[process.argv.indexOf("--search") + 1] ?? "").split(",").map(Number);
const wanted = process.argv.includes("--search") ? sizes : [10_000, 100_000];
const templates = [
  ...(await readDemo()),
  ...(shared === undefined ? [] : await readFolder(join(shared, "data/unhcr-jordan-2015"))),
];
console.log(
  "\nSearch: need, language, three conditions, within 50 km, by distance, top 20, all facet counts",
);
console.log("\nImports (how many: scripts/bench/exchange.ts)");
await import("./bench/exchange.ts");

for (const many of wanted) console.log(searchTable(await benchSearch(templates, many)));

console.log("\nBooklets on A4, drawn natively and in a browser worker");
console.log(printingTable(await benchPrinting([100, 500, 3000], existsSync(join(BUILT, "print/typst.bin")))));
