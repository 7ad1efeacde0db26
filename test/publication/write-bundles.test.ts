import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openPublished } from "#db/client.ts";
import { bundleArea, bundlePart, listing as listingTable, listingArea } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { compress } from "#server/node/compress.ts";
import { writeBundles } from "#server/publication/write-bundles.ts";
import { chanceFrom, randomListing } from "../directory/random-listings.ts";

/** An area with more listings than one part holds, changed here and there. */

const AREA = "TH-50";
const write = (db: Published, touched: Parameters<typeof writeBundles>[1]["touched"]) =>
  db.transaction((tx) =>
    writeBundles(tx, {
      languages: ["en"],
      compress,
      quality: 1,
      touched,
      onProgress: () => undefined,
    }),
  );

async function add(db: Published, body: PublishedListing): Promise<void> {
  await db.insert(listingTable).values({ id: body.id, code: body.facts.code, body });
  await db.insert(listingArea).values({ area: AREA, listingId: body.id });
}

async function storeOf(listings: Iterable<PublishedListing>): Promise<Published> {
  const db = await openPublished({ url: ":memory:" });
  for (const body of listings) await add(db, body);
  return db;
}

const filesOf = async (db: Published) =>
  (await db.select({ file: bundlePart.file, sequence: bundlePart.sequence }).from(bundlePart))
    .map(({ file, sequence }) => `${file} ${sequence}`)
    .sort();

describe("the bundle of a long list", () => {
  const listings = new Map<string, PublishedListing>();
  let db: Published;
  beforeAll(async () => {
    const chance = chanceFrom(9);
    for (let number = 0; number < 2300; number++) {
      const one = randomListing(chance, number);
      listings.set(one.id, { ...one, facts: { ...one.facts, areas: [AREA] } });
    }
    db = await storeOf(listings.values());
    await write(db, "all");
  });

  test("is written in the chunks that a change touches, and is then what a whole rebuild writes", async () => {
    const [changed, gone] = [...listings.values()];
    if (changed === undefined || gone === undefined) throw new Error("There are no listings");
    const next = { ...changed, name: { en: "ชื่อใหม่" } };
    listings.set(next.id, next);
    listings.delete(gone.id);
    await db.update(listingTable).set({ body: next }).where(eq(listingTable.id, next.id));
    await db.delete(listingArea).where(eq(listingArea.listingId, gone.id));
    await db.delete(listingTable).where(eq(listingTable.id, gone.id));

    const before = (await filesOf(db)).length;
    const one = await write(db, new Map([[AREA, new Set([next.facts.code])]]));
    // The parts of one chunk of two.
    expect(one).toBeLessThanOrEqual(before / 2);
    await write(db, new Map([[AREA, new Set([gone.facts.code])]]));

    const fresh = await storeOf(listings.values());
    await write(fresh, "all");
    expect(await filesOf(db)).toEqual(await filesOf(fresh));
    // How it is cut, what is known of each chunk, and the digest of all its files.
    expect(await db.select().from(bundleArea)).toEqual(await fresh.select().from(bundleArea));
  });

  test("is one chunk again when it has become short, and leaves no part behind", async () => {
    const few = [...listings.values()].slice(0, 100);
    const kept = new Set(few.map(({ id }) => id));
    for (const { id } of listings.values()) {
      if (kept.has(id)) continue;
      await db.delete(listingArea).where(eq(listingArea.listingId, id));
      await db.delete(listingTable).where(eq(listingTable.id, id));
    }
    await write(db, new Map([[AREA, null]]));
    const fresh = await storeOf(few);
    await write(fresh, "all");
    expect(await filesOf(db)).toEqual(await filesOf(fresh));
  });
});
