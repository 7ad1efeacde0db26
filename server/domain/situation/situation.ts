/**
 * A situation, never a case: what a helper ticks with a person in front of them. Codes and two numbers, in memory
 * alone; nothing of it is stored, sent or printed (R48).
 */
import type { FacetCode } from "#db/vocabulary.ts";
import type { Gender } from "#server/contract/search.ts";
import type { Query } from "../query.ts";

/** Whom the help is for (R12). */
export const HELP_FOR = ["person", "child", "relative"] as const;
export type HelpFor = (typeof HELP_FOR)[number];

/** What may be ticked, in groups as they are shown (requirements §2.2 and §3). Each is one condition or a few. */
export const MARK_GROUPS = {
  choice: [
    "no-police",
    "no-shelter",
    "open-house",
    "keep-phone",
    "work-or-school",
    "visits",
    "no-office",
    "police-not-told",
    "immigration-not-told",
    "woman-staff",
    "man-staff",
    "discreet",
    "high-risk",
  ],
  papers: [
    "no-papers",
    "not-identified",
    "no-permit",
    "foreign",
    "registered-elsewhere",
    "no-poor-card",
    "in-detention",
    "returned",
    "deported",
    "self-returned",
    "inside-country",
    "across-border",
    "happened-elsewhere",
  ],
  before: ["helped-before", "declined-before", "long-ago", "happened-as-child", "happened-as-adult"],
  family: [
    "with-child",
    "child-born-of-it",
    "no-family",
    "family-involved",
    "child-alone",
    "orphan",
    "lives-with-family",
    "child-trained",
  ],
  health: [
    "pregnant",
    "mental-illness",
    "substance-use",
    "serious-illness",
    "other-illness",
    "wheelchair",
    "learning-disability",
    "deaf",
    "low-vision",
    "easy-words",
    "no-reading",
  ],
  people: [
    "lgbtqi",
    "minority",
    "religion",
    "not-faith-based",
    "migrant-worker",
    "refugee",
    "hurt-at-home",
    "homeless",
    "low-income",
  ],
  practical: [
    "free",
    "no-debt",
    "by-phone",
    "comes-to-them",
    "travel-help",
    "childcare",
    "evening-weekend",
    "today",
    "own-way-in",
    "someone-calls",
    "goes-along",
    "form-help",
    "safe-interpreter",
    "no-skill",
    "no-limit",
    "trained",
    "trained-for-this",
    "licensed",
    "can-complain",
  ],
} as const;

export type MarkGroup = keyof typeof MARK_GROUPS;
export type Mark = (typeof MARK_GROUPS)[MarkGroup][number];
export const MARKS: readonly Mark[] = /* @__PURE__ */ (() => Object.values(MARK_GROUPS).flat())();

export interface Situation {
  readonly helpFor: HelpFor;
  readonly gender: Gender | null;
  /** Whole years, of the person whom the help is for. */
  readonly age: number | null;
  readonly languages: readonly string[];
  /** Only people who speak the language themselves. */
  readonly direct: boolean;
  /** Age of the oldest child who comes along, and whether it is a boy: some houses have other limits for boys. */
  readonly childAge: number | null;
  readonly childIsBoy: boolean;
  readonly marks: readonly Mark[];
  /** What somebody was made to do. Asked nowhere on the public site: it would say why a person comes. */
  readonly forms: readonly FacetCode<"exploitation-forms">[];
}

export const NO_SITUATION: Situation = {
  helpFor: "person",
  gender: null,
  age: null,
  languages: [],
  direct: false,
  childAge: null,
  childIsBoy: false,
  marks: [],
  forms: [],
};

/** Whether anything was said at all. */
export function isSaid(situation: Situation): boolean {
  return JSON.stringify(situation) !== JSON.stringify(NO_SITUATION);
}

/** The part of a situation that the search knows by itself. */
export function toQuery(situation: Situation): Query {
  const has = (mark: Mark) => situation.marks.includes(mark);
  return {
    languages: situation.languages,
    direct: situation.direct,
    gender: situation.gender ?? undefined,
    age: situation.age ?? undefined,
    noDocuments: has("no-papers"),
    noIdentification: has("not-identified"),
    noCooperation: has("no-police"),
    withoutStaying: has("no-shelter"),
  };
}
