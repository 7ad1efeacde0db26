/** What `device.ts` measures, run inside a browser: the search of the site's own code over one long list. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { toCellQuery } from "#server/domain/cells/cell-query.ts";
import { codeAt } from "#server/domain/cells/packed-cell.ts";
import { createFoundRows } from "#server/domain/cells/found-rows.ts";
import { scanCell } from "#server/domain/cells/scan-cell.ts";
import type { Query } from "#server/domain/query.ts";
import type { Entry } from "#web/models/directory-model.ts";
import { findPlainly } from "#web/models/find-listings.ts";
import { findIn, packList, type PackedList } from "#web/models/packed-list.ts";
import { countOf } from "#web/models/find-listings.ts";

/** Milliseconds of each question. */
export interface DeviceTimes {
  /** The first 20 in order, how many there are, and the counts of every facet. */
  readonly page: readonly number[];
  /** All that is found in its groups and order, as the site shows it. */
  readonly list: readonly number[];
  /** The same by `match` over every listing; only of the first questions. */
  readonly plain: readonly number[];
  /** Whether both ways found as many, in the same order. */
  readonly same: boolean;
}

const PAGE = 20;
const PLAIN = 10;

let entries: readonly Entry[] = [];
let packed: PackedList | null = null;

/** Takes a list; answers how long packing took, without the pauses in which a page may draw. */
async function load(text: string): Promise<number> {
  const listings = JSON.parse(text) as readonly { facts: ListingFacts; name: string }[];
  const said = (words: string) => ({ text: words, lang: "en" });
  entries = listings.map(({ facts, name }) => ({
    view: {
      facts,
      card: { name: said(name), organization: said(name), city: null, fee: null },
      detail: null,
    },
    text: name,
  }));
  const before = performance.now();
  packed = await packList(entries, () => true);
  return performance.now() - before;
}

function ask(queries: readonly Query[]): DeviceTimes {
  if (packed === null) throw new Error("The list is not packed");
  const { columns } = packed;
  const find = findIn(packed);
  const once = (query: Query, work: (query: Query) => unknown) => {
    const before = performance.now();
    work(query);
    return performance.now() - before;
  };
  // The middle of three: a slowed processor stands still now and then.
  const timed = (asked: readonly Query[], work: (query: Query) => unknown): readonly number[] =>
    asked.map((query) => [1, 2, 3].map(() => once(query, work)).toSorted((a, b) => a - b)[1] ?? 0);
  const firstPage = (query: Query) => {
    const asked = toCellQuery(query);
    const found = createFoundRows(asked, PAGE);
    found.take(columns, scanCell(columns, asked, false));
    const codes = found.from(0).flatMap(({ rows }) => rows.map(({ row }) => codeAt(columns, row)));
    return [found.total(), codes.slice(0, PAGE), found.facets()];
  };
  const codesOf = (found: ReturnType<typeof find>) =>
    [...found.general, ...found.specific].map(({ listing }) => listing.facts.code).join();
  const some = queries.slice(0, PLAIN);
  return {
    page: timed(queries, firstPage),
    list: timed(queries, (query) => countOf(find(query, null))),
    plain: timed(some, (query) => countOf(findPlainly(entries, query, null))),
    same: some.every((query) => codesOf(find(query, null)) === codesOf(findPlainly(entries, query, null))),
  };
}

Object.assign(window, { benchLoad: load, benchAsk: ask });
