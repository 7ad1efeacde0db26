import { describe, expect, test } from "vitest";
import { ACCESS_FACETS, ELIGIBILITY_FACETS } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { matchSituation } from "#server/domain/situation/match-situation.ts";
import { MARKS, type Mark, NO_SITUATION, type Situation } from "#server/domain/situation/situation.ts";
import { factsWith } from "../../records/facts.ts";

/** `"facet:code"` is yes, `"!facet:code"` is no. */
function told(...said: readonly string[]): ListingFacts["answers"] {
  const answers: Record<string, Record<string, "yes" | "no">> = {};
  for (const one of said) {
    const [facet = "", code = ""] = one.replace("!", "").split(":");
    answers[facet] = { ...answers[facet], [code]: one.startsWith("!") ? "no" : "yes" };
  }
  return answers;
}

type Fit = "fits" | "ask" | "no" | "fits (not asked)";
type Scope = ListingFacts["scope"];
type Row = readonly [said: string, fit: Fit, more?: Partial<ListingFacts>, situation?: Partial<Situation>];

/** Open on some days (bits, Monday is 1), from an hour to an hour. */
const week = (days: number, from: number, to: number): ListingFacts["opening"] => ({
  timeZone: "Asia/Bangkok",
  week: [{ days, opens: from * 60, closes: to * 60, interval: 1 }],
  exceptions: [],
});

const SPECIFIC = { scope: "trafficking-specific" } as const;
const HOUSE = { services: ["emergency-shelter"] };

