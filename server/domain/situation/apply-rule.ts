import type { Facet } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { isResidential } from "../open-questions.ts";
import type { FacetRule, FacetTerm } from "./facet-rules.ts";
import type { MarkReason } from "./reason.ts";

/** What a listing answers to `facet:code`; null: nobody has confirmed anything. */
export function answerOf(facts: ListingFacts, term: string): "yes" | "no" | null {
  const [facet = "", code = ""] = term.split(":");
  return facts.answers[facet as Facet]?.[code] ?? null;
}

/**
 * One rule on one listing; null where it has nothing to ask. Answers that contradict each other are a question, unless
 * several ways stand side by side.
 */
export function applyRule(facts: ListingFacts, rule: FacetRule): MarkReason | null {
  if (rule.house === true && !isResidential(facts.services, (term) => answerOf(facts, term))) return null;
  const any = (terms: readonly FacetTerm[] | undefined, wanted: "yes" | "no") =>
    (terms ?? []).some((term) => answerOf(facts, term) === wanted);
  const open = any(rule.opens, "yes") || any(rule.opensByNo, "no");
  const shut = any(rule.closes, "yes") || any(rule.closesByNo, "no");
  const reason = (answer: MarkReason["answer"]): MarkReason => ({ answer, code: rule.mark });
  if (open && (!shut || rule.several === true)) return reason("yes");
  if (open) return reason("unknown");
  if (shut) return reason("no");
  if (rule.silent === true) return null;
  return rule.specificOnly === true && facts.scope === "general" ? null : reason("unknown");
}
