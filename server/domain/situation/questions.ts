import type { ListingFacts } from "#server/contract/listing.ts";
import { openQuestions } from "../open-questions.ts";
import { answerOf } from "./apply-rule.ts";
import type { SituationMatch, Why } from "./reason.ts";

/** What to ask in a call, the situation's own questions first. */
export interface ToAsk {
  /** Of what was ticked: each turns "ask first" into an answer. */
  readonly own: readonly Why[];
  /** What anybody needs to know there, as `facet:code`, without what stands above. */
  readonly always: readonly string[];
}

/** Facets that a reason of the search asks about already. */
const ASKED_BY: Readonly<Record<string, string>> = {
  "documents-unknown": "documents-needed",
  "identification-unknown": "identification-needed",
  "police-unknown": "cooperation-needed",
  "gender-unknown": "gender-served",
  "stay-unknown": "open-to-non-residents",
  free: "cost",
  "no-debt": "cost",
  "open-house": "shelter-rules",
  "police-not-told": "confidentiality",
  "immigration-not-told": "confidentiality",
  "safe-interpreter": "interpreter",
};

export function toAsk(facts: ListingFacts, { reasons }: Pick<SituationMatch, "reasons">): ToAsk {
  const own = reasons.filter(
    ({ answer, code }, index) =>
      answer === "unknown" &&
      reasons.findIndex((other) => other.code === code && other.answer === answer) === index,
  );
  const asked = new Set(own.map(({ code }) => ASKED_BY[code]));
  const always = openQuestions(facts.services, (term) => answerOf(facts, term)).filter(
    (term) => !asked.has(term.split(":")[0] ?? ""),
  );
  return { own, always };
}
