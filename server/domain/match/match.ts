import type { ListingFacts } from "#server/contract/listing.ts";
import type { Fit, Match, Query, Reason } from "../query.ts";
import { noCooperation, noDocuments, noIdentification } from "./conditions-of-entry.ts";
import type { Condition } from "./answer.ts";
import { child } from "./child.ts";
import { delivery, withoutStaying } from "./delivery.ts";
import { isFound, reachOf } from "./found.ts";
import { language } from "./language.ts";
import { openAt } from "./open-at.ts";
import { age, gender } from "./person.ts";

/** In the order in which reasons are shown. */
const CONDITIONS: readonly Condition[] = [
  child,
  language,
  gender,
  age,
  noDocuments,
  noIdentification,
  noCooperation,
  withoutStaying,
  delivery,
  openAt,
];

const RANK: Record<Fit, number> = { fits: 0, ask: 1, no: 2 };

/**
 * Whether a listing fits what somebody looks for: the same function on the device, on the server, in print and
 * in reports (architecture: "A search is a function"). Each condition is yes, no or not known. One "no" makes
 * "no"; else one not known makes "ask"; nothing unknown ever becomes "fits", and nothing unknown hides a
 * listing. `text` is the listing's searchable text, folded, when words are looked for.
 */
export function match(facts: ListingFacts, query: Query, text?: string): Match {
  const reach = reachOf(facts, query.near);
  const found = isFound(facts, query, text) && reach.within !== false;
  const reasons: Reason[] = [];
  for (const condition of CONDITIONS) {
    const reason = condition(facts, query);
    if (reason !== null) reasons.push(reason);
  }
  if (reach.within === null) reasons.push({ answer: "unknown", code: "distance-unknown" });
  return { found, fit: fitOf(reasons), reasons, distance: reach.distance };
}

function fitOf(reasons: readonly Reason[]): Fit {
  if (reasons.some((reason) => reason.answer === "no")) return "no";
  return reasons.some((reason) => reason.answer === "unknown") ? "ask" : "fits";
}

export interface Ranked {
  readonly facts: ListingFacts;
  readonly match: Pick<Match, "fit" | "distance">;
  /** For the last tie: any text that is the same everywhere. */
  readonly name: string;
}

/**
 * The neutral order (R41): fit, then police and immigration lines after the others (R54), then distance, places
 * without one after measured ones, then name by code point, then code. Nobody can pay to be first.
 */
export function compareMatches(a: Ranked, b: Ranked): number {
  return (
    RANK[a.match.fit] - RANK[b.match.fit] ||
    Number(isAuthority(a.facts)) - Number(isAuthority(b.facts)) ||
    (a.match.distance?.km ?? Infinity) - (b.match.distance?.km ?? Infinity) || // Infinity - Infinity is NaN: falls through
    byCodePoint(a.name, b.name) ||
    byCodePoint(a.facts.code, b.facts.code)
  );
}

/** Police and immigration lines: labelled as such, and after others. */
export function isAuthority(facts: ListingFacts): boolean {
  return facts.providerType === "police-justice" || facts.providerType === "immigration";
}

/** Order by code point: the same in every browser and on the server, which locale-aware sorting is not. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
