/** One size of the publishing bench, in a process of its own: `publish-once.ts LISTINGS TEMPLATES.json`; prints JSON. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, eq, sql } from "drizzle-orm";
import { openPublished } from "#db/client.ts";
import { bundleArea, bundlePart } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { getBundleIndex, getSigned } from "#server/directory/bundle-index.ts";
import { listCells } from "#server/directory/cell-store.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import type { PublishingStep } from "#server/contract/curate/desk.ts";
import { type PublishedChanges, publishChanges } from "#server/publication/publish-changes.ts";
import { chunkOf } from "#server/publication/bundle-chunks.ts";
import { FIRST_SETTINGS } from "#server/publication/settings.ts";
import { fingerprintOf, makeSigningKey, publicKeyOf } from "#server/sealing/signed.ts";
import type { PublishBench, StepTimes } from "./publish.ts";
import { sayProgress } from "../say-progress.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";

const STEP = 200;
/** Changes that are made one after the other; the middle one counts. */
const CHANGES = 5;

const [, , size = "", file = ""] = process.argv;
const many = Number(size);
const templates = JSON.parse(readFileSync(file, "utf8")) as readonly PublishedListing[];
const towns = readTowns();
const areas = loadAreas();
const secret = await makeSigningKey();
const publicKey = await publicKeyOf(secret);
const signing = { secret, publicKey, fingerprint: await fingerprintOf(publicKey) };

const folder = mkdtempSync(join(tmpdir(), "waymark-bench-publish-"));
try {
  process.stdout.write(JSON.stringify(await measure(join(folder, "published.db"))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(path: string): Promise<PublishBench> {
  const db = await openPublished({ url: `file:${path}` });
  const first = await publish(db, makeListings(templates, towns, many), many);
  const [kept] = await db.select({ files: count() }).from(bundlePart);
  const own = [...makeListings(templates, towns, Math.min(many, 2000))]
    .filter(({ facts }) => facts.areas.every((area) => area.length > 2))
    .slice(0, CHANGES);
  const changes = [];
  for (const changed of own) {
    // What the list of cells knows is of the version before, as in a process that serves.
    await listCells(db, "before");
    await db.run(sql`pragma wal_checkpoint(truncate)`);
    const made = await publish(db, [{ ...changed, name: { en: "Another name" } }], 1);
    changes.push({
      ...made,
      written: statSync(`${path}-wal`).size,
      chunk: await chunkWith(db, changed),
      reading: await read(db),
    });
  }
  changes.sort((a, b) => a.seconds - b.seconds);
  const one = changes[Math.floor(changes.length / 2)];
  if (one === undefined) throw new Error("No listing serves an area of its own");
  await db.run(sql`pragma wal_checkpoint(truncate)`);
  return {
    listings: many,
    first: first.times,
    one: one.times,
    written: one.written,
    chunk: one.chunk,
    files: kept?.files ?? 0,
    filesOfOne: one.parts,
    stored: statSync(path).size,
    memory: process.resourceUsage().maxRSS * 1000,
    reading: one.reading,
  };
}

/** How many listings the chunk of a listing's area holds. */
async function chunkWith(db: Published, { facts }: PublishedListing): Promise<number> {
  const [area] = await db
    .select({ chunks: bundleArea.chunks })
    .from(bundleArea)
    .where(eq(bundleArea.area, facts.areas[0] ?? ""));
  return area?.chunks[chunkOf(facts.code, area.chunks.length)]?.listings ?? 0;
}

/** Publishes as the office does, all but reading the catalogue. Listings are made as they are taken. */
async function publish(
  db: Published,
  wanted: Iterable<PublishedListing>,
  wishes: number,
): Promise<PublishedChanges & { readonly times: StepTimes; readonly seconds: number }> {
  const times: Record<PublishingStep | "commit", number> = {
    listings: 0,
    bundles: 0,
    cells: 0,
    lists: 0,
    commit: 0,
  };
  const began = performance.now();
  let step: PublishingStep | "commit" = "listings";
  let since = began;
  const goTo = (next: PublishingStep | "commit") => {
    const now = performance.now();
    times[step] += (now - since) / 1000;
    since = now;
    step = next;
  };
  const progress = sayProgress();
  const report = await db.transaction(async (tx) => {
    const made = await publishChanges(tx, {
      wanted: inSteps(wanted),
      wishes,
      settings: { ...FIRST_SETTINGS, languages: ["en"] },
      taxonomy: [],
      texts: [],
      signing,
      areas,
      compress,
      onProgress: (what, done, of) => {
        if (what !== step) goTo(what);
        progress.tell(what, done, of);
      },
    });
    goTo("commit");
    return made;
  });
  goTo("commit");
  progress.end();
  return { ...report, times, seconds: (performance.now() - began) / 1000 };
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

/** What the public side reads once after a change. */
async function read(db: Published): Promise<PublishBench["reading"]> {
  const timed = async <T>(what: () => Promise<T>): Promise<[T, number]> => {
    const before = performance.now();
    return [await what(), (performance.now() - before) / 1000];
  };
  const [cells, cellSeconds] = await timed(() => listCells(db, "after"));
  const [indexBytes, index] = await timed(async () =>
    Buffer.byteLength(JSON.stringify(await getBundleIndex(db, "en"))),
  );
  const [signedBytes, signed] = await timed(async () =>
    Buffer.byteLength(JSON.stringify(await getSigned(db))),
  );
  return {
    cells: cellSeconds,
    cellParts: cells?.parts.length ?? 0,
    index,
    indexBytes,
    signed,
    signedBytes,
  };
}
