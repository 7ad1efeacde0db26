import { beforeAll, describe, expect, test } from "vitest";
import { PART_CAP } from "#server/contract/bundle.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { findListings } from "#server/directory/directory.ts";
import { buildParts } from "#server/publication/build-parts.ts";
import { memoryDirectory } from "../records/memory.ts";
import { organizationInput } from "../records/organization.ts";

/** What a change costs those who fetch a list again, and how large a part may become. */

let one: PublishedListing;
beforeAll(async () => {
  const d = await memoryDirectory();
  await d.publish(organizationInput());
  await d.apply();
  const [listing] = await findListings(d.published, {});
  if (listing === undefined) throw new Error("Nothing was published");
  one = listing;
});

const numbered = (n: number): PublishedListing => ({
  ...one,
  facts: { ...one.facts, code: `K${String(n).padStart(4, "0")}` },
  name: { en: `Desk ${n}` },
});
const many = (count: number) => Array.from({ length: count }, (_, n) => numbered(n));
const files = async (listings: readonly PublishedListing[]) =>
  (await buildParts("TH-50", listings, ["en", "th"])).map(({ file }) => file);

/** Files of `after` that somebody who has `before` must fetch. */
const fresh = (before: readonly string[], after: readonly string[]) =>
  after.filter((file) => !before.includes(file));

describe("the parts of a long list", () => {
  test("hold two thousand listings at most, and together all of them", async () => {
    const parts = await buildParts("TH-50", many(4500), ["en"]);
    const counts = parts
      .filter(({ kind }) => kind === "cards")
      .map(({ content }) => new TextDecoder().decode(content).match(/Desk \d+/gu)?.length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(PART_CAP);
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4500);
  });

  test("stay as they are but one, when one listing changes or comes", async () => {
    const list = many(4500);
    const before = await files(list);
    const told = list.map((listing, n) =>
      n === 777 ? { ...listing, texts: { description: { en: "Open on Mondays." } } } : listing,
    );
    // In each language the part with that text, and no other.
    expect(fresh(before, await files(told)).map((file) => file.replace(/\.[0-9a-f]{16}\./u, "."))).toEqual([
      expect.stringMatching(/^th-50-texts-en/u),
      expect.stringMatching(/^th-50-texts-th/u),
    ]);
    const renamed = list.map((listing, n) =>
      n === 777 ? { ...listing, name: { en: "New name" } } : listing,
    );
    expect(fresh(before, await files(renamed)).length).toBe(2);
    // One more listing: one part of each kind, the others keep their bytes.
    expect(fresh(before, await files([...list, numbered(9999)])).length).toBe(5);
  });
});
