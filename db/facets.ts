/**
 * The facets of the vocabulary: a file of its own, because the first screens of the public site need none of it.
 * Everything imports them through `vocabulary.ts`.
 */
import { DELIVERIES, DOCUMENTS_NEEDED } from "./conditions.ts";

/**
 * Eligibility facets: who may use a service, and on which conditions (requirements §2.2). Every code of every
 * facet is answered yes, no or not at all; numbers (ages, months) are columns of `service`.
 */
export const ELIGIBILITY_FACETS = {
  "gender-served": ["women", "men", "girls", "boys", "all-genders", "trans-inclusive"],
  "age-range": ["any-age"],
  "age-at-trafficking": ["child-then", "adult-then", "any"],
  "child-status": ["with-family", "separated-or-unaccompanied", "orphan", "family-complicit", "any"],
  "nationality-served": ["any", "nationals-only", "foreign-nationals"],
  "trafficking-route": ["internal", "cross-border", "any"],
  "migration-status": [
    "regular",
    "irregular",
    "in-detention",
    "returned",
    "deported",
    "self-returned",
    "any",
  ],
  "legal-status-needed": ["none", "legal-stay", "citizenship"],
  "documents-needed": DOCUMENTS_NEEDED,
  "residence-registration-needed": ["none", "registered-in-area", "any-area"],
  "identification-needed": ["none", "presumed-victim", "informally-identified", "formally-identified"],
  "identification-history": [
    "identified-assisted",
    "identified-unassisted",
    "unidentified-assisted",
    "unidentified-unassisted",
    "misidentified",
    "declined-earlier",
  ],
  "cooperation-needed": ["none", "police-report", "testimony"],
  "exploitation-forms": [
    "all",
    "sexual-exploitation",
    "forced-labour",
    "labour-agriculture",
    "labour-construction",
    "labour-domestic",
    "labour-factory",
    "labour-fishing",
    "labour-services",
    "forced-marriage",
    "begging",
    "street-selling",
    "forced-criminality",
    "slavery-servitude",
    "organ-removal",
    "escaped-before",
    "not-stated",
  ],
  "time-since-trafficking": ["any", "max-months", "accepts-former-clients"],
  stage: ["crisis", "transition", "inclusion"],
  disability: ["physical", "intellectual", "mental-health-related", "learning", "adapted"],
  "mental-illness": ["accepts", "adapted"],
  "substance-dependence": ["accepts", "treats"],
  "health-condition": ["accepts", "treats"],
  "trafficking-related-only": ["yes"],
  lgbtqi: ["inclusive", "specific"],
  pregnancy: ["accepts", "specialised"],
  "with-children": ["accepts", "single-parent-friendly"],
  "children-born-of-trafficking": ["accepts", "specialised"],
  "family-members": ["child", "spouse", "parent", "sibling", "none"],
  "family-support": ["no-family-support-prioritised"],
  "security-risk": ["accepts-high-risk", "secure-site"],
  "ethnic-minority": ["inclusive", "minority-languages"],
  religion: ["respects", "specific-practice", "faith-based-provider"],
  "literacy-needed": ["none", "basic", "school-grade"],
  "prior-skill-needed": ["none", "listed"],
  "income-test": ["none", "poor-household", "other"],
  "general-target-group": [
    "everyone",
    "socially-vulnerable",
    "migrant-workers",
    "returned-migrants",
    "refugees",
    "children-at-risk",
    "domestic-violence",
    "low-income",
    "homeless",
    "persons-with-disabilities",
  ],
  "place-of-exploitation-or-return": ["listed"],
} as const;

/** Access facets: how a service is reached and what it is like to use (requirements §3). */
export const ACCESS_FACETS = {
  interpreter: ["available", "on-request", "none", "trained-and-impartial"],
  cost: ["free", "free-if-eligible", "reduced", "fee", "repay"],
  limits: ["sessions", "months", "items", "only-while-in-shelter", "one-off"],
  hours: ["24-hours", "evening", "weekend", "appointment-needed"],
  "travel-support": ["none", "reimbursed", "transport-given", "home-visit"],
  "childcare-on-site": ["available", "help-to-find"],
  "entry-route": [
    "walk-in",
    "call-first",
    "self-referral",
    "professional-referral",
    "authority-referral",
    "assessment-first",
    "someone-can-call-for-you",
  ],
  "access-later": ["can-return-later", "after-saying-no"],
  delivery: DELIVERIES,
  "open-to-non-residents": ["yes"],
  "shelter-rules": [
    "stay-voluntary",
    "can-leave-freely",
    "phone-allowed",
    "family-contact",
    "visitors",
    "may-work",
    "may-study",
    "curfew",
    "max-stay",
    "accepts-children",
    "stay-tied-to-court-case",
  ],
  confidentiality: ["policy", "tells-police", "tells-child-protection", "tells-immigration", "tells-nobody"],
  "discreet-contact": [
    "no-home-visit",
    "neutral-caller-id",
    "meet-elsewhere",
    "phone-only",
    "unmarked-premises",
  ],
  "staff-gender": ["choose-woman", "choose-man"],
  "staff-training": [
    "professional-licensed",
    "trained",
    "informal-support",
    "trauma-informed",
    "child-trained",
    "trafficking-trained",
  ],
  "child-friendly": [
    "child-protection-policy",
    "child-friendly-procedure",
    "child-can-come-alone",
    "guardian-consent-needed",
  ],
  "accessible-formats": ["step-free", "easy-read", "audio", "large-print", "picture-based", "sign-language"],
  "literacy-support": ["help-with-forms"],
  "accompaniment-available": ["yes"],
  "complaint-route": ["has-route", "anonymous-possible"],
  "scope-detail": ["general-with-trafficking-desk"],
  authorised: ["yes"],
} as const;

/** Made in a call that is marked as pure, here and below, so that a build leaves out what it does not read. */
export const FACETS = /* @__PURE__ */ (() => ({ ...ELIGIBILITY_FACETS, ...ACCESS_FACETS }) as const)();

export type Facet = keyof typeof FACETS;
export type FacetCode<F extends Facet = Facet> = (typeof FACETS)[F][number];

/** `"facet:code"` for every code of every facet, in the order of the lists above. */
export const FACET_CODES: readonly string[] = /* @__PURE__ */ (() =>
  Object.entries(FACETS).flatMap(([facet, codes]) => codes.map((code) => `${facet}:${code}`)))();
