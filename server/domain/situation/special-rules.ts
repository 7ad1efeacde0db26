/** Rules that read more than answers: who runs it, ages of children, whom it helps, relatives. */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo, anyYes } from "../match/answer.ts";
import type { MarkReason } from "./reason.ts";
import type { Mark, Situation } from "./situation.ts";

export type SpecialRule = (facts: ListingFacts, situation: Situation) => MarkReason | null;

const OFFICES = ["state", "police-justice", "immigration"];

/** Somebody who avoids offices sees who runs a service (R40). */
const noOffice: SpecialRule = ({ providerType }, { marks }) => {
  if (!marks.includes("no-office")) return null;
  if (providerType === null) return { answer: "unknown", code: "no-office" };
  return { answer: OFFICES.includes(providerType) ? "no" : "yes", code: "no-office" };
};

const notFaithBased: SpecialRule = (facts, { marks }) => {
  if (!marks.includes("not-faith-based")) return null;
  const said = answerTo(facts, "religion", "faith-based-provider");
  if (said === "yes" || facts.providerType === "faith-based")
    return { answer: "no", code: "not-faith-based" };
  return {
    answer: said === "no" || facts.providerType !== null ? "yes" : "unknown",
    code: "not-faith-based",
  };
};

/** A child who comes along: taken at all, and up to which age; boys may have a lower limit (R12, §2.2 `with-children`). */
const withChild: SpecialRule = (facts, { marks, childAge, childIsBoy }) => {
  if (!marks.includes("with-child")) return null;
  const takes = [
    answerTo(facts, "with-children", "accepts"),
    answerTo(facts, "shelter-rules", "accepts-children"),
    // Built for a parent alone is built for the child too; its "no" says nothing of the child.
    ...(answerTo(facts, "with-children", "single-parent-friendly") === "yes" ? (["yes"] as const) : []),
  ];
  if (takes.includes("no")) return { answer: takes.includes("yes") ? "unknown" : "no", code: "with-child" };
  if (!takes.includes("yes")) return { answer: "unknown", code: "with-child" };
  const limit = childIsBoy ? (facts.boysMaxAge ?? facts.maxChildAge) : facts.maxChildAge;
  if (limit === null || childAge === null) return { answer: "yes", code: "with-child" };
  return childAge <= limit
    ? { answer: "yes", code: "with-child" }
    : { answer: "no", code: "child-too-old", values: { to: limit } };
};

/** Help for a relative or the person's child (R12). Help open to everyone takes relatives as anybody else. */
const forFamily: SpecialRule = (facts, { helpFor }) => {
  if (helpFor === "person") return null;
  const code = helpFor === "child" ? "for-child" : "for-relative";
  const wanted: readonly FacetCode<"family-members">[] =
    helpFor === "child" ? ["child"] : ["spouse", "parent", "sibling"];
  const none = answerTo(facts, "family-members", "none") === "yes";
  if (anyYes(facts, "family-members", wanted)) return { answer: none ? "unknown" : "yes", code };
  if (none || wanted.every((one) => answerTo(facts, "family-members", one) === "no"))
    return { answer: "no", code };
  if (anyYes(facts, "general-target-group", ["everyone"])) return { answer: "yes", code };
  return facts.scope === "general" ? null : { answer: "unknown", code };
};

const TARGETS: Partial<Record<Mark, FacetCode<"general-target-group">>> = {
  "migrant-worker": "migrant-workers",
  refugee: "refugees",
  "hurt-at-home": "domestic-violence",
  homeless: "homeless",
  "low-income": "low-income",
};

/** Groups that general help is built for: a reason for; a question only where others are named and this one is not. */
const targetGroups = (Object.entries(TARGETS) as [Mark, FacetCode<"general-target-group">][]).map(
  ([mark, group]): SpecialRule =>
    (facts, { marks }) => {
      if (!marks.includes(mark)) return null;
      const answers = facts.answers["general-target-group"] ?? {};
      if (answers[group] === "no") return { answer: "no", code: mark };
      if (answers[group] === "yes" || answers["everyone"] === "yes") return { answer: "yes", code: mark };
      return Object.values(answers).includes("yes") ? { answer: "unknown", code: mark } : null;
    },
);

