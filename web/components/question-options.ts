import { languageName } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import type { IconName } from "#web/icons/icon.tsx";
import {
  AGE_SPANS,
  GENDERS,
  type AgeSpan,
  type Answers,
  type Question,
  type YesNo,
} from "#web/models/answers.ts";

/** One button of a question, and what pressing it answers. */
export interface Option {
  /** Beside the words: ✓, ×, – for "Skip"; nothing where words alone tell the answers apart. */
  readonly sign?: IconName;
  readonly label: string;
  readonly chosen: boolean;
  readonly answer: Partial<Answers>;
}

/** A plain question: every one may be skipped, and "Skip" stands chosen at the start. */
export interface AskedQuestion {
  /** What it is about, for those who do not read. */
  readonly sign: IconName;
  readonly title: string;
  readonly short: string;
  readonly why: string | null;
  /** Several answers may stand together. */
  readonly several: boolean;
  readonly options: readonly Option[];
  /** A whole number that may be typed instead; null where there is none. */
  readonly typed: TypedAnswer | null;
}

export interface TypedAnswer {
  readonly label: string;
  readonly value: string;
  /** Null for what is not a number that makes sense: nothing is answered then. */
  readonly read: (text: string) => Partial<Answers> | null;
}

/** An age in whole years from what was typed, in the digits that every page uses. */
function readAge(text: string): Partial<Answers> | null {
  if (text.trim() === "") return { age: null };
  const years = /^\s*(\d{1,3})\s*$/u.test(text) ? Number(text) : Number.NaN;
  return years <= 120 ? { age: { from: years, to: years } } : null;
}

/** The pictogram of each question: the same on its button, in the sheet and on a listing. */
export const QUESTION_SIGN: Readonly<Record<Question, IconName>> = {
  languages: "chat-centered-text",
  interpreter: "users",
  papers: "identification-card",
  age: "cake",
  gender: "user",
  stay: "bed",
  police: "police-car",
  identification: "stamp",
  open: "clock",
};

type YesNoQuestion = "interpreter" | "papers" | "stay" | "identification" | "police" | "open";

interface YesNoWords {
  readonly title: MessageKey;
  readonly short: MessageKey;
  readonly why?: MessageKey;
  readonly yes: MessageKey;
  readonly no: MessageKey;
  readonly saidYes: MessageKey | null;
  readonly saidNo: MessageKey | null;
}

const YES_NO: Readonly<Record<YesNoQuestion, YesNoWords>> = {
  interpreter: {
    title: "question.direct",
    short: "question.direct-short",
    yes: "question.direct-yes",
    no: "question.direct-no",
    saidYes: null,
    saidNo: "question.direct-said",
  },
  papers: {
    title: "question.papers",
    short: "question.papers-short",
    yes: "questions.yes",
    no: "questions.no",
    saidYes: "question.papers-said-yes",
    saidNo: "question.papers-said-no",
  },
  stay: {
    title: "question.stay",
    short: "question.stay-short",
    yes: "question.stay-yes",
    no: "question.stay-no",
    saidYes: "question.stay-said-yes",
    saidNo: "question.stay-said-no",
  },
  police: {
    title: "question.police",
    short: "question.police-short",
    why: "question.police-why",
    yes: "question.police-yes",
    no: "question.police-no",
    saidYes: "question.police-said-yes",
    saidNo: "question.police-said-no",
  },
  identification: {
    title: "question.identification",
    short: "question.identification-short",
    why: "question.identification-why",
    yes: "questions.yes",
    no: "questions.no",
    saidYes: "question.identification-said-yes",
    saidNo: "question.identification-said-no",
  },
  open: {
    title: "question.open",
    short: "question.open-short",
    yes: "questions.yes",
    no: "questions.no",
    saidYes: "question.open-said",
    saidNo: null,
  },
};

function ageLabel(words: Words, { from, to }: AgeSpan): string {
  if (from === 0) return words.t("question.age-under", { n: to + 1 });
  if (to === 120) return words.t("question.age-over", { n: from });
  return words.t("question.age-between", { from, to });
}

