import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "../match/answer.ts";
import { matchSituation } from "./match-situation.ts";
import { type Mark, NO_SITUATION, type Situation } from "./situation.ts";

/** The complex-case list (requirements §2.2) as marks: who is often turned away. */
export const HARDER_MARKS: readonly Mark[] = [
  "wheelchair",
  "learning-disability",
  "deaf",
  "low-vision",
  "substance-use",
  "mental-illness",
  "serious-illness",
  "high-risk",
  "no-papers",
  "no-permit",
  "no-family",
  "minority",
  "foreign",
  "lgbtqi",
  "hurt-at-home",
  "pregnant",
  "with-child",
  "child-alone",
  "orphan",
];

/** Of the complex-case list, men and boys are told by gender. */
export type HarderGroup = Mark | "men-boys";

/** Those on the list whom a listing is known to take. Help for everyone counts only where the group itself is named. */
export function harderTaken(facts: ListingFacts): readonly HarderGroup[] {
  const men = (["men", "boys"] as const).some((code) => answerTo(facts, "gender-served", code) === "yes");
  const marks = HARDER_MARKS.filter((mark) =>
    matchSituation(facts, { ...NO_SITUATION, marks: [mark] }).reasons.some(({ answer }) => answer === "yes"),
  );
  return men ? [...marks, "men-boys"] : marks;
}

/** The groups of the list that a situation is in. */
export function harderOf({ marks, gender }: Situation): readonly HarderGroup[] {
  const own: HarderGroup[] = HARDER_MARKS.filter((mark) => marks.includes(mark));
  return gender === "men" || gender === "boys" ? [...own, "men-boys"] : own;
}

/** The quick filter: known to take somebody of the situation's groups, or of any group where none is said. */
export function takesHarder(facts: ListingFacts, situation: Situation): boolean {
  const wanted = harderOf(situation);
  const taken = harderTaken(facts);
  return wanted.length === 0 ? taken.length > 0 : wanted.some((group) => taken.includes(group));
}
