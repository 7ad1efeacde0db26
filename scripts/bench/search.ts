import type { PublishedListing } from "#server/contract/listing.ts";
import { facetCounts } from "#server/domain/facet-counts.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { type BenchAnswer, type Engine, sumOf } from "./search/engine.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";
import { type MainQuery, makeQueries, TOP } from "./search/make-queries.ts";
import { packedCells } from "./search/packed-cells.ts";
import { postgis } from "./search/postgis.ts";
import { tunedPostgres } from "./search/tuned-postgres.ts";
import { share } from "./share.ts";
import { findPostgres } from "./search/start-postgres.ts";
import { typedArrays } from "./search/typed-arrays.ts";

/** What one engine took for the main question. */
export interface SearchTimes {
  readonly engine: string;
  readonly listings: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** The same when a question is asked for the first time: caches are cold, code is not yet compiled. */
  readonly first: { readonly p50: number; readonly p95: number };
  /** The same for reading the listings of the page whole; null for an engine that has none. */
  readonly read: { readonly p50: number; readonly p95: number } | null;
  /** Bytes of what is searched, without the listings' own texts. */
  readonly bytes: number;
  /** Seconds to load and pack. */
  readonly loading: number;
  /** Share of the checked questions that were answered as the plain scan answers them. */
  readonly right: number;
}

const ASKED = 400;
const CHECKED = 25;
/** PostgreSQL is given whole listings up to so many: beyond, loading them takes longer than all the rest. */
const WITH_BODIES = 100_000;

/**
 * Each question is asked twice, a whole round after the other: the first time shows cold caches, the second is the time.
 * The main question (need, language, three conditions, within 50 km, by distance, top 20, all facet counts), asked of
 * every engine in turn so that a busy machine slows all of them alike. Answers are checked against a plain scan first.
 */
export async function benchSearch(
  samples: readonly PublishedListing[],
  many: number,
): Promise<readonly SearchTimes[]> {
  // A record without a need can be found by nobody who looks for one.
  const templates = samples.filter(({ facts }) => facts.needs.length > 0);
  const towns = readTowns();
  const listings = () => makeListings(templates, towns, many);
  const queries = makeQueries(templates, towns, ASKED);
  const truth = plainAnswers(listings(), queries.slice(0, CHECKED));
  const programs = findPostgres();
  const engines: Engine[] = [
    await packedCells(),
    typedArrays(),
    ...(programs === null
      ? []
      : [await postgis(programs, many <= WITH_BODIES), await tunedPostgres(programs)]),
  ];
  try {
    const measured: Measured[] = [];
    for (const engine of engines) {
      const before = performance.now();
      const bytes = await engine.load(listings);
      const loading = (performance.now() - before) / 1000;
      const right = await shareRight(engine, queries, truth);
      measured.push({ engine, bytes, loading, right, first: [], asked: [], read: [] });
    }
    for (const query of queries) {
      for (const { engine, first } of measured) {
        const before = performance.now();
        await engine.ask(query);
        first.push(performance.now() - before);
      }
    }
    for (const query of queries) {
      for (const { engine, asked, read } of measured) {
        const before = performance.now();
        const { top } = await engine.ask(query);
        const answered = performance.now();
        asked.push(answered - before);
        if (engine.read === undefined) continue;
        await engine.read(top);
        read.push(performance.now() - answered);
      }
    }
    return measured.map(({ engine, bytes, loading, right, first, asked, read }): SearchTimes => ({
      engine: engine.name,
      listings: many,
      p50: share(asked, 0.5),
      p95: share(asked, 0.95),
      first: { p50: share(first, 0.5), p95: share(first, 0.95) },
      read: read.length === 0 ? null : { p50: share(read, 0.5), p95: share(read, 0.95) },
      bytes,
      loading,
      right,
    }));
  } finally {
    for (const engine of engines) await engine.close();
  }
}

interface Measured {
  readonly engine: Engine;
  readonly bytes: number;
  readonly loading: number;
  readonly right: number;
  readonly first: number[];
  readonly asked: number[];
  readonly read: number[];
}

/** `match` over every listing, one after the other. */
function plainAnswers(
  listings: Iterable<PublishedListing>,
  queries: readonly MainQuery[],
): readonly BenchAnswer[] {
  const matched = queries.map(
    (): { facts: PublishedListing["facts"]; match: ReturnType<typeof match>; name: string }[] => [],
  );
  for (const listing of listings) {
    queries.forEach(({ query }, at) => {
      if (!listing.facts.needs.some((need) => query.needs?.includes(need))) return;
      const found = match(listing.facts, query);
      if (found.found && found.fit !== "no")
        matched[at]?.push({
          facts: listing.facts,
          match: found,
          name: phrase(listing.name, "en")?.text ?? "",
        });
    });
  }
  return matched.map((own) => ({
    total: own.length,
    top: own
      .sort(compareMatches)
      .slice(0, TOP)
      .map(({ facts }) => facts.code),
    facetSum: sumOf(facetCounts(own.map(({ facts }) => facts))),
  }));
}

async function shareRight(
  engine: Engine,
  queries: readonly MainQuery[],
  truth: readonly BenchAnswer[],
): Promise<number> {
  let right = 0;
  for (const [at, wanted] of truth.entries()) {
    const query = queries[at];
    if (query === undefined) continue;
    const given = await engine.ask(query);
    if (
      given.total === wanted.total &&
      given.facetSum === wanted.facetSum &&
      given.top.join() === wanted.top.join()
    )
      right += 1;
  }
  return right / truth.length;
}

const ms = (value: number): string => value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 0);

/** The figures as lines of a table; ratios are to Waymark's own packed cells. */
export function searchTable(times: readonly SearchTimes[]): string {
  const own = times[0];
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [
    row([
      "listings",
      "engine",
      "p50 ms",
      "p95 ms",
      "p95, times ours",
      "first time p50, p95 ms",
      "page read p50, p95 ms",
      "MB",
      "loaded in s",
      "answers right",
    ]),
    row(["---:", "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
    ...times.map(({ listings, engine, p50, p95, first, read, bytes, loading, right }) =>
      row([
        listings.toLocaleString("en"),
        engine,
        ms(p50),
        ms(p95),
        (p95 / (own?.p95 ?? p95)).toFixed(2),
        `${ms(first.p50)}, ${ms(first.p95)}`,
        read === null ? "none" : `${ms(read.p50)}, ${ms(read.p95)}`,
        (bytes / 1e6).toFixed(1),
        loading.toFixed(1),
        `${Math.round(right * 100)} %`,
      ]),
    ),
  ].join("\n");
}

/** How the p95 of each engine grows from the smallest size to the largest. */
export function growthTable(times: readonly SearchTimes[]): string {
  const ordered = [...times].sort((a, b) => a.listings - b.listings);
  const sizes = [...new Set(ordered.map(({ listings }) => listings))];
  const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
  const engines = [...new Set(ordered.map(({ engine }) => engine))];
  return [
    `| engine | ${sizes.map((size) => `p95 ms at ${size.toLocaleString("en")}`).join(" | ")} | times, where the listings grew ${(most / least).toFixed(0)} times |`,
    `| --- | ${sizes.map(() => "---:").join(" | ")} | ---: |`,
    ...engines.map((engine) => {
      const own = sizes.map(
        (size) => ordered.find((one) => one.engine === engine && one.listings === size)?.p95 ?? 0,
      );
      return `| ${engine} | ${own.map(ms).join(" | ")} | ${((own.at(-1) ?? 0) / (own[0] ?? 1)).toFixed(1)} |`;
    }),
  ].join("\n");
}
