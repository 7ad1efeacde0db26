import type { Facet, FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import type { Query, Reason } from "../query.ts";

/** What a listing answers to one code of a facet: yes, no, or nothing that anybody confirmed. */
export function answerTo<F extends Facet>(
  facts: ListingFacts,
  facet: F,
  code: FacetCode<F>,
): "yes" | "no" | "unknown" {
  return facts.answers[facet]?.[code] ?? "unknown";
}

/** Whether any of the codes of a facet is answered yes. */
export function anyYes<F extends Facet>(
  facts: ListingFacts,
  facet: F,
  codes: readonly FacetCode<F>[],
): boolean {
  return codes.some((code) => answerTo(facts, facet, code) === "yes");
}

/**
 * One condition of a search: null when it was not asked. Adding a condition to the search means adding one of
 * these to `conditions.ts`.
 */
export type Condition = (facts: ListingFacts, query: Query) => Reason | null;
