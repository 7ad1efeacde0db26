import type { ListingFacts } from "#server/contract/listing.ts";
import { compareMatches } from "../match/match.ts";
import { FOR_HELPERS, isForHelpersAlone } from "../needs.ts";
import type { Query } from "../query.ts";
import { takesHarder } from "./harder-to-place.ts";
import { matchSituation } from "./match-situation.ts";
import type { SituationMatch } from "./reason.ts";
import { NO_SITUATION, type Situation } from "./situation.ts";
import type { WantedLine } from "./wanted.ts";

export interface Candidate<T> {
  readonly facts: ListingFacts;
  /** For the last tie of the neutral order. */
  readonly name: string;
  readonly item: T;
}

export interface Matched<T> extends Candidate<T> {
  readonly match: SituationMatch;
}

/** One need: both groups side by side, and what does not fit, each in the neutral order. */
export interface NeedResults<T> {
  readonly line: WantedLine;
  readonly general: readonly Matched<T>[];
  readonly specific: readonly Matched<T>[];
  readonly misfits: readonly Matched<T>[];
  /** Left aside by "harder to place" because nobody has said that they take them: to ask, not gone. */
  readonly aside: readonly Matched<T>[];
}

export interface Finding {
  readonly where: Pick<Query, "areas" | "near">;
  readonly situation: Situation;
  readonly generalOnly: boolean;
  /** The quick filter "harder to place". */
  readonly harder: boolean;
}

/**
 * Results by need, both groups in each (R01, R57). The order is the neutral one of every list (R41): nobody is favoured,
 * and a listing that answers several needs stands under each.
 */
export function groupByNeed<T>(
  candidates: readonly Candidate<T>[],
  lines: readonly WantedLine[],
  { where, situation, generalOnly, harder }: Finding,
): readonly NeedResults<T>[] {
  return lines.map((line) => {
    const query: Query = {
      ...where,
      needs: [line.need],
      services: line.services,
      scope: generalOnly ? "general" : undefined,
    };
    const found = candidates
      .filter(({ facts }) => !isForHelpersAlone(facts))
      .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, situation, query) }))
      .filter(({ match }) => match.found)
      .sort(compareMatches);
    const open = found.filter(({ match }) => match.fit !== "no");
    const taken = harder ? open.filter(({ facts }) => takesHarder(facts, situation)) : open;
    return {
      line,
      general: taken.filter(({ facts }) => facts.scope === "general"),
      specific: taken.filter(({ facts }) => facts.scope === "trafficking-specific"),
      misfits: found.filter(({ match }) => match.fit === "no"),
      aside: open.filter((one) => !taken.includes(one)),
    };
  });
}

/** What there is for helpers themselves, in the neutral order. */
export function forHelpers<T>(
  candidates: readonly Candidate<T>[],
  where: Finding["where"],
): readonly Matched<T>[] {
  const query: Query = { ...where, services: [FOR_HELPERS] };
  return candidates
    .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, NO_SITUATION, query) }))
    .filter(({ match }) => match.found)
    .sort(compareMatches);
}

/** The kind of help by which somebody is met at the end of a journey. */
export const MEETS = "arrival-reception";

/**
 * Who meets a person in the second place, in the neutral order; null where no border lies between the two places, or
 * one of them is not chosen (R59).
 */
export function whoMeets<T>(
  candidates: readonly Candidate<T>[],
  from: string | undefined,
  to: string | null,
  { situation, generalOnly }: Pick<Finding, "situation" | "generalOnly">,
): readonly Matched<T>[] | null {
  if (!isAcrossBorder(from, to)) return null;
  const scope = generalOnly ? ("general" as const) : undefined;
  const query: Query = { areas: [to], services: [MEETS], scope };
  return candidates
    .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, situation, query) }))
    .filter(({ match }) => match.found)
    .sort(compareMatches);
}

/** Whether two areas (ISO 3166-2) lie in two countries. */
export const isAcrossBorder = (from: string | undefined, to: string | null | undefined): to is string =>
  from !== undefined && to !== undefined && to !== null && from.slice(0, 2) !== to.slice(0, 2);

/** Services that work across a border: the referral points between countries (R59). */
const BETWEEN = ["embassy-help", "cross-border-referral"];

/** Embassies, and the offices that hand somebody over from one country to another, in the neutral order. */
export function betweenCountries<T>(
  candidates: readonly Candidate<T>[],
  { where, situation, generalOnly }: Pick<Finding, "where" | "situation" | "generalOnly">,
): readonly Matched<T>[] {
  const query: Query = { ...where, scope: generalOnly ? "general" : undefined };
  return candidates
    .filter(
      ({ facts }) =>
        facts.providerType === "embassy" || facts.services.some((code) => BETWEEN.includes(code)),
    )
    .map((candidate) => ({ ...candidate, match: matchSituation(candidate.facts, situation, query) }))
    .filter(({ match }) => match.found)
    .sort(compareMatches);
}
