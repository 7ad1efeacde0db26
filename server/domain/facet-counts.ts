import type { ListingFacts } from "#server/contract/listing.ts";

export type FacetCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How many of the listings have each need, sub-service, group, language, way of giving help, and kind of provider. */
export function facetCounts(listings: readonly ListingFacts[]): FacetCounts {
  const counts: Record<string, Record<string, number>> = {
    need: {},
    service: {},
    scope: {},
    language: {},
    delivery: {},
    provider: {},
    gender: {},
    cost: {},
  };
  const add = (facet: string, codes: Iterable<string>) => {
    const counted = (counts[facet] ??= {});
    for (const code of new Set(codes)) counted[code] = (counted[code] ?? 0) + 1;
  };
  for (const facts of listings) {
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
  return counts;
}

function saidYes(facts: ListingFacts, facet: string): readonly string[] {
  return Object.entries(facts.answers[facet] ?? {}).flatMap(([code, answer]) =>
    answer === "yes" ? [code] : [],
  );
}
