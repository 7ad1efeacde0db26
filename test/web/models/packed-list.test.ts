import { describe, expect, test } from "vitest";
import type { PublishedListing } from "#server/contract/listing.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { AGE_SPANS } from "#web/models/answers.ts";
import type { Entry } from "#web/models/directory-model.ts";
import { findListings, findPlainly, type Found } from "#web/models/find-listings.ts";
import { findIn, packList, speedUp } from "#web/models/packed-list.ts";
import { chanceFrom, randomListing, randomQuery } from "../../directory/random-listings.ts";

const toEntry = (listing: PublishedListing): Entry => {
  const view = toListingView(listing, "en");
  return { view, text: searchable(searchableParts(view)) };
};

/** Many in `npm run soak`, fewer where every minute counts. */
const QUERIES = process.env["SOAK"] === undefined ? 150 : 5000;

const chance = chanceFrom(5);
const entries = Array.from({ length: 80 }, (_, number) => {
  const { facts, ...rest } = randomListing(chance, number);
  const services = chance.is(0.1) ? ["practitioner-support"] : facts.services;
  return toEntry({ ...rest, facts: { ...facts, services, starter: chance.is(0.1) } });
});
const said = ({ general, specific, starters, misfits }: Found) =>
  [general, specific, starters, misfits].map((items) =>
    items.map(({ listing, match }) => [listing.facts.code, match] as const),
  );

describe("a long list on the device", () => {
  test("is answered from its columns as match answers it: the same groups, order and reasons", async () => {
    const packed = await packList(entries, () => true);
    if (packed === null) throw new Error("The list was not packed");
    const find = findIn(packed);
    let answered = 0;
    for (let at = 0; at < QUERIES; at++) {
      const { age, ...query } = randomQuery(chance);
      const span = chance.is(0.3) ? chance.one(AGE_SPANS) : age === undefined ? null : { from: age, to: age };
      const truth = said(findPlainly(entries, query, span));
      expect(said(find(query, span)), JSON.stringify([query, span])).toEqual(truth);
      if (truth.some((items) => items.length > 0)) answered += 1;
    }
    expect(answered).toBeGreaterThan(QUERIES / 4);
  });

  test("is answered so for every caller once it is packed, and never when it is no longer wanted", async () => {
    const other = [...entries];
    await speedUp(other, () => false);
    const before = findListings(other, {}, null).general[0];
    expect(Object.hasOwn(before ?? {}, "match")).toBe(true);
    await speedUp(other, () => true);
    const [after] = findListings(other, {}, null).general;
    // Reasons are worked out when they are looked at.
    expect(Object.hasOwn(after ?? {}, "match")).toBe(false);
    expect(after?.match).toEqual(before?.match);
  });
});
