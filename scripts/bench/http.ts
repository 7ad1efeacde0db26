import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listing as listingTable } from "#db/schema/published/index.ts";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import { startDirectory } from "#server/node/start.ts";
import { openStores } from "#server/node/stores.ts";
import { rebuildCells } from "#server/publication/write-cells.ts";
import { serve } from "../../test/edge/servers.ts";
import { workerdStarts } from "../../test/edge/workerd.ts";
import { runBareWorker } from "../edge/bare-worker.ts";
import { serveStores } from "../edge/stores.ts";
import { askOften, type Throughput } from "./load/ask-often.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";
import { type MainQuery, makeQueries, RADIUS_KM, TOP } from "./search/make-queries.ts";

/** What one way to ask came to. */
export interface HttpBench {
  readonly listings: number;
  readonly way: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

const CONNECTIONS = 16;
/** Questions, each asked for so many seconds. */
const ASKED = 4;
const SECONDS = 3;
/** The country whose towns are asked about. */
const COUNTRY = "TH";
const BATCH = 100;
/** Questions in this process before those that are timed; the other ways are warmed for a second. */
const WARM = 100;

/** `GET /api/services` with the main question: in this process, over HTTP on Node, and in workerd with its stores over HTTP. */
export async function benchHttp(
  samples: readonly PublishedListing[],
  sizes: readonly number[],
): Promise<readonly HttpBench[]> {
  const measured: HttpBench[] = [];
  for (const listings of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "waymark-bench-http-"));
    try {
      const queries = await fill(folder, samples, listings);
      const paths = queries.map(toPath);
      const add = (way: string, of: readonly Omit<Throughput, "with">[]) => {
        const mean = (pick: (one: Omit<Throughput, "with">) => number) =>
          of.reduce((sum, one) => sum + pick(one), 0) / of.length;
        measured.push({
          listings,
          way,
          perSecond: mean((one) => one.perSecond),
          p50: mean((one) => one.p50),
          p99: Math.max(...of.map((one) => one.p99)),
          failed: of.reduce((sum, one) => sum + one.failed, 0),
        });
      };
      add("in this process, no socket", await inProcess(folder, paths));
      const node = await serve("server/node.ts", { DATA_DIR: folder, PORT: "0" }, ["directory is at"]);
      try {
        add(`Node over HTTP, ${CONNECTIONS} at once`, await overHttp(node.address("directory is at"), paths));
      } finally {
        await node.stop();
      }
      if (!workerdStarts()) continue;
      const stores = await serveStores(folder, true);
      const worker = await runBareWorker({
        environment: "public",
        folder,
        variables: stores.forPublic,
        health: "/healthz",
      });
      try {
        await worker.ready;
        add(`workerd over HTTP, ${CONNECTIONS} at once`, await overHttp(worker.address, paths));
      } finally {
        await worker.stop();
        await stores.server.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured;
}

/** A directory with the demo and so many listings more, packed; answers the questions to ask. */
async function fill(
  folder: string,
  samples: readonly PublishedListing[],
  listings: number,
): Promise<readonly MainQuery[]> {
  const templates = samples.filter(({ facts }) => facts.needs.length > 0);
  const towns = readTowns();
  // The first start publishes the demo, and with it settings and areas.
  const started = await startDirectory({ DATA_DIR: folder, PORT: "0" });
  void started;
  const { published } = await openStores({ DATA_DIR: folder });
  await published.transaction(async (tx) => {
    let rows: (typeof listingTable.$inferInsert)[] = [];
    for (const body of makeListings(templates, towns, listings)) {
      rows.push({ id: body.id, code: body.facts.code, body });
      if (rows.length < BATCH) continue;
      await tx.insert(listingTable).values(rows).onConflictDoNothing();
      rows = [];
    }
    await rebuildCells(tx);
    const state = await readDocument<PublishedState>(tx, "state");
    if (state !== null) await writeDocument(tx, "state", { ...state, version: `bench${listings}` });
  });
  return makeQueries(
    templates,
    towns.filter(({ country }) => country === COUNTRY),
    ASKED,
  );
}

function toPath({ point, need, language, gender, age }: MainQuery): string {
  const asked = new URLSearchParams({
    need,
    language,
    gender,
    age: String(age),
    no_documents: "1",
    lat: point[0].toFixed(5),
    lon: point[1].toFixed(5),
    radius_km: String(RADIUS_KM),
    limit: String(TOP),
  });
  return `/api/services?${asked.toString()}`;
}

async function inProcess(
  folder: string,
  paths: readonly string[],
): Promise<readonly Omit<Throughput, "with">[]> {
  const { app } = await startDirectory({ DATA_DIR: folder, PORT: "0" });
  const found: Omit<Throughput, "with">[] = [];
  for (const path of paths) {
    for (let at = 0; at < WARM; at++) await (await app.request(path)).arrayBuffer();
    const took: number[] = [];
    let failed = 0;
    const began = performance.now();
    while (performance.now() - began < SECONDS * 1000) {
      const before = performance.now();
      const answer = await app.request(path);
      await answer.arrayBuffer();
      took.push(performance.now() - before);
      if (answer.status !== 200) failed += 1;
    }
    const seconds = (performance.now() - began) / 1000;
    const at = (share: number) => took.toSorted((a, b) => a - b)[Math.floor(took.length * share)] ?? 0;
    found.push({ perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), failed });
  }
  return found;
}

async function overHttp(origin: string, paths: readonly string[]): Promise<readonly Throughput[]> {
  const found: Throughput[] = [];
  for (const path of paths) {
    await askOften(`${origin}${path}`, CONNECTIONS, 1);
    found.push(await askOften(`${origin}${path}`, CONNECTIONS, SECONDS));
  }
  return found;
}

/** The figures as lines of a table; shares are of the same size's first way. */
export function httpTable(benches: readonly HttpBench[]): string {
  return [
    "| listings | way | answers a second | share of the limit | p50 ms | p99 ms | failed |",
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ...benches.map(({ listings, way, perSecond, p50, p99, failed }) => {
      const limit = benches.find((one) => one.listings === listings)?.perSecond ?? perSecond;
      return `| ${listings.toLocaleString("en")} | ${way} | ${perSecond.toFixed(0)} | ${((perSecond / limit) * 100).toFixed(0)} % | ${p50.toFixed(2)} | ${p99.toFixed(1)} | ${failed} |`;
    }),
  ].join("\n");
}
