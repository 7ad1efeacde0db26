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
