import type { ListingFacts } from "#server/contract/listing.ts";

/** What is counted: how many of what was found has each code. */
export const COUNTED = [
  "need",
  "service",
  "scope",
  "language",
  "delivery",
  "provider",
  "gender",
  "cost",
] as const;
export type Counted = (typeof COUNTED)[number];
export type FacetCounts = Readonly<Record<Counted, Readonly<Record<string, number>>>>;

/** Counts in the making. */
export type FacetTally = ReadonlyMap<Counted, Map<string, number>>;

export function createTally(): FacetTally {
  return new Map(COUNTED.map((facet) => [facet, new Map()]));
}

/** Adds to a code's count; nothing for 0. */
export function addCount(tally: FacetTally, facet: Counted, code: string, count: number): void {
  if (count === 0) return;
  const counted = tally.get(facet);
  counted?.set(code, (counted.get(code) ?? 0) + count);
}

/** Counts with their codes in order, so that the order in which listings were read does not show. */
export function toFacetCounts(tally: FacetTally): FacetCounts {
  const counts = (facet: Counted) =>
    Object.fromEntries([...(tally.get(facet) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries(COUNTED.map((facet) => [facet, counts(facet)])) as unknown as FacetCounts;
}

/** How many of the listings have each need, sub-service, group, language, way of giving help, and kind of provider. */
export function facetCounts(listings: Iterable<ListingFacts>): FacetCounts {
  const tally = createTally();
  for (const facts of listings) tallyFacts(tally, facts);
  return toFacetCounts(tally);
}

/** Counts one listing. */
export function tallyFacts(tally: FacetTally, facts: ListingFacts): void {
  const add = (facet: Counted, codes: Iterable<string>) => {
    for (const code of new Set(codes)) addCount(tally, facet, code, 1);
  };
  add("need", facts.needs);
  add("service", facts.services);
  add("scope", [facts.scope]);
  add(
    "language",
    facts.languages.map(({ code }) => code),
  );
  add("delivery", saidYes(facts, "delivery"));
  add("gender", saidYes(facts, "gender-served"));
  add("cost", saidYes(facts, "cost"));
  if (facts.providerType !== null) add("provider", [facts.providerType]);
}

function saidYes(facts: ListingFacts, facet: string): readonly string[] {
  return Object.entries(facts.answers[facet] ?? {}).flatMap(([code, answer]) =>
    answer === "yes" ? [code] : [],
  );
}
