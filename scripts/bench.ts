/**
 * What is large and what is quick, measured on what was built: `npm run build && npm run bench`. Prints tables and writes
 * them to bench-results.md. `--only search,device` runs some parts, `--search 10000,1000000` chooses sizes. With
 * WAYMARK_SHARED a real directory's texts and answers are measured beside the demo's. See scripts/bench/README.md.
 */
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { PublishedListing } from "#server/contract/listing.ts";
import { benchDevice, deviceTable } from "./bench/device.ts";
import { benchFirstResult, firstResultTable } from "./bench/first-result.ts";
import { benchHttp, httpTable } from "./bench/http.ts";
import { benchLoad } from "./bench/load.ts";
import { benchPlacesAndMap, placesAndMapTable } from "./bench/places-and-map.ts";
import { benchPrinting, printingTable } from "./bench/printing.ts";
import { benchSearch, growthTable, type SearchTimes, searchTable } from "./bench/search.ts";
import { benchPublish, publishTable } from "./bench/publish.ts";
import { bundleSizes } from "./measure/bundle-sizes.ts";
import { total, weighFirstLoad } from "./measure/first-load.ts";
import { readDemo, readFolder, startPages } from "./measure/in-memory.ts";
import { localeSizes } from "./measure/locale-sizes.ts";

const BUILT = "dist/web";
const RESULTS = "bench-results.md";
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const isBuilt = existsSync(join(BUILT, ".vite/manifest.json"));
const shared = process.env["WAYMARK_SHARED"];

const written: string[] = [];
/** Prints, and keeps for the file, which is written anew each time: a run that is stopped has said what it knew. */
function say(text: string): void {
  console.log(text);
  written.push(text);
  writeFileSync(RESULTS, `${written.join("\n")}\n`);
}

const argument = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? "");
};
const numbers = (text: string | null, usual: readonly number[]) => text?.split(",").map(Number) ?? usual;

let read: readonly PublishedListing[] | null = null;
/** Real and demo listings, whose texts and answers the made ones have. */
async function templates(): Promise<readonly PublishedListing[]> {
  read ??= [
    ...(await readDemo()),
    ...(shared === undefined ? [] : await readFolder(join(shared, "data/unhcr-jordan-2015"))),
  ];
  return read;
}

async function sizes(): Promise<void> {
  if (!isBuilt) return say("Not built: run npm run build first.");
  const start = await startPages(BUILT);
  for (const lang of ["en", "th"]) {
    const weights = weighFirstLoad(BUILT, lang, await start(lang));
    say(
      `\nHome and results in ${lang}: ${kB(total(weights, "gzip"))} gzip, ${kB(total(weights, "brotli"))} brotli\n`,
    );
    for (const { file, gzip, brotli } of weights) say(`- ${file}: ${kB(gzip)}, ${kB(brotli)}`);
  }
  say("\nWords of each language, gzip: first screens, all others, names of services; faces of its writing\n");
  for (const { lang, first, more, services, fonts } of localeSizes(BUILT))
    say(`- ${lang}: ${kB(first)}, ${kB(more)}, ${kB(services)}; ${fonts === 0 ? "none" : kB(fonts)}`);
  await bundles("Demo", readDemo);
  if (shared === undefined) say("\nWAYMARK_SHARED is not set: the large sample is left out.");
  else await bundles("Large sample", () => readFolder(join(shared, "data/unhcr-jordan-2015")));
}

async function bundles(name: string, readAll: () => Promise<readonly PublishedListing[]>): Promise<void> {
  const { listings, index, cards, all } = await bundleSizes(await readAll(), "en");
  say(
    `\n${name}, ${listings} listings in English; for 1,000, brotli 11: index ${kB(index)}, index and cards ${kB(cards)}, all ${kB(all)}`,
  );
}

async function search(): Promise<void> {
  say("Need, language, three conditions, within 50 km, by distance, the first 20, all facet counts.\n");
  const all: SearchTimes[] = [];
  for (const many of numbers(argument("--search"), [10_000, 100_000])) {
    const explain = process.argv.includes("--explain")
      ? (engine: string, plan: string) => say(`\n${engine}:\n\n${plan}\n`)
      : null;
    const times = await benchSearch(await templates(), many, explain);
    all.push(...times);
    say(`${searchTable(times)}\n`);
  }
  say(growthTable(all));
}

/** Each part by the name that `--only` takes, in the order of running. */
const PARTS: Readonly<Record<string, readonly [title: string, run: () => Promise<void>]>> = {
  sizes: ["Sizes", sizes],
  page: [
    "A first visit, until the first result",
    async () => say(firstResultTable(await benchFirstResult())),
  ],
  device: [
    "Search on the device, in a browser",
    async () => say(deviceTable(await benchDevice(await templates(), [1000, 10_000]))),
  ],
  http: [
    "The search route",
    async () => say(httpTable(await benchHttp(await templates(), numbers(argument("--http"), [10_000])))),
  ],
  places: [
    "Places and base maps in a browser (all countries: scripts/bench/places-and-map.ts)",
    async () => say(placesAndMapTable(await benchPlacesAndMap(["TH", "KH", "CN", "KE"]))),
  ],
  print: [
    "Booklets on A4, drawn natively and in a browser worker",
    async () =>
      say(
        printingTable(
          await benchPrinting([100, 500, 1000, 3000], existsSync(join(BUILT, "print/typst.bin"))),
        ),
      ),
  ],
  import: [
    "Imports (how many: scripts/bench/exchange.ts; printed, not written)",
    async () => void (await import("./bench/exchange.ts")),
  ],
  publish: [
    "Publishing",
    async () =>
      say(
        publishTable(await benchPublish(await templates(), numbers(argument("--publish"), [1000, 10_000]))),
      ),
  ],
  load: [
    "The public side under load: one Node process with the demo, and whoever asks, on this machine",
    async () => benchLoad(say),
  ],
  search: ["Search on the server", search],
};

const wanted = argument("--only")?.split(",") ?? Object.keys(PARTS);
say(`# Bench\n\n${cpus()[0]?.model ?? "?"}, ${cpus().length} processors; Node ${process.version}`);
for (const name of wanted) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`There is no part ${name}: ${Object.keys(PARTS).join(", ")}`);
  say(`\n## ${part[0]}\n`);
  const before = performance.now();
  await part[1]();
  say(`\nTook ${((performance.now() - before) / 1000).toFixed(0)} s.`);
}
process.exit(0);
