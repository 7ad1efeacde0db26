/**
 * What each mark of a situation asks of a listing, as a table: which answers open the door, which close it. A table,
 * because there are sixty of them and a truth table is made from it.
 */
import type { Facet, FacetCode } from "#db/vocabulary.ts";
import type { Mark } from "./situation.ts";

/** `"facet:code"`, checked by the compiler against the vocabulary. */
export type FacetTerm = { [F in Facet]: `${F}:${FacetCode<F>}` }[Facet];

export interface FacetRule {
  readonly mark: Mark;
  /** Answered yes: it fits. */
  readonly opens?: readonly FacetTerm[];
  /** Answered no: it fits. */
  readonly opensByNo?: readonly FacetTerm[];
  /** Answered yes: it does not fit. */
  readonly closes?: readonly FacetTerm[];
  /** Answered no: it does not fit. */
  readonly closesByNo?: readonly FacetTerm[];
  /** Several ways stand side by side, so one open one is enough. Else answers that contradict each other are a question. */
  readonly several?: true;
  /** Only of houses where people sleep. */
  readonly house?: true;
  /** Help open to everyone is never asked about it: a hospital has no rule about how somebody came over a border. */
  readonly specificOnly?: true;
  /** Not known is no question: it is a reason for, never one against. */
  readonly silent?: true;
}

