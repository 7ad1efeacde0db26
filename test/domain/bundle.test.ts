import { describe, expect, test } from "vitest";
import { FACETS } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import {
  BUNDLE_FORMAT,
  decodeCards,
  decodeIndex,
  decodeTexts,
  encodeCards,
  encodeIndex,
  encodeTexts,
} from "#server/domain/bundle.ts";
import { toCard, toDetail } from "#server/domain/to-listing-view.ts";
import { findListings } from "#server/directory/directory.ts";
import { firstStart } from "#server/curation/first-start.ts";
import { factsWith } from "../records/facts.ts";
import { areas, memoryDirectory } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

/** Through JSON, as a bundle travels. */
const travelled = <T>(part: T): T => JSON.parse(JSON.stringify(part)) as T;

describe("the parts of a bundle", () => {
  test("bring back every listing of the demo as it was, in each language", async () => {
    const d = await memoryDirectory();
    await firstStart(d.context, areas, { demo: true });
    await d.apply();
    const listings = await findListings(d.published, {});
    expect(listings.length).toBeGreaterThan(60);
    expect(decodeIndex(travelled(encodeIndex(listings.map(({ facts }) => facts))))).toEqual(
      listings.map(({ facts }) => facts),
    );
    for (const lang of ["en", "th", "vi"]) {
      const cards = listings.map((listing) => [listing.facts.code, toCard(listing, lang)] as const);
      expect([...decodeCards(travelled(encodeCards(cards, lang)))]).toEqual(cards);
      const texts = listings.map((listing) => [listing.facts.code, toDetail(listing, lang)] as const);
      expect([...decodeTexts(travelled(encodeTexts(texts, lang)))]).toEqual(texts);
    }
  });

  test("carry every code of every facet as yes, as no, and as not known", () => {
    const all = Object.entries(FACETS).flatMap(([facet, codes]) =>
      codes.map((code) => [facet, code] as const),
    );
    const listings: ListingFacts[] = all.flatMap(([facet, code]) => [
      factsWith({ answers: { [facet]: { [code]: "yes" } } }),
      factsWith({ answers: { [facet]: { [code]: "no" } } }),
      factsWith(),
    ]);
    expect(decodeIndex(travelled(encodeIndex(listings)))).toEqual(listings);
  });

  test("of another format are refused rather than misread", () => {
    const part = { ...encodeIndex([factsWith()]), format: BUNDLE_FORMAT + 1 };
    expect(() => decodeIndex(part)).toThrow();
  });

  test("with a number that points outside its table are refused", () => {
    const part = encodeIndex([factsWith()]);
    expect(() => decodeIndex({ ...part, scope: { ...part.scope, at: [7] } })).toThrow(RangeError);
  });
});

describe("facets from the record to the public", () => {
  test("every facet and code is kept in three values: yes, no, and no row at all", async () => {
    const d = await memoryDirectory();
    const yes = Object.fromEntries(
      Object.entries(FACETS).map(([facet, codes]) => [
        facet,
        Object.fromEntries(codes.map((code) => [code, "yes" as const])),
      ]),
    );
    const no = Object.fromEntries(
      Object.entries(FACETS).map(([facet, codes]) => [
        facet,
        Object.fromEntries(codes.map((code) => [code, "no" as const])),
      ]),
    );
    await d.publish(
      organizationInput({
        services: [
          serviceInput({ sourceId: "yes", name: { en: "A" }, answers: yes }),
          serviceInput({ sourceId: "no", name: { en: "B" }, answers: no }),
          serviceInput({ sourceId: "unknown", name: { en: "C" } }),
        ],
      }),
    );
    const answers = new Map(
      (await findListings(d.published, {})).map(({ name, facts }) => [name["en"], facts.answers]),
    );
    expect(answers.get("A")).toEqual(yes);
    expect(answers.get("B")).toEqual(no);
    expect(answers.get("C")).toEqual({});
  });

  test("a facet or a code that is not in the vocabulary is refused by the contract and by the database", async () => {
    const d = await memoryDirectory();
    await expect(
      d.publish(
        organizationInput({ services: [serviceInput({ answers: { "shoe-size": { large: "yes" } } })] }),
      ),
    ).rejects.toThrow();
    await d.publish(organizationInput());
    await expect(
      d.catalogue.run("insert into attribute values ((select id from service), 'shoe-size:large', 'yes')"),
    ).rejects.toThrow();
    await expect(
      d.catalogue.run(
        "insert into attribute values ((select id from service), 'pregnancy:accepts', 'maybe')",
      ),
    ).rejects.toThrow();
  });
});