/** "13–17 years old", "14 years old". */
function ageSaid(words: Words, { from, to }: AgeSpan): string {
  if (from === to) return words.t("question.age-said", { n: from });
  if (from === 0) return words.t("question.age-said-under", { n: to + 1 });
  if (to === 120) return words.t("question.age-said-over", { n: from });
  return words.t("question.age-said-between", { from, to });
}

function yesNo(words: Words, question: YesNoQuestion, answers: Answers): AskedQuestion {
  const { title, short, why, yes, no } = YES_NO[question];
  const option = (value: YesNo | null, label: MessageKey): Option => ({
    label: words.t(label),
    sign: value === null ? "minus" : value === "yes" ? "check" : "x",
    chosen: answers[question] === value,
    answer: { [question]: value },
  });
  return {
    sign: QUESTION_SIGN[question],
    title: words.t(title),
    short: words.t(short),
    why: why === undefined ? null : words.t(why),
    several: false,
    options: [option("yes", yes), option("no", no), option(null, "questions.skip")],
    typed: null,
  };
}

function languages(words: Words, answers: Answers, spoken: readonly string[]): AskedQuestion {
  const toggled = (code: string) =>
    answers.languages.includes(code)
      ? answers.languages.filter((other) => other !== code)
      : [...answers.languages, code];
  return {
    sign: QUESTION_SIGN.languages,
    title: words.t("question.language"),
    short: words.t("question.language-short"),
    why: null,
    several: true,
    options: spoken.map((code) => ({
      label: languageName(words, code),
      chosen: answers.languages.includes(code),
      answer: { languages: toggled(code) },
    })),
    typed: null,
  };
}

function age(words: Words, answers: Answers): AskedQuestion {
  const same = (span: AgeSpan) => answers.age?.from === span.from && answers.age.to === span.to;
  return {
    sign: QUESTION_SIGN.age,
    title: words.t("question.age"),
    short: words.t("question.age-short"),
    why: words.t("question.age-why"),
    several: false,
    options: [
      ...AGE_SPANS.map((span) => ({
        label: ageLabel(words, span),
        chosen: same(span),
        answer: { age: span },
      })),
      {
        sign: "minus",
        label: words.t("questions.skip"),
        chosen: answers.age === null,
        answer: { age: null },
      },
    ],
    typed: {
      label: words.t("question.age-number"),
      value: answers.age !== null && answers.age.from === answers.age.to ? String(answers.age.from) : "",
      read: readAge,
    },
  };
}

function gender(words: Words, answers: Answers): AskedQuestion {
  return {
    sign: QUESTION_SIGN.gender,
    title: words.t("question.gender"),
    short: words.t("question.gender-short"),
    why: null,
    several: false,
    options: [
      ...GENDERS.map((code) => ({
        label: words.t(`gender.${code}`),
        chosen: answers.gender === code,
        answer: { gender: code },
      })),
      {
        sign: "minus",
        label: words.t("questions.skip"),
        chosen: answers.gender === null,
        answer: { gender: null },
      },
    ],
    typed: null,
  };
}

/** A question with its buttons. `spoken` are the languages to offer, by code. */
export function ask(
  words: Words,
  question: Question,
  answers: Answers,
  spoken: readonly string[],
): AskedQuestion {
  if (question === "languages") return languages(words, answers, spoken);
  if (question === "age") return age(words, answers);
  if (question === "gender") return gender(words, answers);
  return yesNo(words, question, answers);
}

/** An answer as a sentence: "I have no papers". Null when the question was skipped. */
export function saidText(words: Words, question: Question, answers: Answers): string | null {
  if (question === "languages") {
    const names = answers.languages.map((code) => languageName(words, code));
    return names.length === 0
      ? null
      : words.t("question.language-said", { language: listText(words, names) });
  }
  if (question === "age") return answers.age === null ? null : ageSaid(words, answers.age);
  if (question === "gender") return answers.gender === null ? null : words.t(`gender.${answers.gender}`);
  const answer = answers[question];
  if (answer === null) return null;
  const key = YES_NO[question][answer === "yes" ? "saidYes" : "saidNo"];
  return words.t(key ?? YES_NO[question][answer]);
}