export const FACET_RULES: readonly FacetRule[] = [
  // Choice and safety
  {
    mark: "no-police",
    closes: ["shelter-rules:stay-tied-to-court-case"],
    opensByNo: ["shelter-rules:stay-tied-to-court-case"],
    house: true,
    silent: true,
  },
  {
    mark: "open-house",
    opens: ["shelter-rules:can-leave-freely"],
    closesByNo: ["shelter-rules:can-leave-freely"],
    house: true,
  },
  {
    mark: "open-house",
    opens: ["shelter-rules:stay-voluntary"],
    closesByNo: ["shelter-rules:stay-voluntary"],
    house: true,
  },
  {
    mark: "keep-phone",
    opens: ["shelter-rules:phone-allowed"],
    closesByNo: ["shelter-rules:phone-allowed"],
    house: true,
  },
  {
    mark: "work-or-school",
    opens: ["shelter-rules:may-work", "shelter-rules:may-study"],
    closesByNo: ["shelter-rules:may-work", "shelter-rules:may-study"],
    house: true,
  },
  {
    mark: "visits",
    opens: ["shelter-rules:family-contact", "shelter-rules:visitors"],
    closesByNo: ["shelter-rules:family-contact"],
    house: true,
  },
  {
    mark: "police-not-told",
    opens: ["confidentiality:tells-nobody"],
    opensByNo: ["confidentiality:tells-police"],
    closes: ["confidentiality:tells-police"],
  },
  {
    mark: "immigration-not-told",
    opens: ["confidentiality:tells-nobody"],
    opensByNo: ["confidentiality:tells-immigration"],
    closes: ["confidentiality:tells-immigration"],
  },
  {
    mark: "woman-staff",
    opens: ["staff-gender:choose-woman"],
    closesByNo: ["staff-gender:choose-woman"],
  },
  { mark: "man-staff", opens: ["staff-gender:choose-man"], closesByNo: ["staff-gender:choose-man"] },
  {
    mark: "discreet",
    opens: [
      "discreet-contact:no-home-visit",
      "discreet-contact:neutral-caller-id",
      "discreet-contact:meet-elsewhere",
      "discreet-contact:phone-only",
      "discreet-contact:unmarked-premises",
    ],
  },
  {
    mark: "high-risk",
    opens: ["security-risk:accepts-high-risk", "security-risk:secure-site"],
    closesByNo: ["security-risk:accepts-high-risk"],
  },

  // Papers and status
  {
    mark: "no-permit",
    opens: ["legal-status-needed:none", "migration-status:irregular", "migration-status:any"],
    closes: ["legal-status-needed:legal-stay", "legal-status-needed:citizenship"],
    closesByNo: ["legal-status-needed:none", "migration-status:irregular"],
  },
  {
    mark: "foreign",
    opens: ["nationality-served:any", "nationality-served:foreign-nationals"],
    closes: ["nationality-served:nationals-only"],
    closesByNo: ["nationality-served:foreign-nationals"],
  },
  {
    mark: "registered-elsewhere",
    opens: ["residence-registration-needed:none", "residence-registration-needed:any-area"],
    closes: ["residence-registration-needed:registered-in-area"],
    closesByNo: ["residence-registration-needed:any-area"],
  },
  { mark: "no-poor-card", opens: ["income-test:none"], closes: ["income-test:poor-household"] },
  {
    mark: "in-detention",
    opens: ["migration-status:in-detention", "migration-status:any"],
    closesByNo: ["migration-status:in-detention"],
  },
  {
    mark: "returned",
    opens: ["migration-status:returned", "migration-status:any", "general-target-group:returned-migrants"],
    closesByNo: ["migration-status:returned"],
    specificOnly: true,
  },
  {
    mark: "deported",
    opens: ["migration-status:deported", "migration-status:any"],
    closesByNo: ["migration-status:deported"],
    specificOnly: true,
  },
  {
    mark: "self-returned",
    opens: ["migration-status:self-returned", "migration-status:any"],
    closesByNo: ["migration-status:self-returned"],
    specificOnly: true,
  },
  {
    mark: "inside-country",
    opens: ["trafficking-route:internal", "trafficking-route:any"],
    closesByNo: ["trafficking-route:internal"],
    specificOnly: true,
  },
  {
    mark: "across-border",
    opens: ["trafficking-route:cross-border", "trafficking-route:any"],
    closesByNo: ["trafficking-route:cross-border"],
    specificOnly: true,
  },
  {
    mark: "happened-elsewhere",
    opensByNo: ["place-of-exploitation-or-return:listed"],
    specificOnly: true,
  },

  // Before
  {
    mark: "helped-before",
    opens: ["time-since-trafficking:accepts-former-clients", "access-later:can-return-later"],
    closesByNo: ["time-since-trafficking:accepts-former-clients", "access-later:can-return-later"],
  },
  {
    mark: "declined-before",
    opens: ["access-later:after-saying-no"],
    closesByNo: ["access-later:after-saying-no"],
  },
  { mark: "long-ago", opens: ["time-since-trafficking:any"], specificOnly: true },
  {
    mark: "happened-as-child",
    opens: ["age-at-trafficking:child-then", "age-at-trafficking:any"],
    closesByNo: ["age-at-trafficking:child-then"],
    specificOnly: true,
  },
  {
    mark: "happened-as-adult",
    opens: ["age-at-trafficking:adult-then", "age-at-trafficking:any"],
    closesByNo: ["age-at-trafficking:adult-then"],
    specificOnly: true,
  },

  // Family
  {
    mark: "child-born-of-it",
    opens: ["children-born-of-trafficking:accepts", "children-born-of-trafficking:specialised"],
    closesByNo: ["children-born-of-trafficking:accepts"],
    specificOnly: true,
  },
  { mark: "no-family", opens: ["family-support:no-family-support-prioritised"], silent: true },
  {
    mark: "family-involved",
    opens: ["child-status:family-complicit", "child-status:any"],
    closesByNo: ["child-status:family-complicit"],
  },
  {
    mark: "child-alone",
    opens: ["child-status:separated-or-unaccompanied", "child-status:any"],
    closesByNo: ["child-status:separated-or-unaccompanied"],
  },
  {
    mark: "orphan",
    opens: ["child-status:orphan", "child-status:any"],
    closesByNo: ["child-status:orphan"],
  },
  {
    mark: "lives-with-family",
    opens: ["child-status:with-family", "child-status:any"],
    closesByNo: ["child-status:with-family"],
  },
  {
    mark: "child-trained",
    opens: ["staff-training:child-trained", "child-friendly:child-friendly-procedure"],
    closesByNo: ["staff-training:child-trained"],
  },

  // Health and disability
  {
    mark: "pregnant",
    opens: ["pregnancy:accepts", "pregnancy:specialised"],
    closesByNo: ["pregnancy:accepts"],
  },
  {
    mark: "mental-illness",
    opens: ["mental-illness:accepts", "mental-illness:adapted", "disability:mental-health-related"],
    closesByNo: ["mental-illness:accepts", "disability:mental-health-related"],
  },
  {
    mark: "substance-use",
    opens: ["substance-dependence:accepts", "substance-dependence:treats"],
    closesByNo: ["substance-dependence:accepts"],
  },
  {
    mark: "serious-illness",
    opens: ["health-condition:accepts", "health-condition:treats"],
    closesByNo: ["health-condition:accepts"],
  },
  {
    mark: "other-illness",
    opensByNo: ["trafficking-related-only:yes"],
    closes: ["trafficking-related-only:yes"],
    specificOnly: true,
  },
  {
    mark: "wheelchair",
    opens: ["accessible-formats:step-free", "disability:physical"],
    closesByNo: ["accessible-formats:step-free", "disability:physical"],
  },
  {
    mark: "learning-disability",
    opens: ["disability:intellectual", "disability:learning"],
    closesByNo: ["disability:intellectual", "disability:learning"],
  },
  {
    mark: "deaf",
    opens: ["accessible-formats:sign-language"],
    closesByNo: ["accessible-formats:sign-language"],
  },
  { mark: "low-vision", opens: ["accessible-formats:audio", "accessible-formats:large-print"] },
  { mark: "easy-words", opens: ["accessible-formats:easy-read", "accessible-formats:picture-based"] },
  {
    mark: "no-reading",
    opens: ["literacy-needed:none"],
    closes: ["literacy-needed:basic", "literacy-needed:school-grade"],
    closesByNo: ["literacy-needed:none"],
  },

  // People
  { mark: "lgbtqi", opens: ["lgbtqi:inclusive", "lgbtqi:specific"], closesByNo: ["lgbtqi:inclusive"] },
  {
    mark: "minority",
    opens: ["ethnic-minority:inclusive", "ethnic-minority:minority-languages"],
    closesByNo: ["ethnic-minority:inclusive"],
  },
  {
    mark: "religion",
    opens: ["religion:respects", "religion:specific-practice"],
    closesByNo: ["religion:respects"],
  },

  // Practical
  {
    mark: "free",
    opens: ["cost:free"],
    closes: ["cost:fee", "cost:repay"],
    closesByNo: ["cost:free"],
  },
  { mark: "no-debt", opens: ["cost:free"], opensByNo: ["cost:repay"], closes: ["cost:repay"] },
  {
    mark: "by-phone",
    opens: ["delivery:phone", "delivery:video"],
    closesByNo: ["delivery:phone"],
    several: true,
  },
  {
    mark: "comes-to-them",
    opens: ["delivery:home-visit", "delivery:mobile-team", "travel-support:home-visit"],
    closesByNo: ["delivery:home-visit"],
    several: true,
  },
  {
    mark: "travel-help",
    opens: [
      "travel-support:reimbursed",
      "travel-support:transport-given",
      "travel-support:home-visit",
      "delivery:home-visit",
      "delivery:mobile-team",
      "delivery:phone",
      "delivery:video",
    ],
    closes: ["travel-support:none"],
    several: true,
  },
  {
    mark: "childcare",
    opens: ["childcare-on-site:available", "childcare-on-site:help-to-find"],
    closesByNo: ["childcare-on-site:available"],
    several: true,
  },
  { mark: "today", opens: ["entry-route:walk-in", "hours:24-hours"], closes: ["hours:appointment-needed"] },
  {
    mark: "own-way-in",
    opens: ["entry-route:walk-in", "entry-route:call-first", "entry-route:self-referral"],
    closes: ["entry-route:authority-referral", "entry-route:professional-referral"],
    several: true,
  },
  {
    mark: "someone-calls",
    opens: ["entry-route:someone-can-call-for-you"],
    closesByNo: ["entry-route:someone-can-call-for-you"],
  },
  {
    mark: "goes-along",
    opens: ["accompaniment-available:yes"],
    closesByNo: ["accompaniment-available:yes"],
  },
  {
    mark: "form-help",
    opens: ["literacy-support:help-with-forms"],
    closesByNo: ["literacy-support:help-with-forms"],
  },
  {
    mark: "safe-interpreter",
    opens: ["interpreter:trained-and-impartial"],
    closes: ["interpreter:none"],
    closesByNo: ["interpreter:trained-and-impartial"],
  },
  {
    mark: "no-skill",
    opens: ["prior-skill-needed:none"],
    closes: ["prior-skill-needed:listed"],
    closesByNo: ["prior-skill-needed:none"],
  },
  {
    mark: "trained",
    opens: ["staff-training:professional-licensed", "staff-training:trained"],
    closes: ["staff-training:informal-support"],
    several: true,
  },
  {
    mark: "trained-for-this",
    opens: ["staff-training:trauma-informed", "staff-training:trafficking-trained"],
    closesByNo: ["staff-training:trauma-informed"],
    several: true,
  },
  { mark: "licensed", opens: ["authorised:yes"], closesByNo: ["authorised:yes"] },
  {
    mark: "can-complain",
    opens: ["complaint-route:has-route", "complaint-route:anonymous-possible"],
    closesByNo: ["complaint-route:has-route"],
  },
];
