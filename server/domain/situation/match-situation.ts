import type { ListingFacts } from "#server/contract/listing.ts";
import { match } from "../match/match.ts";
import type { Query } from "../query.ts";
import { applyRule } from "./apply-rule.ts";
import { FACET_RULES } from "./facet-rules.ts";
import { fitOf, type SituationMatch } from "./reason.ts";
import { type Situation, toQuery } from "./situation.ts";
import { SPECIAL_RULES } from "./special-rules.ts";

/**
 * Whether a listing fits a situation: `match`, and a rule for every other facet that was ticked. The same three values
 * and the same law: nothing unknown becomes "fits", and nothing unknown hides a listing. `where` says place, need and
 * sub-services. A stage is a lens and not here (requirements §4).
 */
export function matchSituation(
  facts: ListingFacts,
  situation: Situation,
  where: Query = {},
  text?: string,
): SituationMatch {
  const base = match(facts, { ...where, ...toQuery(situation) }, text);
  const marked = FACET_RULES.filter(({ mark }) => situation.marks.includes(mark)).flatMap(
    (rule) => applyRule(facts, rule) ?? [],
  );
  const special = SPECIAL_RULES.flatMap((rule) => rule(facts, situation) ?? []);
  const reasons = [...base.reasons, ...special, ...marked];
  return { ...base, fit: fitOf(reasons), reasons };
}
