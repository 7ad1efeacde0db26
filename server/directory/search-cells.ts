import { inOutlet } from "#server/domain/outlets.ts";
import { inArray } from "drizzle-orm";
import { listing as listingTable } from "#db/schema/published/index.ts";
import type { Published } from "#db/stores.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type CellQuery, toCellQuery, toCellTerms } from "#server/domain/cells/cell-query.ts";
import { createFoundRows, type FoundRow } from "#server/domain/cells/found-rows.ts";
import { mayHold } from "#server/domain/cells/grams.ts";
import { type CellView, codeAt } from "#server/domain/cells/packed-cell.ts";
import { scanCell } from "#server/domain/cells/scan-cell.ts";
import { createTally, type FacetCounts, tallyFacts, toFacetCounts } from "#server/domain/facet-counts.ts";
import { byCodePoint, compareMatches, match, type Ranked } from "#server/domain/match/match.ts";
import type { Query } from "#server/domain/query.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { phrase, toListingView } from "#server/domain/to-listing-view.ts";
import { groupBy } from "#server/domain/group-by.ts";
import { type CellList, type CellPart, openCells, readGrams, readNames } from "./cell-store.ts";
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
  const parts = chooseCells(list, asked);
  return asked.verify ? verifyRows(db, parts, asked, search) : countRows(db, parts, asked, search);
}

async function countRows(
  db: Published,
  parts: readonly CellPart[],
  asked: CellQuery,
  { lang, includeNo, from, to }: ListSearch,
): Promise<ListAnswer> {
  const found = createFoundRows(includeNo);
  const scanned: CellPart[] = [];
  for await (const [part, view] of openCells(db, parts)) {
    const terms = toCellTerms(asked, view);
    if (terms === null) continue;
    scanned.push(part);
    found.begin(view);
    scanCell(view, asked, terms, found);
  }
  const facets = found.facets();
  const codes: string[] = [];
  for (const { rows, before } of found.between(from, to)) {
    const ordered = await inOrder(db, scanned, rows, lang);
    codes.push(...ordered.slice(Math.max(0, from - before), to - before));
  }
  return { total: found.total(), page: await readPage(db, codes), facets };
}

/** Codes of rows that tie, by name and then by code. */
async function inOrder(
  db: Published,
  parts: readonly CellPart[],
  rows: readonly FoundRow[],
  lang: string,
): Promise<readonly string[]> {
  const byCell = groupBy(rows, ({ cell }) => cell);
  const named: { readonly name: string; readonly code: string }[] = [];
  for await (const [part, view] of openCells(
    db,
    [...byCell.keys()].flatMap((cell) => parts[cell] ?? []),
  )) {
    const own = byCell.get(parts.indexOf(part)) ?? [];
    const nameOf = rows.length > 1 ? await readNames(db, part) : null;
    for (const { row } of own)
      named.push({
        name: nameOf === null ? "" : (phrase(nameOf(row), lang)?.text ?? ""),
        code: codeAt(view, row),
      });
  }
  return named
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.code, b.code))
    .map(({ code }) => code);
}

const BATCH = 200;

async function readPage(db: Published, codes: readonly string[]): Promise<readonly PublishedListing[]> {
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
  for await (const [part, view] of openCells(db, parts)) {
    const terms = toCellTerms(asked, view);
    if (terms === null) continue;
    const rows = rowsOf(view, asked, terms, includeNo);
    if (rows.length === 0) continue;
    const gramsOf = asked.pairs.length === 0 ? null : await readGrams(db, part);
    for (const row of rows)
      if (gramsOf === null || mayHold(gramsOf(row), asked.pairs)) codes.add(codeAt(view, row));
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

function rowsOf(
  view: CellView,
  asked: CellQuery,
  terms: NonNullable<ReturnType<typeof toCellTerms>>,
  includeNo: boolean,
): readonly number[] {
  const rows: number[] = [];
  scanCell(view, asked, terms, { includeNo, add: (_view, row) => rows.push(row) });
  return rows;
}
