import { inOutlet } from "#server/domain/outlets.ts";
import { inArray } from "drizzle-orm";
import { listing as listingTable } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type CellQuery, toCellQuery } from "#server/domain/cells/cell-query.ts";
import { cellOf, createFoundRows, rowOf } from "#server/domain/cells/found-rows.ts";
import { mayHold } from "#server/domain/cells/grams.ts";
import { codeAt } from "#server/domain/cells/packed-cell.ts";
import { scanCell } from "#server/domain/cells/scan-cell.ts";
import { createTally, type FacetCounts, tallyFacts, toFacetCounts } from "#server/domain/facet-counts.ts";
import { byCodePoint, compareMatches, match, type Ranked } from "#server/domain/match/match.ts";
import type { Query } from "#server/domain/query.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { phrase, toListingView } from "#server/domain/to-listing-view.ts";
import { groupBy } from "#server/domain/group-by.ts";
import type { CellList, CellPart } from "./cell-list.ts";
import { readGrams, readNameOrder, readNames, useCells } from "./cell-store.ts";
import { chooseCells } from "./choose-cells.ts";

/** A search of the published listings: what is asked, in which language, and which places of the order to answer. */
export interface ListSearch {
  readonly query: Query;
  readonly lang: string;
  /** Whether what does not fit is wanted too. */
  readonly includeNo: boolean;
  readonly from: number;
  readonly to: number;
}

export interface ListAnswer {
  readonly total: number;
  /** The listings from `from` to `to`, in the neutral order. */
  readonly page: readonly PublishedListing[];
  readonly facets: FacetCounts;
}

/** Searches the packed cells: scans those that can hold something, then reads the listings of one page. */
export async function searchCells(db: Published, list: CellList, search: ListSearch): Promise<ListAnswer> {
  const asked = toCellQuery(search.query);
  if (asked.verify) return verifyRows(db, chooseCells(list, asked), asked, search);
  const { total, codes, facets } = await searchCodes(db, list, search);
  return { total, page: await readPage(db, codes), facets };
}

/** What a search finds, before any listing is read: codes of the wanted places of the neutral order. */
export interface CodeAnswer {
  readonly total: number;
  readonly codes: readonly string[];
  readonly facets: FacetCounts;
}

/** Answers a search from the cells alone. Throws a RangeError for one that asks for words, which stand in listings. */
export async function searchCodes(
  db: Published,
  list: CellList,
  { query, lang, includeNo, from, to }: ListSearch,
): Promise<CodeAnswer> {
  const asked = toCellQuery(query);
  if (asked.verify) throw new RangeError("Words are looked for in listings");
  const found = createFoundRows(asked, to);
  const scanned: CellPart[] = [];
  await useCells(db, chooseCells(list, asked), (part, view) => {
    scanned.push(part);
    found.take(view, scanCell(view, asked, includeNo));
  });
  const wanted: number[] = [];
  for (const { places, before } of found.from(from)) {
    const ordered =
      places.length === 1 ? places : await firstByName(db, scanned, places, { lang, many: to - before });
    wanted.push(...ordered.slice(Math.max(0, from - before), to - before));
  }
  const codeOf = await readCodes(db, scanned, wanted);
  return { total: found.total(), codes: wanted.map(codeOf), facets: found.facets() };
}

/** The short codes of places, read from their cells, of which most are still held. */
async function readCodes(
  db: Published,
  parts: readonly CellPart[],
  places: readonly number[],
): Promise<(place: number) => string> {
  const byPart = groupBy(places, (place) => parts[cellOf(place)]);
  const codes = new Map<number, string>();
  await useCells(
    db,
    [...byPart.keys()].flatMap((part) => part ?? []),
    (part, view) => {
      for (const place of byPart.get(part) ?? []) codes.set(place, codeAt(view, rowOf(place)));
    },
  );
  return (place) => codes.get(place) ?? "";
}

