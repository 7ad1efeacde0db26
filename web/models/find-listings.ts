import type { MatchedListing } from "#server/contract/page.ts";
import { compareMatches } from "#server/domain/match/match.ts";
import { isForHelpersAlone } from "#server/domain/needs.ts";
import type { Query } from "#server/domain/query.ts";
import type { AgeSpan } from "./answers.ts";
import type { Entry } from "./directory-model.ts";
import { matchAgeSpan } from "./match-age-span.ts";

/** What a search found, each list in the neutral order of the domain. */
export interface Found {
  readonly general: readonly MatchedListing[];
  readonly specific: readonly MatchedListing[];
  /** Real numbers that nobody here has called: they stand apart. */
  readonly starters: readonly MatchedListing[];
  /** Found, but an answer rules them out: folded, with the reason. */
  readonly misfits: readonly MatchedListing[];
}

export const NOTHING: Found = { general: [], specific: [], starters: [], misfits: [] };

/** Fits and asks of both groups: what the count on the buttons says. */
export function countOf({ general, specific, starters }: Found): number {
  return general.length + specific.length + starters.length;
}

/** Answers as `findListings` does, for one list, quicker: `packed-list.ts`. */
export type Find = (query: Query, age: AgeSpan | null) => Found;
const quicker = new WeakMap<readonly Entry[], Find>();

/** From here on, searches of this very list are answered by `find`. */
export function findBy(entries: readonly Entry[], find: Find): void {
  quicker.set(entries, find);
}

/** Searches the entries of an area. An unknown answer never hides a listing, it becomes "ask first". */
export function findListings(entries: readonly Entry[], query: Query, age: AgeSpan | null): Found {
  return quicker.get(entries)?.(query, age) ?? findPlainly(entries, query, age);
}

/** The same by `match` over every entry: what a quicker way must equal. */
export function findPlainly(entries: readonly Entry[], query: Query, age: AgeSpan | null): Found {
  const found = entries
    .filter(({ view }) => !isForHelpersAlone(view.facts))
    .map(({ view, text }) => ({ listing: view, match: matchAgeSpan(view.facts, query, age, text) }))
    .filter(({ match }) => match.found)
    .sort((a, b) => compareMatches(ranked(a), ranked(b)));
  const fitting = found.filter(({ match }) => match.fit !== "no");
  const own = fitting.filter(({ listing }) => !listing.facts.starter);
  return {
    general: own.filter(({ listing }) => listing.facts.scope === "general"),
    specific: own.filter(({ listing }) => listing.facts.scope === "trafficking-specific"),
    starters: fitting.filter(({ listing }) => listing.facts.starter),
    misfits: found.filter(({ match }) => match.fit === "no"),
  };
}

function ranked({ listing, match }: MatchedListing) {
  return { facts: listing.facts, match, name: listing.card?.name.text ?? "" };
}
