/** Who may use a service and how to get in, from answers on which both languages agree. */
import type { Question } from "./coded-values.ts";
import { lookUp } from "../look-up.ts";

export type Answers = Record<string, Record<string, "yes" | "no">>;

export interface EligibilityReading {
  answers: Answers;
  /** Answers that contradict each other, in plain words. */
  contradictions: string[];
}

type Effect = readonly [facet: string, code: string, answer: "yes" | "no"];

/**
 * What one answer says in our facets. What has no entry stays text alone: “Syrians only” is no answer for every
 * foreigner, and a priority for families is no condition.
 */
const EFFECTS: Readonly<Record<string, readonly Effect[]>> = {
  "No Requirement": [["documents-needed", "none", "yes"]],
  "Valid UNHCR ASC and MOI card": [
    ["documents-needed", "none", "no"],
    ["documents-needed", "asylum-registration", "yes"],
    ["documents-needed", "other", "yes"],
  ],
  "Expired and Valid UNHCR ASC and MOI": [
    ["documents-needed", "none", "no"],
    ["documents-needed", "asylum-registration", "yes"],
    ["documents-needed", "other", "yes"],
  ],
  "UNHCR ASC": [
    ["documents-needed", "none", "no"],
    ["documents-needed", "asylum-registration", "yes"],
  ],
  "MOI card": [
    ["documents-needed", "none", "no"],
    ["documents-needed", "other", "yes"],
  ],
  "Orginal Proof of Syrian ID": [
    ["documents-needed", "none", "no"],
    ["documents-needed", "identity-card", "yes"],
  ],
  "No restriction": [["nationality-served", "any", "yes"]],
  "Syrians only": [
    ["nationality-served", "any", "no"],
    ["nationality-served", "nationals-only", "no"],
  ],
  "Other nationalities only": [
    ["nationality-served", "any", "no"],
    ["nationality-served", "nationals-only", "no"],
  ],
  "Jordanians only": [
    ["nationality-served", "any", "no"],
    ["nationality-served", "nationals-only", "yes"],
    ["nationality-served", "foreign-nationals", "no"],
  ],
  "Open to all": [["general-target-group", "everyone", "yes"]],
  "Specific Vulnerability Calculation/Scoring": [["entry-route", "assessment-first", "yes"]],
  "Woman at risk": [["gender-served", "women", "yes"]],
  "Child at risk": [["general-target-group", "children-at-risk", "yes"]],
  "Unaccompanied or separated child": [["child-status", "separated-or-unaccompanied", "yes"]],
  "Single parent or caregiver": [["with-children", "single-parent-friendly", "yes"]],
  Disability: [["general-target-group", "persons-with-disabilities", "yes"]],
  "Serious medical condition": [["health-condition", "accepts", "yes"]],
  "Walk-in": [["entry-route", "walk-in", "yes"]],
  "Referrals only": [
    ["entry-route", "professional-referral", "yes"],
    ["entry-route", "walk-in", "no"],
    ["entry-route", "self-referral", "no"],
  ],
  "Hotline and follow up home visit": [
    ["delivery", "phone", "yes"],
    ["delivery", "home-visit", "yes"],
  ],
  Outreach: [["delivery", "mobile-team", "yes"]],
};

const ASKED: readonly Question[] = ["registration", "nationality", "intake", "accessibility"];
const REFERRAL_METHODS = new Set([
  "Email on a per case basis",
  "IA Form",
  "Telephone on a per case basis",
  "RAIS",
]);

/**
 * Facets from the agreed answers (English wording). “Referral required: Yes” stands on every entry, also on those
 * that take no referrals, so it counts only where nothing else contradicts it.
 */
export function readEligibility(
  agreed: Partial<Record<Question, readonly string[]>>,
  referralRequired: string,
): EligibilityReading {
  const answers: Answers = {};
  const set = ([facet, code, answer]: Effect): void => {
    answers[facet] = { ...answers[facet], [code]: answer };
  };
  for (const question of ASKED) {
    for (const value of agreed[question] ?? [])
      for (const effect of lookUp(EFFECTS, value.trim()) ?? []) set(effect);
  }
  const contradictions: string[] = [];
  if (referralRequired === "Yes") {
    const methods = agreed.referral ?? [];
    const walkIn = answers["entry-route"]?.["walk-in"] === "yes";
    const refuses = methods.some(
      (method) => method === "Referrals not accepted" || method === "Referral is not required",
    );
    if (refuses || walkIn) {
      if (refuses)
        contradictions.push(`A referral is required, and the referral method says “${methods.join(", ")}”.`);
      if (walkIn) contradictions.push("A referral is required, and people may walk in.");
      if (answers["entry-route"]) {
        const {
          "walk-in": _walk,
          "professional-referral": _referral,
          "self-referral": _self,
          ...rest
        } = answers["entry-route"];
        if (Object.keys(rest).length > 0) answers["entry-route"] = rest;
        else delete answers["entry-route"];
      }
    } else if (methods.some((method) => REFERRAL_METHODS.has(method))) {
      set(["entry-route", "professional-referral", "yes"]);
    }
  }
  return { answers, contradictions };
}