/** The first of places that tie, by name and then by code: of each part its own first, then those of all parts together. */
async function firstByName(
  db: Published,
  parts: readonly CellPart[],
  places: readonly number[],
  { lang, many }: { readonly lang: string; readonly many: number },
): Promise<readonly number[]> {
  const byPart = groupBy(places, (place) => parts[cellOf(place)]);
  const first: number[] = [];
  const names = new Map<number, string>();
  for (const [part, own] of byPart) {
    if (part === undefined) continue;
    const order = await readNameOrder(db, part, lang);
    const ordered = firstBy(own, many, (place) => order[rowOf(place)] ?? 0);
    first.push(...ordered);
    if (byPart.size === 1) continue;
    const nameOf = await readNames(db, part);
    for (const place of ordered) names.set(place, phrase(nameOf(rowOf(place)), lang)?.text ?? "");
  }
  if (byPart.size === 1) return first;
  const codeOf = await readCodes(db, parts, first);
  const named = (place: number) => names.get(place) ?? "";
  return first.sort((a, b) => byCodePoint(named(a), named(b)) || byCodePoint(codeOf(a), codeOf(b)));
}

/** The `many` with the least numbers, in their order. Numbers are whole, and no two the same. */
function firstBy<T>(items: readonly T[], many: number, numberOf: (item: T) => number): readonly T[] {
  const numbers = Float64Array.from(items, (item, at) => numberOf(item) * items.length + at).sort();
  return Array.from(numbers.subarray(0, many), (number) => items[number % items.length]).flatMap(
    (item) => item ?? [],
  );
}

const BATCH = 200;

/** Reads listings whole, as they may be shown to other systems, in the order of their codes. */
export async function readPage(
  db: Published,
  codes: readonly string[],
): Promise<readonly PublishedListing[]> {
  const byCode = new Map<string, PublishedListing>();
  for (let at = 0; at < codes.length; at += BATCH) {
    const rows = await db
      .select({ code: listingTable.code, body: listingTable.body })
      .from(listingTable)
      .where(inArray(listingTable.code, codes.slice(at, at + BATCH)));
    for (const { code, body } of rows) byCode.set(code, inOutlet(body, "feed"));
  }
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** For words: the scan narrows by signature, `match` reads each listing that is left. */
async function verifyRows(
  db: Published,
  parts: readonly CellPart[],
  asked: CellQuery,
  { query, lang, includeNo, from, to }: ListSearch,
): Promise<ListAnswer> {
  const codes = new Set<string>();
  const rowsByPart: { readonly part: CellPart; readonly rows: readonly { row: number; code: string }[] }[] =
    [];
  await useCells(db, parts, (part, view) => {
    const { count, rows } = scanCell(view, asked, includeNo);
    if (count === 0) return;
    const found = Array.from(rows.subarray(0, count), (row) => ({ row, code: codeAt(view, row) }));
    rowsByPart.push({ part, rows: found });
  });
  for (const { part, rows } of rowsByPart) {
    const gramsOf = asked.pairs.length === 0 ? null : await readGrams(db, part);
    for (const { row, code } of rows)
      if (gramsOf === null || mayHold(gramsOf(row), asked.pairs)) codes.add(code);
  }
  const tally = createTally();
  const ranked: Ranked[] = [];
  const all = [...codes];
  for (let at = 0; at < all.length; at += BATCH) {
    for (const listing of await readPage(db, all.slice(at, at + BATCH))) {
      const text = searchable(searchableParts(toListingView(listing, lang)));
      const one = { facts: listing.facts, match: match(listing.facts, query, text) };
      if (!one.match.found || (one.match.fit === "no" && !includeNo)) continue;
      tallyFacts(tally, listing.facts);
      ranked.push({ ...one, name: phrase(listing.name, lang)?.text ?? "" });
    }
  }
  ranked.sort(compareMatches);
  const page = await readPage(
    db,
    ranked.slice(from, to).map(({ facts }) => facts.code),
  );
  return { total: ranked.length, page, facets: toFacetCounts(tally) };
}
