import type { Fit, Match, Reason } from "../query.ts";
import type { Mark } from "./situation.ts";

/** What a situation has to say beside the reasons of the search. `code` is a mark, or one of a few special ones. */
export interface MarkReason {
  readonly answer: Reason["answer"];
  readonly code:
    | Mark
    | "for-child"
    | "for-relative"
    | "child-too-old"
    | "guardian-asked"
    | "family-brought-in"
    | "child-rules"
    | "form";
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Why = Reason | MarkReason;

/** What `matchSituation` answers. */
export interface SituationMatch extends Omit<Match, "reasons"> {
  readonly reasons: readonly Why[];
}

/** One "no" makes "no"; else one not known makes "ask". */
export function fitOf(reasons: readonly Pick<Why, "answer">[]): Fit {
  if (reasons.some(({ answer }) => answer === "no")) return "no";
  return reasons.some(({ answer }) => answer === "unknown") ? "ask" : "fits";
}
