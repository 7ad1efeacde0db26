import { describe, expect, test } from "vitest";
import { openPublished } from "#db/client.ts";
import { listing as listingTable, searchCell } from "#db/schema/published/index.ts";
import { CellPlaces, partOf } from "#server/publication/cell-places.ts";
import { patchCells, rebuildCells } from "#server/publication/write-cells.ts";
import { chanceFrom, randomListing } from "../directory/random-listings.ts";

describe("the cells of many listings", () => {
  test("are cut again part by part as they grow, and hold then what packing all of them anew holds", async () => {
    const chance = chanceFrom(4);
    const db = await openPublished({ url: ":memory:" });
    const [sample] = [randomListing(chance, 0)];
    const listings = Array.from({ length: 160 }, (_, number) => {
      const one = randomListing(chance, number);
      return { ...one, facts: { ...one.facts, areas: sample.facts.areas, places: sample.facts.places } };
    });
    // Several at once: more than one part of a cell is too large then.
    for (let at = 0; at < listings.length; at += 40) {
      const some = listings.slice(at, at + 40);
      await db
        .insert(listingTable)
        .values(some.map((body) => ({ id: body.id, code: body.facts.code, body })));
      await patchCells(
        db,
        some.map((after) => ({ before: null, after })),
        12,
      );
    }
    const lines = async () =>
      (await db.select().from(searchCell).orderBy(searchCell.id)).map(
        ({ id, parts, stamp, listings: many }) => `${id} of ${parts}: ${many} ${stamp}`,
      );
    const patched = await lines();
    expect(patched.length).toBeGreaterThan(12);
    await rebuildCells(db, () => undefined, 12);
    expect(patched).toEqual(await lines());
  });

  test("are found with 16 bytes a listing and cell, none in the wrong part and none twice", () => {
    const places = new CellPlaces();
    const codeOf = (row: number) => `K${row}Q`;
    for (let row = 1; row <= 5000; row++)
      places.add(row, codeOf(row), row % 50 === 0 ? ["gone", "two"] : ["two"]);
    expect(places.count).toBe(5100);
    expect(places.bytes).toBeLessThanOrEqual(2 * 16 * places.count);
    const seen = new Map<string, number[]>();
    for (const { key, parts, part, rows } of places.parts(700)) {
      expect(rows.length).toBeLessThanOrEqual(700);
      expect(rows.every((row) => partOf(codeOf(row), parts) === part)).toBe(true);
      seen.set(key, [...(seen.get(key) ?? []), ...rows]);
    }
    expect(seen.get("two")?.sort((a, b) => a - b)).toEqual(Array.from({ length: 5000 }, (_, at) => at + 1));
    expect(seen.get("gone")).toHaveLength(100);
  });
});
