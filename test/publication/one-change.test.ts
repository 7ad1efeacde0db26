import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { openPublished } from "#db/client.ts";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { bundleArea, bundlePart, listingArea } from "#db/schema/published/index.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { PublishedState } from "#server/contract/public-records.ts";
import { getBundleIndex } from "#server/directory/bundle-index.ts";
import { compress } from "#server/node/compress.ts";
import type { PublishingStep } from "#server/contract/curate/desk.ts";
import { publishChanges } from "#server/publication/publish-changes.ts";
import { FIRST_SETTINGS } from "#server/publication/settings.ts";
import { fingerprintOf, makeSigningKey, publicKeyOf } from "#server/sealing/signed.ts";
import { chanceFrom, randomListing } from "../directory/random-listings.ts";
import { areas, closeStore, memoryDirectory } from "../records/memory.ts";
import { organizationInput } from "../records/organization.ts";

/** What one change costs, in rows and bytes, beside few and beside many other listings. */

const folder = mkdtempSync(join(tmpdir(), "one-change-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OF_AN_AREA = 30;
const CODES = areas
  .all()
  .filter(({ code }) => code.length > 2)
  .map(({ code, point }) => ({ code, point }));

/** Listings of so many areas, each in the middle of its own; the first area has the same ones however many there are. */
function listingsOf(many: number): readonly PublishedListing[] {
  const chance = chanceFrom(11);
  return CODES.slice(0, many).flatMap(({ code, point }, area) =>
    Array.from({ length: OF_AN_AREA }, (_, at) => {
      const one = randomListing(chance, area * OF_AN_AREA + at);
      const place = { area: code, point, distance: "point" as const };
      const places = one.facts.places.slice(0, 1).map((known) => ({ ...known, ...place }));
      return { ...one, facts: { ...one.facts, areas: [code], places } };
    }),
  );
}

async function published(name: string, listings: readonly PublishedListing[]) {
  const path = join(folder, `${name}.db`);
  const db = await openPublished({ url: `file:${path}` });
  const secret = await makeSigningKey();
  const publicKey = await publicKeyOf(secret);
  const signing = { secret, publicKey, fingerprint: await fingerprintOf(publicKey) };
  const steps: PublishingStep[] = [];
  /** Rows and bytes that publishing these wrote. */
  const publish = async (some: readonly PublishedListing[]) => {
    await db.run(sql`pragma wal_checkpoint(truncate)`);
    const rows = await db.transaction(async (tx) => {
      const written = async () =>
        (await tx.all<{ n: number }>(sql`select total_changes() as n`))[0]?.n ?? Number.NaN;
      const before = await written();
      await publishChanges(tx, {
        wanted: (async function* () {
          yield new Map(some.map((one) => [one.id, one]));
        })(),
        wishes: some.length,
        settings: { ...FIRST_SETTINGS, languages: ["en"] },
        taxonomy: [],
        texts: [],
        signing,
        areas,
        compress,
        onProgress: (what) => void (steps.at(-1) === what || steps.push(what)),
      });
      return (await written()) - before;
    });
    return { rows, bytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0 };
  };
  await publish(listings);
  return { db, publish, steps };
}

describe("publishing one change", () => {
  test("writes as many rows beside 1,200 listings of 40 areas as beside 300 of 10, and a line more for each area", async () => {
    const costs = [];
    for (const many of [10, 40]) {
      const listings = listingsOf(many);
      const { db, publish, steps } = await published(`of-${many}`, listings);
      const [one] = listings;
      if (one === undefined) throw new Error("There are no listings");
      expect(await readDocument<PublishedState>(db, "state")).toMatchObject({ listings: many * OF_AN_AREA });
      costs.push(await publish([{ ...one, name: { en: "Another name" } }]));
      expect(steps).toEqual([
        "listings",
        "bundles",
        "cells",
        "lists",
        "listings",
        "bundles",
        "cells",
        "lists",
      ]);
      closeStore(db);
    }
    const [few, more] = costs;
    expect(few?.rows).toBeGreaterThan(5);
    expect(more?.rows).toBe(few?.rows);
    // A digest for each area in the signed statement, and pages of 4 kB that are written whole.
    expect((more?.bytes ?? 0) - (few?.bytes ?? 0)).toBeLessThan(30 * 100 + 6 * 4120);
  });

  test("writes nothing when nothing public moved", async () => {
    const listings = listingsOf(2);
    const { db, publish } = await published("nothing", listings);
    expect(await publish(listings)).toEqual({ rows: 0, bytes: 0 });
    expect(await publish([])).toEqual({ rows: 0, bytes: 0 });
    closeStore(db);
  });
});

describe("a store that an earlier version of the software published", () => {
  test("is read as it is, and is made over once by the next publishing, files and all", async () => {
    const d = await memoryDirectory();
    const { report } = await d.publish(organizationInput());
    const { published: db } = d;
    const now = await getBundleIndex(db);
    const files = await db.select({ file: bundlePart.file }).from(bundlePart).orderBy(bundlePart.file);
    const state = await readDocument<PublishedState>(db, "state");
    // What such a store had, and had not.
    await db.delete(bundleArea);
    await db.update(listingArea).set({ slot: 0 });
    await writeDocument(db, "bundle-index", now);
    const { version, listings, sum } = state ?? { version: "", listings: 0, sum: "" };
    await writeDocument(db, "state", { version, listings, sum });
    expect(await getBundleIndex(db)).toEqual(now);
    const ofThai = (await getBundleIndex(db, "th")).areas.flatMap((area) => area.parts);
    expect(new Set(ofThai.map(({ lang }) => lang))).toEqual(new Set([null, "th"]));

    expect(await d.apply()).toMatchObject({ version: report.version, changed: 0, parts: 0 });
    expect(await getBundleIndex(db)).toEqual(now);
    // A public side of the earlier version reads what it knew, until that is wrong.
    expect(await readDocument(db, "bundle-index")).toEqual(now);
    expect(await db.select({ file: bundlePart.file }).from(bundlePart).orderBy(bundlePart.file)).toEqual(
      files,
    );
    expect(await readDocument(db, "state")).toEqual(state);
    expect(await db.select().from(listingArea).where(eq(listingArea.slot, 0))).toEqual([]);

    await d.publish(organizationInput({ sourceId: "another" }));
    expect(await readDocument(db, "bundle-index")).toBeNull();
    expect((await getBundleIndex(db)).version).not.toBe(now.version);
  });
});
