import type { PublishedListing } from "#server/contract/listing.ts";
import type { Query } from "#server/domain/query.ts";
import { build } from "vite";
import { openBrowser } from "../../test/browser/open-browser.ts";
import type { DeviceTimes } from "./device-page.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";
import { makeQueries } from "./search/make-queries.ts";
import { share } from "./share.ts";

/** Times of one list on a device. */
export interface DeviceBench {
  readonly listings: number;
  /** How many times the processor was slowed. */
  readonly slowed: number;
  /** Milliseconds of packing, pauses included. */
  readonly packing: number;
  readonly times: DeviceTimes;
}

/** A slow phone. */
const SLOWED = 6;
const ASKED = 400;
/** One place with all its listings, as a large city has them. */
const AREA = "TH-10";

interface BenchWindow {
  benchLoad(text: string): Promise<number>;
  benchAsk(queries: readonly Query[]): DeviceTimes;
}

/** Searches a list of one area in a browser, as it is and with the processor slowed. */
export async function benchDevice(
  samples: readonly PublishedListing[],
  sizes: readonly number[],
): Promise<readonly DeviceBench[]> {
  const templates = samples.filter(({ facts }) => facts.needs.length > 0);
  const towns = readTowns().filter(({ area }) => area === AREA);
  const queries = makeQueries(templates, towns, ASKED).map(({ query }) => query);
  const code = await bundlePage();
  const browser = await openBrowser();
  const measured: DeviceBench[] = [];
  try {
    for (const listings of sizes) {
      const list = [...makeListings(templates, towns, listings)].map(({ facts, name }) => ({
        facts,
        name: name["en"] ?? Object.values(name)[0] ?? "",
      }));
      for (const slowed of [1, SLOWED]) {
        const page = await browser.newPage();
        await page.setContent('<!doctype html><html lang="en"><body></body></html>');
        await page.addScriptTag({ content: code });
        const devtools = await page.context().newCDPSession(page);
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
        const packing = await page.evaluate(
          (text) => (window as unknown as BenchWindow).benchLoad(text),
          JSON.stringify(list),
        );
        const times = await page.evaluate(
          (asked) => (window as unknown as BenchWindow).benchAsk(asked),
          queries,
        );
        measured.push({ listings, slowed, packing, times });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return measured;
}

async function bundlePage(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: "scripts/bench/device-page.ts", formats: ["iife"], name: "bench" } },
  });
  const chunk = [made].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error("The page to measure in could not be made");
  return chunk.code;
}

/** The figures as lines of a table. */
export function deviceTable(benches: readonly DeviceBench[]): string {
  const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  return [
    "| listings on the device | processor | packing ms | first 20 and all counts, p50, p95 ms | whole list in order, p50, p95 ms | by `match` alone, p50 ms | same answers |",
    "| ---: | --- | ---: | ---: | ---: | ---: | --- |",
    ...benches.map(({ listings, slowed, packing, times: { page, list, plain, same } }) => {
      const both = (times: readonly number[]) => `${ms(share(times, 0.5))}, ${ms(share(times, 0.95))}`;
      const processor = slowed === 1 ? "as it is" : `${slowed} times slower`;
      return `| ${listings.toLocaleString("en")} | ${processor} | ${ms(packing)} | ${both(page)} | ${both(list)} | ${ms(share(plain, 0.5))} | ${same ? "yes" : "NO"} |`;
    }),
  ].join("\n");
}
