/** What `device.ts` measures, run inside a browser: the search of the site's own code over one long list. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { toCellQuery } from "#server/domain/cells/cell-query.ts";
import { codeAt } from "#server/domain/cells/packed-cell.ts";
import { createFoundRows, rowOf } from "#server/domain/cells/found-rows.ts";
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
const IN_A_ROW = 20;

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
  // A processor is slowed by stopping it for some milliseconds now and then: a question of a fifth of one is either left
  // alone or struck whole. So each is asked several times in a row, and its time is their mean.
  const timed = (
    asked: readonly Query[],
    times: number,
    work: (query: Query) => unknown,
  ): readonly number[] =>
    asked.map((query) => {
      const before = performance.now();
      for (let time = 0; time < times; time++) work(query);
      return (performance.now() - before) / times;
    });
  const firstPage = (query: Query) => {
    const asked = toCellQuery(query);
    const found = createFoundRows(asked, PAGE);
    found.take(columns, scanCell(columns, asked, false));
    const places = found.from(0).flatMap(({ places: own }) => own);
    const codes = places.slice(0, PAGE).map((place) => codeAt(columns, rowOf(place)));
    return [found.total(), codes, found.facets()];
  };
  const codesOf = (found: ReturnType<typeof find>) =>
    [...found.general, ...found.specific].map(({ listing }) => listing.facts.code).join();
  const some = queries.slice(0, PLAIN);
  return {
    page: timed(queries, IN_A_ROW, firstPage),
    list: timed(queries, IN_A_ROW, (query) => countOf(find(query, null))),
    plain: timed(some, 1, (query) => countOf(findPlainly(entries, query, null))),
    same: some.every((query) => codesOf(find(query, null)) === codesOf(findPlainly(entries, query, null))),
  };
}

Object.assign(window, { benchLoad: load, benchAsk: ask });
