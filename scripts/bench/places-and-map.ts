import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../test/browser/open-browser.ts";
import { COUNTRIES } from "../geo/countries.ts";
import type { LandTimes } from "./land-page.ts";

// npx tsx --tsconfig web/tsconfig.json scripts/bench/places-and-map.ts [TH KH …]
// Sizes of the files of each country, and what a browser needs for them, as it is and with a processor slowed six times.

/** Bytes as they are, with gzip 9 and with brotli 11. */
interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface CountryBench {
  readonly country: string;
  readonly places: Size;
  readonly map: Size;
  readonly fast: LandTimes;
  /** The same with the processor slowed `SLOWED` times: a slow phone. */
  readonly slow: LandTimes;
}

const SLOWED = 6;
const STYLES = ["web/styles/tokens.css", "web/styles/base.css", "web/map/map.css"];

function sizeOf(text: string): Size {
  const bytes = Buffer.from(text);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

async function bundlePage(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: "scripts/bench/land-page.ts", formats: ["iife"], name: "bench" },
    },
  });
  const chunk = [made].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error("The page to measure in could not be made");
  return chunk.code;
}

async function measure(browser: Browser, code: string, country: string): Promise<CountryBench> {
  const places = readFileSync(`web/public/places/${country}.json`, "utf8");
  const map = readFileSync(`web/public/map/${country}.json`, "utf8");
  const page = await browser.newPage({ viewport: { width: 390, height: 760 }, deviceScaleFactor: 2 });
  await page.setContent(
    '<!doctype html><html lang="en"><body><div class="map" style="height:700px"></div></body></html>',
  );
  for (const style of STYLES) await page.addStyleTag({ content: readFileSync(style, "utf8") });
  await page.addScriptTag({ content: code });
  const run = () =>
    page.evaluate(
      ([first, second]) =>
        (window as unknown as { measureCountry: (a: string, b: string) => LandTimes }).measureCountry(
          first,
          second,
        ),
      [places, map] as const,
    );
  const devtools = await page.context().newCDPSession(page);
  const fast = await run();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const slow = await run();
  await page.close();
  return { country, places: sizeOf(places), map: sizeOf(map), fast, slow };
}

/** Measures the files of countries (ISO 3166-1; all by default) in an installed Chromium. Run it from the project's folder. */
export async function benchPlacesAndMap(
  countries: readonly string[] = COUNTRIES.map(({ code }) => code),
): Promise<readonly CountryBench[]> {
  const code = await bundlePage();
  const browser = await openBrowser();
  try {
    const rows: CountryBench[] = [];
    // One after another: side by side they would slow one another.
    for (const country of countries) rows.push(await measure(browser, code, country));
    return rows;
  } finally {
    await browser.close();
  }
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const sizes = ({ raw, gzip, brotli }: Size) => `${kB(raw)} / ${kB(gzip)} / ${kB(brotli)}`;
const both = (row: CountryBench, key: keyof LandTimes) =>
  `${row.fast[key].toFixed(1)} / ${row.slow[key].toFixed(1)}`;

/** The rows as a Markdown table. */
export function placesAndMapTable(rows: readonly CountryBench[]): string {
  const head = [
    "| | places kB: raw / gz / br | map kB: raw / gz / br | index | one search | decode | draw land | draw names |",
    `| --- | --- | --- | --- | --- | --- | --- | --- |`,
  ];
  const body = rows.map((row) =>
    [
      "",
      row.country,
      sizes(row.places),
      sizes(row.map),
      both(row, "buildIndex"),
      both(row, "search"),
      both(row, "decode"),
      both(row, "drawLand"),
      both(row, "drawNames"),
      "",
    ]
      .join(" | ")
      .trim(),
  );
  const note = `Milliseconds, median of 5: as the machine is / slowed ${SLOWED} times; drawn at a phone's size.`;
  return [...head, ...body, "", note].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const asked = process.argv.slice(2);
  console.log(placesAndMapTable(await benchPlacesAndMap(asked.length > 0 ? asked : undefined)));
}
