import type { PublishedListing } from "#server/contract/listing.ts";
import type { MainQuery } from "./make-queries.ts";

/** What every engine answers: how many are found, the codes of the first page, and the sum of all facet counts. */
export interface BenchAnswer {
  readonly total: number;
  readonly top: readonly string[];
  readonly facetSum: number;
}

/** One way to hold the same listings and to answer the same question. */
export interface Engine {
  readonly name: string;
  /** Takes all listings; answers what it weighs, in bytes, without the listings' own texts. */
  load(listings: () => Iterable<PublishedListing>): Promise<number>;
  ask(query: MainQuery): Promise<BenchAnswer>;
  /** Reads the listings of a page whole; left out by an engine that has none. Answers how many it read. */
  read?(codes: readonly string[]): Promise<number>;
  /** How the engine goes about a question, where it can say so. */
  explain?(query: MainQuery): Promise<string>;
  close(): Promise<void>;
}

/** Adds up all counts of all facets: one number that differs when any of them does. */
export function sumOf(facets: Readonly<Record<string, Readonly<Record<string, number>>>>): number {
  return Object.values(facets).reduce(
    (sum, counts) => sum + Object.values(counts).reduce((all, count) => all + count, 0),
    0,
  );
}
