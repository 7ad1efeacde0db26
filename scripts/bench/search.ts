import type { PublishedListing } from "#server/contract/listing.ts";
import { facetCounts } from "#server/domain/facet-counts.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { type BenchAnswer, sumOf } from "./search/engine.ts";
import { EngineProcess, type Loaded } from "./search/engine-process.ts";
import { makeListings, readTowns } from "./search/make-listings.ts";
import { type MainQuery, makeQueries, TOP } from "./search/make-queries.ts";
import { ENGINE_NAMES } from "./search/orders.ts";
import { findPostgres } from "./search/start-postgres.ts";
import { share } from "./share.ts";

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
  /** The most bytes that the process that asks had; a server beside it is not counted. */
  readonly memory: number;
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
 * The main question (need, language, three conditions, within 50 km, by distance, top 20, all facet counts), asked of every
 * engine in turn so that a busy machine slows all of them alike. Each question is asked three times, a whole round after the
 * other: the first time shows cold caches, the third is the time. Answers are checked against a plain scan first.
 * `explain`: is told how an engine goes about the question that took it longest.
 */
export async function benchSearch(
  samples: readonly PublishedListing[],
  many: number,
  explain: ((engine: string, plan: string) => void) | null = null,
): Promise<readonly SearchTimes[]> {
  // A record without a need can be found by nobody who looks for one.
  const templates = samples.filter(({ facts }) => facts.needs.length > 0);
  const towns = readTowns();
  const queries = makeQueries(templates, towns, ASKED);
  const truth = plainAnswers(makeListings(templates, towns, many), queries.slice(0, CHECKED));
  const names = findPostgres() === null ? ENGINE_NAMES.slice(0, 2) : ENGINE_NAMES;
  const measured: Measured[] = [];
  try {
    for (const name of names) {
      const engine = new EngineProcess();
      const one = { engine, first: [], asked: [], read: [] };
      measured.push({
        ...one,
        loaded: await engine.load(name, templates, many, many <= WITH_BODIES),
        right: 0,
      });
    }
    for (const one of measured) one.right = await shareRight(one.engine, queries, truth);
    for (const query of queries)
      for (const { engine, first } of measured) first.push((await engine.ask(query, false)).asked);
    for (const query of queries) for (const { engine } of measured) await engine.ask(query, false);
    for (const query of queries) {
      for (const { engine, asked, read } of measured) {
        const answered = await engine.ask(query, true);
        asked.push(answered.asked);
        if (answered.read !== null) read.push(answered.read);
      }
    }
    if (explain !== null) {
      for (const { engine, loaded, asked } of measured) {
        const slowest = queries[asked.indexOf(Math.max(...asked))];
        const plan = slowest === undefined ? null : await engine.explain(slowest);
        if (plan !== null) explain(loaded.name, plan);
      }
    }
    return measured.map(({ engine, loaded, right, first, asked, read }): SearchTimes => ({
      engine: loaded.name,
      listings: many,
      p50: share(asked, 0.5),
      p95: share(asked, 0.95),
      first: { p50: share(first, 0.5), p95: share(first, 0.95) },
      read: read.length === 0 ? null : { p50: share(read, 0.5), p95: share(read, 0.95) },
      bytes: loaded.bytes,
      memory: engine.memory,
      loading: loaded.seconds,
      right,
    }));
  } finally {
    for (const { engine } of measured) await engine.close();
  }
}

interface Measured {
  readonly engine: EngineProcess;
  readonly loaded: Loaded;
  right: number;
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
  engine: EngineProcess,
  queries: readonly MainQuery[],
  truth: readonly BenchAnswer[],
): Promise<number> {
  let right = 0;
  for (const [at, wanted] of truth.entries()) {
    const query = queries[at];
    if (query === undefined) continue;
    const { answer: given } = await engine.ask(query, false);
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
      "MB searched",
      "most memory of its process, MB",
      "loaded in s",
      "answers right",
    ]),
    row(["---:", "---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:"]),
    ...times.map(({ listings, engine, p50, p95, first, read, bytes, memory, loading, right }) =>
      row([
        listings.toLocaleString("en"),
        engine,
        ms(p50),
        ms(p95),
        (p95 / (own?.p95 ?? p95)).toFixed(2),
        `${ms(first.p50)}, ${ms(first.p95)}`,
        read === null ? "none" : `${ms(read.p50)}, ${ms(read.p95)}`,
        (bytes / 1e6).toFixed(1),
        (memory / 1e6).toFixed(0),
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
