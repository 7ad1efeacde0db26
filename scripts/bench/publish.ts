import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPublished } from "#db/client.ts";
import { writeDocument } from "#db/published-documents.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { patchCells, rebuildCells } from "#server/publication/write-cells.ts";
import { writeBundles } from "#server/publication/write-bundles.ts";
import { writeListings } from "#server/publication/write-listings.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";

/** What publishing so many listings took, and one change after it. Seconds; bytes. */
export interface PublishBench {
  readonly listings: number;
  readonly first: number;
  /** A changed name of one listing that serves its own area. */
  readonly one: number;
  readonly files: number;
  readonly stored: number;
  /** The most memory that this process had by then. */
  readonly memory: number;
}

const STEP = 200;

/** The published side's own work: listings, bundles in one language with brotli 5, cells. Listings are made as they are taken. */
export async function benchPublish(
  samples: readonly PublishedListing[],
  sizes: readonly number[],
): Promise<readonly PublishBench[]> {
  const templates = samples.filter(({ facts }) => facts.needs.length > 0);
  const towns = readTowns();
  const areas = loadAreas();
  const found: PublishBench[] = [];
  for (const many of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "waymark-bench-publish-"));
    const file = join(folder, "published.db");
    const db = await openPublished({ url: `file:${file}` });
    let sum = "0";
    const publish = async (wanted: Iterable<PublishedListing>, isFirst: boolean): Promise<number> =>
      db.transaction(async (tx) => {
        const changed = await writeListings(tx, inSteps(wanted), { sum, onProgress: () => undefined });
        ({ sum } = changed);
        const touched = new Map(
          [...changed.areas].map((area) => [
            area,
            new Set((changed.listings ?? []).map(({ after }) => after?.facts.code ?? "")),
          ]),
        );
        const files = await writeBundles(tx, {
          areas,
          languages: ["en"],
          countries: [],
          chosen: [],
          compress,
          quality: 5,
          touched: isFirst ? "all" : touched,
          version: sum.slice(0, 16),
          onProgress: progress("bundles"),
        });
        if (changed.listings === null || isFirst) await rebuildCells(tx, progress("cells"));
        else await patchCells(tx, changed.listings);
        await writeDocument(tx, "state", { version: sum.slice(0, 16), listings: many, sum });
        return files;
      });
    try {
      let before = performance.now();
      const files = await publish(makeListings(templates, towns, many), true);
      const first = (performance.now() - before) / 1000;
      const [changed] = [...makeListings(templates, towns, 200)].filter(({ facts }) =>
        facts.areas.every((area) => area.length > 2),
      );
      if (changed === undefined) throw new Error("No listing serves an area of its own");
      before = performance.now();
      await publish([{ ...changed, name: { en: "Another name" } }], false);
      const one = (performance.now() - before) / 1000;
      const memory = process.resourceUsage().maxRSS * 1000;
      found.push({ listings: many, first, one, files, stored: statSync(file).size, memory });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return found;
}

/** Says on the error stream how far a long publishing is, every ten seconds. */
function progress(what: string): (done: number, of: number) => void {
  let said = performance.now();
  return (done, of) => {
    if (performance.now() - said < 10_000) return;
    said = performance.now();
    console.error(`${what}: ${done} of ${of}`);
  };
}

async function* inSteps(
  listings: Iterable<PublishedListing>,
): AsyncGenerator<ReadonlyMap<string, PublishedListing>> {
  let step = new Map<string, PublishedListing>();
  for (const listing of listings) {
    step.set(listing.id, listing);
    if (step.size < STEP) continue;
    yield step;
    step = new Map();
  }
  if (step.size > 0) yield step;
}

/** The figures as lines of a table. */
export function publishTable(benches: readonly PublishBench[]): string {
  return [
    "| listings | first publication, s | one change, s | files | published store, MB | most memory so far, MB |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ...benches.map(
      ({ listings, first, one, files, stored, memory }) =>
        `| ${listings.toLocaleString("en")} | ${first.toFixed(1)} | ${one.toFixed(2)} | ${files} | ${(stored / 1e6).toFixed(0)} | ${(memory / 1e6).toFixed(0)} |`,
    ),
  ].join("\n");
}
