import { beforeAll, describe, expect, test } from "vitest";
import { openPublished } from "#db/client.ts";
import { listing as listingTable, searchCell } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { listCells } from "#server/directory/cell-store.ts";
import { searchCells, type ListSearch } from "#server/directory/search-cells.ts";
import { facetCounts } from "#server/domain/facet-counts.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { phrase, toListingView } from "#server/domain/to-listing-view.ts";
import { type CellChange, patchCells, rebuildCells } from "#server/publication/write-cells.ts";
import { type Chance, chanceFrom, randomListing, randomQuery } from "./random-listings.ts";

const LISTINGS = 120;
/** Ten thousand in `npm run soak`, fewer where every minute counts. */
const QUERIES = process.env["SOAK"] === undefined ? 800 : 10_000;

let db: Published;
let listings: readonly PublishedListing[];

beforeAll(async () => {
  const chance = chanceFrom(1);
  listings = Array.from({ length: LISTINGS }, (_, number) => randomListing(chance, number));
  db = await openPublished({ url: ":memory:" });
  for (const body of listings)
    await db.insert(listingTable).values({ id: body.id, code: body.facts.code, body });
  await rebuildCells(db);
});

const texts = new Map<PublishedListing, Map<string, string>>();

/** The text that words are looked for in; made once, because ten thousand searches read it. */
function textOf(listing: PublishedListing, lang: string): string {
  const known = texts.get(listing) ?? new Map<string, string>();
  texts.set(listing, known);
  const text = known.get(lang) ?? searchable(searchableParts(toListingView(listing, lang)));
  known.set(lang, text);
  return text;
}

/** What `match` says of every listing, without any index: the truth. */
function plainScan(all: readonly PublishedListing[], { query, lang, includeNo, from, to }: ListSearch) {
  const matched = all
    .map((listing) => ({
      facts: listing.facts,
      match: match(listing.facts, query, textOf(listing, lang)),
      name: phrase(listing.name, lang)?.text ?? "",
    }))
    .filter(({ match: { found, fit } }) => found && (fit !== "no" || includeNo))
    .sort(compareMatches);
  return {
    total: matched.length,
    codes: matched.slice(from, to).map(({ facts }) => facts.code),
    facets: facetCounts(matched.map(({ facts }) => facts)),
  };
}

function randomSearch(chance: Chance): ListSearch {
  const from = chance.one([0, 0, 0, 1, 7, 40]);
  return {
    query: randomQuery(chance),
    lang: chance.one(["en", "th", "vi"]),
    includeNo: chance.is(0.2),
    from,
    to: from + chance.one([1, 20, 20, 100]),
  };
}

async function packedSearch(version: string, search: ListSearch) {
  const cells = await listCells(db, version);
  if (cells === null) throw new Error("There are no cells");
  const { total, page, facets } = await searchCells(db, cells, search);
  return { total, codes: page.map(({ facts }) => facts.code), facets };
}

describe("the packed search", () => {
  test(
    "equals the plain scan on random searches: poles, date line, borders of cells, areas served from afar",
    async () => {
      const chance = chanceFrom(2);
      let answered = 0;
      for (let at = 0; at < QUERIES; at++) {
        const search = randomSearch(chance);
        const truth = plainScan(listings, search);
        if (truth.total > 0) answered += 1;
        expect(await packedSearch("first", search), JSON.stringify(search)).toEqual(truth);
      }
      expect(answered).toBeGreaterThan(QUERIES / 4);
    },
    120_000 + QUERIES * 100,
  );

  test("equals it after listings came, went and changed, and stores what a whole rebuild stores", async () => {
    const chance = chanceFrom(3);
    const all = new Map(listings.map((listing) => [listing.id, listing]));
    for (let round = 0; round < 20; round++) {
      const changes: CellChange[] = Array.from({ length: 1 + chance.below(4) }, (_, index) => {
        const number = chance.below(LISTINGS + 20);
        const id = `listing-${number}`;
        const before = index === 0 || !all.has(id) ? (all.get(id) ?? null) : null;
        if (index > 0 && all.has(id)) return { before: null, after: null };
        const after = before !== null && chance.is(0.4) ? null : randomListing(chance, number);
        if (after === null) all.delete(id);
        else all.set(id, after);
        return { before, after };
      });
      await patchCells(db, changes);
    }
    await db.delete(listingTable);
    for (const body of all.values())
      await db.insert(listingTable).values({ id: body.id, code: body.facts.code, body });
    for (let at = 0; at < 300; at++) {
      const search = randomSearch(chance);
      expect(await packedSearch("second", search), JSON.stringify(search)).toEqual(
        plainScan([...all.values()], search),
      );
    }
    const patched = await db.select().from(searchCell).orderBy(searchCell.id);
    await rebuildCells(db);
    const rebuilt = await db.select().from(searchCell).orderBy(searchCell.id);
    const lines = (rows: typeof patched) =>
      rows.map(({ id, stamp, listings: many }) => `${id} ${stamp} ${many}`);
    expect(lines(patched)).toEqual(lines(rebuilt));
  });
});