/** Written by hand from requirements §2.2 and §3: what a listing said, and what that means. Empty: it said nothing. */
const TABLE: Record<Mark, readonly Row[]> = {
  "no-police": [
    ["cooperation-needed:testimony", "no"],
    ["cooperation-needed:none", "fits"],
    ["cooperation-needed:police-report", "no"],
    ["cooperation-needed:none shelter-rules:stay-tied-to-court-case", "no", HOUSE],
    ["cooperation-needed:none !shelter-rules:stay-tied-to-court-case", "fits", HOUSE],
    ["cooperation-needed:none", "fits", HOUSE],
    ["", "ask"],
  ],
  "no-shelter": [
    ["delivery:day-centre", "fits"],
    ["delivery:post", "fits"],
    ["delivery:residential", "ask"],
    ["!delivery:residential", "fits"],
    ["delivery:community !open-to-non-residents:yes", "no"],
    ["open-to-non-residents:yes", "fits"],
    ["!open-to-non-residents:yes", "no"],
    ["", "ask"],
  ],
  "open-house": [
    ["shelter-rules:can-leave-freely shelter-rules:stay-voluntary", "fits", HOUSE],
    ["shelter-rules:can-leave-freely", "ask", HOUSE],
    ["!shelter-rules:can-leave-freely shelter-rules:stay-voluntary", "no", HOUSE],
    ["shelter-rules:can-leave-freely !shelter-rules:stay-voluntary", "no", HOUSE],
    ["", "ask", HOUSE],
    ["", "fits (not asked)"],
  ],
  "keep-phone": [
    ["shelter-rules:phone-allowed", "fits", HOUSE],
    ["!shelter-rules:phone-allowed", "no", HOUSE],
    ["", "ask", HOUSE],
    ["!shelter-rules:phone-allowed", "fits (not asked)"],
  ],
  "work-or-school": [
    ["shelter-rules:may-work", "fits", HOUSE],
    ["shelter-rules:may-work !shelter-rules:may-study", "ask", HOUSE],
    ["!shelter-rules:may-work", "no", HOUSE],
    ["", "fits (not asked)"],
  ],
  visits: [
    ["shelter-rules:visitors", "fits", HOUSE],
    ["!shelter-rules:family-contact", "no", HOUSE],
    ["", "ask", HOUSE],
  ],
  "no-office": [
    ["", "fits", { providerType: "ngo" }],
    ["", "no", { providerType: "state" }],
    ["", "no", { providerType: "police-justice" }],
    ["", "ask"],
  ],
  "police-not-told": [
    ["!confidentiality:tells-police", "fits"],
    ["confidentiality:tells-nobody", "fits"],
    ["confidentiality:tells-police", "no"],
    ["confidentiality:tells-nobody confidentiality:tells-police", "ask"],
    ["confidentiality:policy", "ask"],
  ],
  "immigration-not-told": [
    ["!confidentiality:tells-immigration", "fits"],
    ["confidentiality:tells-immigration", "no"],
    ["", "ask"],
  ],
  "woman-staff": [
    ["staff-gender:choose-woman", "fits"],
    ["!staff-gender:choose-woman", "no"],
    ["staff-gender:choose-man", "ask"],
  ],
  "man-staff": [
    ["staff-gender:choose-man", "fits"],
    ["!staff-gender:choose-man", "no"],
    ["", "ask"],
  ],
  discreet: [
    ["discreet-contact:no-home-visit", "fits"],
    ["discreet-contact:phone-only", "fits"],
    ["discreet-contact:neutral-caller-id", "fits"],
    ["discreet-contact:unmarked-premises", "fits"],
    ["!discreet-contact:meet-elsewhere", "ask"],
    ["", "ask"],
  ],
  "high-risk": [
    ["security-risk:secure-site", "fits"],
    ["!security-risk:accepts-high-risk", "no"],
    ["security-risk:secure-site !security-risk:accepts-high-risk", "ask"],
    ["", "ask"],
  ],
  "no-papers": [
    ["documents-needed:identity-card", "ask"],
    ["documents-needed:family-or-household-book", "ask"],
    ["documents-needed:victim-certificate", "ask"],
    ["documents-needed:local-authority-signature", "ask"],
    ["documents-needed:health-card", "ask"],
    ["documents-needed:poor-household-certificate", "ask"],
    ["documents-needed:school-records", "ask"],
    ["documents-needed:asylum-registration", "ask"],
    ["documents-needed:other", "ask"],
    ["documents-needed:identity-card documents-needed:can-start-without-documents", "fits"],
    ["documents-needed:none", "fits"],
    ["documents-needed:identity-card !documents-needed:can-start-without-documents", "no"],
    ["documents-needed:birth-certificate", "ask"],
  ],
  "not-identified": [
    ["identification-needed:informally-identified", "no"],
    ["identification-needed:none", "fits"],
    ["identification-needed:formally-identified", "no"],
    ["identification-needed:presumed-victim", "ask"],
    ["", "ask"],
  ],
  "no-permit": [
    ["legal-status-needed:none", "fits"],
    ["migration-status:irregular", "fits"],
    ["legal-status-needed:legal-stay", "no"],
    ["legal-status-needed:citizenship", "no"],
    ["!migration-status:irregular", "no"],
    ["legal-status-needed:none !migration-status:irregular", "ask"],
    ["", "ask"],
  ],
  foreign: [
    ["nationality-served:any", "fits"],
    ["nationality-served:foreign-nationals", "fits"],
    ["nationality-served:nationals-only", "no"],
    ["!nationality-served:foreign-nationals", "no"],
    ["", "ask"],
  ],
  "registered-elsewhere": [
    ["residence-registration-needed:any-area", "fits"],
    ["residence-registration-needed:none", "fits"],
    ["residence-registration-needed:registered-in-area", "no"],
    ["!residence-registration-needed:none", "ask"],
    ["", "ask"],
  ],
  "no-poor-card": [
    ["income-test:none", "fits"],
    ["income-test:poor-household", "no"],
    ["income-test:other", "ask"],
    ["", "ask"],
  ],
  "in-detention": [
    ["migration-status:in-detention", "fits"],
    ["!migration-status:in-detention", "no"],
    ["migration-status:regular", "ask"],
  ],
  returned: [
    ["migration-status:returned", "fits", SPECIFIC],
    ["!migration-status:returned", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
    ["", "fits (not asked)"],
    ["general-target-group:returned-migrants", "fits"],
  ],
  deported: [
    ["migration-status:any", "fits", SPECIFIC],
    ["!migration-status:deported", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
  ],
  "self-returned": [
    ["migration-status:self-returned", "fits", SPECIFIC],
    ["!migration-status:self-returned", "no", SPECIFIC],
    ["migration-status:returned", "ask", SPECIFIC],
  ],
  "inside-country": [
    ["trafficking-route:internal", "fits", SPECIFIC],
    ["!trafficking-route:internal", "no", SPECIFIC],
    ["trafficking-route:cross-border", "ask", SPECIFIC],
    ["", "fits (not asked)"],
  ],
  "across-border": [
    ["trafficking-route:any", "fits", SPECIFIC],
    ["!trafficking-route:cross-border", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
  ],
  "happened-elsewhere": [
    ["!place-of-exploitation-or-return:listed", "fits", SPECIFIC],
    ["place-of-exploitation-or-return:listed", "ask", SPECIFIC],
    ["", "ask", SPECIFIC],
  ],
  "helped-before": [
    ["time-since-trafficking:accepts-former-clients", "fits"],
    ["access-later:can-return-later", "fits"],
    ["!access-later:can-return-later", "no"],
    ["!time-since-trafficking:accepts-former-clients", "no"],
    ["", "ask"],
  ],
  "declined-before": [
    ["access-later:after-saying-no", "fits"],
    ["!access-later:after-saying-no", "no"],
    ["", "ask"],
  ],
  "long-ago": [
    ["time-since-trafficking:any", "fits", SPECIFIC],
    ["time-since-trafficking:max-months", "ask", SPECIFIC],
    ["", "fits (not asked)"],
  ],
  "happened-as-child": [
    ["age-at-trafficking:child-then", "fits", SPECIFIC],
    ["!age-at-trafficking:child-then", "no", SPECIFIC],
    ["age-at-trafficking:adult-then", "ask", SPECIFIC],
  ],
  "happened-as-adult": [
    ["age-at-trafficking:any", "fits", SPECIFIC],
    ["!age-at-trafficking:adult-then", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
  ],
  "with-child": [
    ["with-children:single-parent-friendly", "fits"],
    ["with-children:single-parent-friendly !with-children:accepts", "ask"],
    ["with-children:accepts", "fits"],
    ["with-children:accepts", "fits", { maxChildAge: 12 }, { childAge: 12 }],
    ["with-children:accepts", "no", { maxChildAge: 12 }, { childAge: 13 }],
    ["with-children:accepts", "no", { maxChildAge: 12, boysMaxAge: 10 }, { childAge: 11, childIsBoy: true }],
    ["with-children:accepts", "fits", { maxChildAge: 12, boysMaxAge: 10 }, { childAge: 11 }],
    ["!with-children:accepts", "no"],
    ["!with-children:accepts shelter-rules:accepts-children", "ask"],
    ["", "ask"],
  ],
  "child-born-of-it": [
    ["children-born-of-trafficking:specialised", "fits", SPECIFIC],
    ["!children-born-of-trafficking:accepts", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
  ],
  "no-family": [
    ["family-support:no-family-support-prioritised", "fits"],
    ["!family-support:no-family-support-prioritised", "fits (not asked)"],
    ["", "fits (not asked)"],
  ],
  "family-involved": [
    ["child-status:family-complicit", "fits"],
    ["!child-status:family-complicit", "no"],
    ["", "ask"],
    ["child-status:family-complicit", "ask", { services: ["family-mediation"] }],
    ["child-status:any child-friendly:guardian-consent-needed", "ask"],
    ["child-status:any child-friendly:guardian-consent-needed age-range:any-age", "fits", {}, { age: 30 }],
  ],
  "child-alone": [
    ["child-status:any child-friendly:child-can-come-alone", "fits"],
    ["child-status:any !child-friendly:child-can-come-alone", "ask"],
    ["child-status:separated-or-unaccompanied", "fits"],
    ["!child-status:separated-or-unaccompanied", "no"],
    ["child-status:any child-friendly:guardian-consent-needed", "ask"],
    ["", "ask"],
  ],
  orphan: [
    ["child-status:orphan", "fits"],
    ["!child-status:orphan", "no"],
    ["child-status:with-family", "ask"],
  ],
  "lives-with-family": [
    ["child-status:with-family", "fits"],
    ["!child-status:with-family", "no"],
    ["", "ask"],
  ],
  "child-trained": [
    ["staff-training:child-trained", "fits"],
    ["child-friendly:child-friendly-procedure", "fits"],
    ["!staff-training:child-trained", "no"],
    ["", "ask"],
  ],
  pregnant: [
    ["pregnancy:specialised", "fits"],
    ["!pregnancy:accepts", "no"],
    ["", "ask"],
  ],
  "mental-illness": [
    ["mental-illness:adapted", "fits"],
    ["!mental-illness:accepts", "no"],
    ["!disability:mental-health-related", "no"],
    ["", "ask"],
  ],
  "substance-use": [
    ["substance-dependence:treats", "fits"],
    ["!substance-dependence:accepts", "no"],
    ["", "ask"],
  ],
  "serious-illness": [
    ["health-condition:treats", "fits"],
    ["!health-condition:accepts", "no"],
    ["", "ask"],
  ],
  "other-illness": [
    ["!trafficking-related-only:yes", "fits", SPECIFIC],
    ["trafficking-related-only:yes", "no", SPECIFIC],
    ["", "ask", SPECIFIC],
    ["", "fits (not asked)"],
  ],
  wheelchair: [
    ["accessible-formats:step-free", "fits"],
    ["disability:physical", "fits"],
    ["!accessible-formats:step-free", "no"],
    ["disability:physical !accessible-formats:step-free", "ask"],
    ["disability:adapted", "ask"],
  ],
  "learning-disability": [
    ["disability:intellectual", "fits"],
    ["!disability:learning", "no"],
    ["", "ask"],
  ],
  deaf: [
    ["accessible-formats:sign-language", "fits"],
    ["!accessible-formats:sign-language", "no"],
    ["", "ask"],
  ],
  "low-vision": [
    ["accessible-formats:large-print", "fits"],
    ["accessible-formats:audio", "fits"],
    ["!accessible-formats:audio", "ask"],
  ],
  "easy-words": [
    ["accessible-formats:easy-read", "fits"],
    ["accessible-formats:picture-based", "fits"],
    ["", "ask"],
  ],
  "no-reading": [
    ["literacy-needed:school-grade", "no"],
    ["literacy-needed:none", "fits"],
    ["literacy-needed:basic", "no"],
    ["!literacy-needed:none", "no"],
    ["", "ask"],
  ],
  lgbtqi: [
    ["lgbtqi:specific", "fits"],
    ["!lgbtqi:inclusive", "no"],
    ["", "ask"],
  ],
  minority: [
    ["ethnic-minority:minority-languages", "fits"],
    ["!ethnic-minority:inclusive", "no"],
    ["", "ask"],
  ],
  religion: [
    ["religion:specific-practice", "fits"],
    ["religion:respects", "fits"],
    ["!religion:respects", "no"],
    ["religion:faith-based-provider", "ask"],
  ],
  "not-faith-based": [
    ["religion:faith-based-provider", "no"],
    ["", "no", { providerType: "faith-based" }],
    ["", "fits", { providerType: "ngo" }],
    ["", "ask"],
  ],
  "migrant-worker": [
    ["general-target-group:migrant-workers", "fits"],
    ["general-target-group:everyone", "fits"],
    ["general-target-group:homeless", "ask"],
    ["!general-target-group:migrant-workers", "no"],
    ["", "fits (not asked)"],
  ],
  refugee: [
    ["general-target-group:refugees", "fits"],
    ["!general-target-group:refugees", "no"],
    ["", "fits (not asked)"],
  ],
  "hurt-at-home": [
    ["general-target-group:domestic-violence", "fits"],
    ["general-target-group:low-income", "ask"],
    ["", "fits (not asked)"],
  ],
  homeless: [
    ["general-target-group:socially-vulnerable", "ask"],
    ["general-target-group:children-at-risk", "ask"],
    ["general-target-group:persons-with-disabilities", "ask"],
    ["general-target-group:homeless", "fits"],
    ["!general-target-group:homeless", "no"],
    ["", "fits (not asked)"],
  ],
  "low-income": [
    ["general-target-group:low-income", "fits"],
    ["general-target-group:refugees", "ask"],
    ["", "fits (not asked)"],
  ],
  free: [
    ["cost:free", "fits"],
    ["cost:fee", "no"],
    ["cost:repay", "no"],
    ["cost:free cost:fee", "ask"],
    ["cost:free-if-eligible", "ask"],
    ["", "ask"],
  ],
  "no-debt": [
    ["!cost:repay", "fits"],
    ["cost:repay", "no"],
    ["cost:fee", "ask"],
  ],
  "by-phone": [
    ["delivery:video", "fits"],
    ["!delivery:phone", "no"],
    ["delivery:community", "ask"],
  ],
  "comes-to-them": [
    ["delivery:mobile-team", "fits"],
    ["!delivery:home-visit", "no"],
    ["", "ask"],
  ],
  "travel-help": [
    ["travel-support:transport-given", "fits"],
    ["travel-support:home-visit", "fits"],
    ["travel-support:reimbursed", "fits"],
    ["travel-support:none delivery:phone", "fits"],
    ["travel-support:none", "no"],
    ["", "ask"],
  ],
  childcare: [
    ["childcare-on-site:help-to-find", "fits"],
    ["!childcare-on-site:available", "no"],
    ["", "ask"],
  ],
  "evening-weekend": [
    ["", "fits", { opening: week(0b0000001, 9, 19) }],
    ["", "fits", { opening: week(0b0100000, 9, 12) }],
    ["", "ask", { opening: week(0b0011111, 9, 17) }],
    ["hours:weekend", "fits"],
    ["hours:24-hours", "fits"],
    ["hours:evening", "fits"],
    ["!hours:evening", "ask"],
  ],
  today: [
    ["entry-route:walk-in", "fits"],
    ["hours:appointment-needed", "no"],
    ["entry-route:walk-in hours:appointment-needed", "ask"],
    ["", "ask"],
  ],
  "own-way-in": [
    ["entry-route:self-referral", "fits"],
    ["entry-route:professional-referral", "no"],
    ["entry-route:call-first entry-route:authority-referral", "fits"],
    ["entry-route:authority-referral", "no"],
    ["entry-route:assessment-first", "ask"],
  ],
  "someone-calls": [
    ["entry-route:someone-can-call-for-you", "fits"],
    ["!entry-route:someone-can-call-for-you", "no"],
    ["", "ask"],
  ],
  "goes-along": [
    ["accompaniment-available:yes", "fits"],
    ["!accompaniment-available:yes", "no"],
    ["", "ask"],
  ],
  "form-help": [
    ["literacy-support:help-with-forms", "fits"],
    ["!literacy-support:help-with-forms", "no"],
    ["", "ask"],
  ],
  "safe-interpreter": [
    ["interpreter:on-request", "ask"],
    ["interpreter:trained-and-impartial", "fits"],
    ["interpreter:none", "no"],
    ["interpreter:available", "ask"],
  ],
  "no-skill": [
    ["prior-skill-needed:none", "fits"],
    ["prior-skill-needed:listed", "no"],
    ["", "ask"],
  ],
  "no-limit": [
    ["!limits:months !limits:one-off limits:items", "ask"],
    ["!limits:months !limits:one-off", "fits"],
    ["limits:sessions", "ask"],
    ["limits:only-while-in-shelter", "ask"],
    ["!limits:months !limits:one-off shelter-rules:max-stay", "ask"],
    ["", "ask"],
  ],
  trained: [
    ["staff-training:professional-licensed", "fits"],
    ["staff-training:informal-support", "no"],
    ["staff-training:trained staff-training:informal-support", "fits"],
    ["", "ask"],
  ],
  "trained-for-this": [
    ["staff-training:trafficking-trained", "fits"],
    ["staff-training:trauma-informed", "fits"],
    ["!staff-training:trauma-informed", "no"],
    ["", "ask"],
  ],
  licensed: [
    ["authorised:yes", "fits"],
    ["!authorised:yes", "no"],
    ["", "ask"],
  ],
  "can-complain": [
    ["complaint-route:anonymous-possible", "fits"],
    ["!complaint-route:has-route", "no"],
    ["", "ask"],
  ],
};

/** Read by the search itself; its table stands in `match.test.ts`. */
const BY_SEARCH = ["gender-served", "age-range", "documents-needed", "delivery"];
/** Said of a listing, and deciding nothing. */
const NEVER_DECIDES = {
  stage: "a lens, never a gate",
  "identification-history": "for reporting alone",
  "scope-detail": "a mark for practitioners",
};

/** Rows of what is no mark: gender, age, whom the help is for, what somebody was made to do. */
const SPOKEN: readonly (readonly [said: string, situation: Partial<Situation>, fit: Fit, scope?: Scope])[] = [
  ["gender-served:women", { gender: "women" }, "fits"],
  ["!gender-served:women", { gender: "women" }, "no"],
  ["gender-served:women", { gender: "men" }, "ask"],
  ["gender-served:men", { gender: "men" }, "fits"],
  ["gender-served:girls", { gender: "girls" }, "fits"],
  ["gender-served:girls", { gender: "women", age: 15 }, "ask"],
  ["gender-served:boys", { gender: "boys" }, "fits"],
  ["!gender-served:boys", { gender: "boys" }, "no"],
  ["gender-served:trans-inclusive", { gender: "trans" }, "fits"],
  ["gender-served:all-genders", { gender: "trans" }, "fits"],
  ["", { gender: "boys" }, "ask"],
  ["age-range:any-age", { age: 14 }, "fits"],
  ["", { age: 14 }, "ask"],
  ["age-range:any-age child-friendly:child-protection-policy", { age: 14 }, "fits"],
  ["age-range:any-age !child-friendly:child-protection-policy", { age: 14 }, "no"],
  ["family-members:child", { helpFor: "child" }, "fits"],
  ["family-members:spouse", { helpFor: "relative" }, "fits"],
  ["family-members:parent", { helpFor: "relative" }, "fits"],
  ["family-members:sibling", { helpFor: "relative" }, "fits"],
  ["family-members:none", { helpFor: "relative" }, "no"],
  ["general-target-group:everyone", { helpFor: "relative" }, "fits"],
  ["", { helpFor: "child" }, "fits (not asked)", "general"],
  ...ELIGIBILITY_FACETS["exploitation-forms"].flatMap((form) =>
    form === "all" ? [] : ([[`exploitation-forms:${form}`, { forms: [form] }, "fits"]] as const),
  ),
  ["exploitation-forms:all", { forms: ["begging", "labour-fishing"] }, "fits"],
  ["exploitation-forms:begging", { forms: ["begging", "labour-fishing"] }, "ask"],
];

/** Single codes that are told on the listing and in the call, and turn nobody away; each with its reason. */
const TOLD_ALONE: Readonly<Record<string, string>> = {
  "confidentiality:tells-child-protection": "told before the number; for a child it may be the law",
  "shelter-rules:curfew": "told as a rule of the house",
  "cost:reduced": "told with the cost",
};

const rows = Object.entries(TABLE).flatMap(([mark, all]) =>
  all.map(([said, fit, more, situation]) => ({ mark: mark as Mark, said, fit, more, situation })),
);

describe("a mark of a situation", () => {
  test.each(rows)('"$mark", told "$said", is $fit', ({ mark, said, fit, more, situation }) => {
    const facts = factsWith({ ...more, answers: told(...said.split(" ").filter((one) => one !== "")) });
    const found = matchSituation(facts, { ...NO_SITUATION, ...situation, marks: [mark] });
    expect(found.fit).toBe(fit.replace(" (not asked)", ""));
    expect(found.found).toBe(true);
    if (fit === "fits (not asked)") expect(found.reasons).toEqual([]);
    else expect(found.reasons.some(({ answer }) => answer === WANTED[fit])).toBe(true);
  });

  test.each(MARKS)("%s: where nobody said anything it never fits for that, and nothing is hidden", (mark) => {
    for (const scope of ["general", "trafficking-specific"] as const) {
      const { fit, found, reasons } = matchSituation(factsWith({ scope, ...HOUSE }), {
        ...NO_SITUATION,
        marks: [mark],
      });
      expect(found).toBe(true);
      expect(fit === "ask" || reasons.length === 0).toBe(true);
    }
  });

  test("stands in the table, every one of them", () => {
    expect(Object.keys(TABLE).sort()).toEqual([...MARKS].sort());
  });

  test("reads every facet of eligibility and access, but those that decide nothing", () => {
    const read = new Set(
      rows.flatMap(({ said }) => said.split(" ").map((one) => one.replace("!", "").split(":")[0] ?? "")),
    );
    const unread = Object.keys({ ...ELIGIBILITY_FACETS, ...ACCESS_FACETS }).filter(
      (facet) => !read.has(facet) && !BY_SEARCH.includes(facet),
    );
    expect(unread.sort()).toEqual(
      [...Object.keys(NEVER_DECIDES), "exploitation-forms", "family-members"].sort(),
    );
  });
});

const spoken = SPOKEN.map(([said, situation, fit, scope = "trafficking-specific"]) => ({
  said,
  situation,
  fit,
  scope,
}));

describe("every code of every facet", () => {
  test.each(spoken)("told $said, asked $situation: $fit", ({ said, situation, fit, scope }) => {
    const facts = factsWith({ scope, answers: told(...said.split(" ").filter(Boolean)) });
    const found = matchSituation(facts, { ...NO_SITUATION, ...situation });
    expect(found.fit).toBe(fit.replace(" (not asked)", ""));
    expect(found.found).toBe(true);
  });

  test("has a row, or a reason why it decides nothing", () => {
    const inRows = new Set(
      [...rows, ...SPOKEN.map(([said]) => ({ said }))].flatMap(({ said }) =>
        said.split(" ").map((one) => one.replace("!", "")),
      ),
    );
    const missing = Object.entries({ ...ELIGIBILITY_FACETS, ...ACCESS_FACETS })
      .filter(([facet]) => !(facet in NEVER_DECIDES))
      .flatMap(([facet, codes]) => codes.map((code) => `${facet}:${code}`))
      .filter((term) => !inRows.has(term) && !(term in TOLD_ALONE));
    expect(missing).toEqual([]);
    // A reason for what has rows after all would be an excuse.
    expect(Object.keys(TOLD_ALONE).filter((term) => inRows.has(term))).toEqual([]);
  });
});

const WANTED = { fits: "yes", ask: "unknown", no: "no" } as const;

describe("what somebody was made to do", () => {
  const fit = (said: string, scope: "general" | "trafficking-specific", ...forms: Situation["forms"]) =>
    matchSituation(factsWith({ scope, answers: told(...said.split(" ").filter(Boolean)) }), {
      ...NO_SITUATION,
      forms,
    }).fit;

  test("is a reason for, a question, or against, by what a listing said", () => {
    const specific = "trafficking-specific";
    expect(fit("exploitation-forms:all", specific, "begging")).toBe("fits");
    expect(fit("exploitation-forms:begging", specific, "begging")).toBe("fits");
    expect(fit("exploitation-forms:forced-labour", specific, "labour-fishing")).toBe("fits");
    expect(fit("exploitation-forms:sexual-exploitation", specific, "labour-fishing")).toBe("ask");
    expect(fit("!exploitation-forms:labour-fishing", specific, "labour-fishing")).toBe("no");
    expect(
      fit(
        "exploitation-forms:begging !exploitation-forms:forced-marriage",
        specific,
        "begging",
        "forced-marriage",
      ),
    ).toBe("no");
    expect(fit("", specific, "begging")).toBe("ask");
  });

  test("is never asked of help that is open to everyone", () => {
    expect(fit("", "general", "begging")).toBe("fits");
  });
});

describe("help for a child or a relative", () => {
  const fit = (
    helpFor: Situation["helpFor"],
    said: string,
    scope: ListingFacts["scope"] = "trafficking-specific",
  ) =>
    matchSituation(factsWith({ scope, answers: told(...said.split(" ").filter(Boolean)) }), {
      ...NO_SITUATION,
      helpFor,
    }).fit;

  test("fits where relatives are taken, is a no where none are, and a question where nobody said", () => {
    expect(fit("child", "family-members:child")).toBe("fits");
    expect(fit("relative", "family-members:parent")).toBe("fits");
    expect(fit("relative", "family-members:child")).toBe("ask");
    expect(fit("relative", "family-members:none")).toBe("no");
    expect(fit("child", "!family-members:child")).toBe("no");
    expect(fit("child", "family-members:child family-members:none")).toBe("ask");
    expect(fit("child", "")).toBe("ask");
  });

  test("is open to them as to anybody where help is for everyone", () => {
    expect(fit("relative", "", "general")).toBe("fits");
    expect(fit("relative", "general-target-group:everyone", "general")).toBe("fits");
  });
});

describe("somebody under 18", () => {
  const fit = (said: string, age: number) =>
    matchSituation(factsWith({ answers: told("age-range:any-age", said) }), { ...NO_SITUATION, age });

  test("is not sent where there are no rules that keep children safe, and a known one counts", () => {
    expect(fit("!child-friendly:child-protection-policy", 14).fit).toBe("no");
    expect(fit("!child-friendly:child-protection-policy", 18).fit).toBe("fits");
    expect(fit("child-friendly:child-protection-policy", 14).reasons.map(({ code }) => code)).toContain(
      "child-rules",
    );
    expect(fit("child-friendly:child-friendly-procedure", 14).fit).toBe("fits");
  });
});

describe("a stage", () => {
  test("that a listing names changes nothing: it is a lens, never a gate", () => {
    const situation: Situation = { ...NO_SITUATION, marks: ["no-papers", "foreign"], age: 20 };
    const plain = matchSituation(factsWith({ answers: told("documents-needed:none") }), situation);
    const staged = matchSituation(
      factsWith({ answers: told("documents-needed:none", "stage:crisis", "!stage:inclusion") }),
      situation,
    );
    expect(staged).toEqual(plain);
  });
});