const LIMITS: readonly FacetCode<"limits">[] = ["sessions", "months", "items", "one-off"];

/** Help for a long time: any limit is a question, help that ends with a stay is one too (R19). */
const noLimit: SpecialRule = (facts, { marks }) => {
  if (!marks.includes("no-limit")) return null;
  const limited =
    anyYes(facts, "limits", [...LIMITS, "only-while-in-shelter"]) ||
    anyYes(facts, "shelter-rules", ["max-stay"]);
  if (limited) return { answer: "unknown", code: "no-limit" };
  const free = (["months", "one-off"] as const).every((one) => answerTo(facts, "limits", one) === "no");
  return { answer: free ? "yes" : "unknown", code: "no-limit" };
};

/** Sub-services that bring relatives in. */
const BRINGS_FAMILY = [
  "family-tracing",
  "family-contact",
  "family-mediation",
  "family-counselling",
  "family-reunification",
  "family-assessment",
  "community-mediation",
  "kinship-care",
];

/**
 * Relatives who were involved (§9 A11): no contact with them by default. A service that brings relatives in, or asks a
 * guardian first, is a question: it is the person's to decide.
 */
const familyBroughtIn: SpecialRule = ({ services }, { marks }) =>
  marks.includes("family-involved") && services.some((code) => BRINGS_FAMILY.includes(code))
    ? { answer: "unknown", code: "family-brought-in" }
    : null;

const guardianAsked: SpecialRule = (facts, { marks, age }) => {
  const matters = marks.includes("family-involved") || marks.includes("child-alone");
  if (!matters || (age !== null && age >= 18)) return null;
  const asked =
    answerTo(facts, "child-friendly", "guardian-consent-needed") === "yes" ||
    answerTo(facts, "child-friendly", "child-can-come-alone") === "no";
  return asked ? { answer: "unknown", code: "guardian-asked" } : null;
};

/** Rules that keep children safe: known ones count; not known is asked in the call and turns nobody away (R52). */
const childRules: SpecialRule = (facts, { age }) => {
  if (age === null || age >= 18) return null;
  const policy = answerTo(facts, "child-friendly", "child-protection-policy");
  return policy === "unknown" ? null : { answer: policy, code: "child-rules" };
};

const WEEKEND = 0b1100000;
/** Six in the evening, in minutes. */
const EVENING = 18 * 60;

/**
 * Evenings or weekends, also where the hours alone say so (R65). Hours that are known and have neither are no closed door:
 * somebody may still find the time, so it is a question.
 */
const eveningOrWeekend: SpecialRule = ({ answers, opening }, { marks }) => {
  if (!marks.includes("evening-weekend")) return null;
  const said = (["evening", "weekend", "24-hours"] as const).some(
    (code) => answers["hours"]?.[code] === "yes",
  );
  const open = (opening?.week ?? []).some(
    ({ days, opens, closes }) => (days & WEEKEND) !== 0 || closes > EVENING || closes <= opens,
  );
  return { answer: said || open ? "yes" : "unknown", code: "evening-weekend" };
};

const LABOUR = "labour-";

/** What somebody was made to do: for all, for this one, or for work of every kind. Help open to everyone is not asked. */
const forms: SpecialRule = (facts, { forms: said }) => {
  if (said.length === 0) return null;
  const takes = (form: (typeof said)[number]) =>
    anyYes(facts, "exploitation-forms", ["all", form]) ||
    (form.startsWith(LABOUR) && answerTo(facts, "exploitation-forms", "forced-labour") === "yes");
  if (said.every(takes)) return { answer: "yes", code: "form" };
  const refused = said.some((form) => !takes(form) && answerTo(facts, "exploitation-forms", form) === "no");
  if (refused) return { answer: "no", code: "form" };
  return facts.scope === "general" ? null : { answer: "unknown", code: "form" };
};

export const SPECIAL_RULES: readonly SpecialRule[] = [
  forFamily,
  childRules,
  withChild,
  noOffice,
  notFaithBased,
  ...targetGroups,
  noLimit,
  eveningOrWeekend,
  familyBroughtIn,
  guardianAsked,
  forms,
];
