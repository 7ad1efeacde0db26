/** What somebody answered to the plain questions, and what that means for a search. Gone when they leave. */
import type { Gender } from "#server/contract/search.ts";
import type { Query } from "#server/domain/query.ts";

/** Whom help can be for, as the search knows them; the type keeps this list complete and true. */
export const GENDERS = Object.keys({
  women: true,
  men: true,
  girls: true,
  boys: true,
  trans: true,
} satisfies Record<Gender, true>) as readonly Gender[];

export type YesNo = "yes" | "no";

/** Years, both ends included; equal when somebody typed their age. */
export interface AgeSpan {
  readonly from: number;
  readonly to: number;
}

export const AGE_SPANS: readonly AgeSpan[] = [
  { from: 0, to: 12 },
  { from: 13, to: 17 },
  { from: 18, to: 24 },
  { from: 25, to: 120 },
];

export interface Answers {
  readonly languages: readonly string[];
  /** "no": an interpreter is not all right. */
  readonly interpreter: YesNo | null;
  readonly papers: YesNo | null;
  readonly age: AgeSpan | null;
  readonly gender: Gender | null;
  readonly stay: YesNo | null;
  readonly identification: YesNo | null;
  readonly police: YesNo | null;
  readonly open: YesNo | null;
}

export const NO_ANSWERS: Answers = {
  languages: [],
  interpreter: null,
  papers: null,
  age: null,
  gender: null,
  stay: null,
  identification: null,
  police: null,
  open: null,
};

export type Question = keyof Answers;

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  "languages",
  "interpreter",
  "papers",
  "age",
  "gender",
  "stay",
  "police",
  "identification",
  "open",
];

/** Whether a question has an answer other than "Skip". */
export function isAnswered(answers: Answers, question: Question): boolean {
  const answer = answers[question];
  return Array.isArray(answer) ? answer.length > 0 : answer !== null;
}

/** The answers as `match` reads them, all but the age, which may be a span. `now` is asked for only when needed. */
export function toConditions(answers: Answers, now: () => Date): Query {
  return {
    languages: answers.languages,
    direct: answers.interpreter === "no",
    noDocuments: answers.papers === "no",
    gender: answers.gender ?? undefined,
    withoutStaying: answers.stay === "no",
    noIdentification: answers.identification === "no",
    noCooperation: answers.police === "no",
    openAt: answers.open === "yes" ? now() : undefined,
  };
}
