/** Columns of conditions: each is yes, no, not known, or not asked. */
import { FACET_CODES } from "#db/vocabulary.ts";
import { ANSWER_WORDS, NOT_KNOWN, readAnswer } from "./cell-words.ts";
import type { WorkbookColumn, WorkbookWords } from "./column.ts";

export const QUESTION_SETS = ["main", "all"] as const;
export type QuestionSet = (typeof QUESTION_SETS)[number];

/** Facets that a partner can answer in one sitting: what people ask first. */
const MAIN: ReadonlySet<string> = new Set([
  "gender-served",
  "nationality-served",
  "legal-status-needed",
  "documents-needed",
  "identification-needed",
  "cooperation-needed",
  "cost",
  "entry-route",
  "delivery",
  "open-to-non-residents",
  "interpreter",
  "hours",
  "with-children",
  "pregnancy",
  "lgbtqi",
  "staff-gender",
  "accessible-formats",
  "travel-support",
  "childcare-on-site",
  "confidentiality",
  "child-friendly",
  "shelter-rules",
  "access-later",
]);

/** One column a question. */
export function questionColumns(set: QuestionSet, words: WorkbookWords): WorkbookColumn[] {
  return FACET_CODES.filter((term) => set === "all" || MAIN.has(term.split(":")[0] ?? "")).map(
    (term): WorkbookColumn => ({
      key: `answer:${term}`,
      header: `${words.facet(term.split(":")[0] ?? "")}: ${words.code(term)}`,
      note: `yes, no, or ${NOT_KNOWN}. Empty: nobody has asked yet, nothing changes.`,
      width: 16,
      list: ANSWER_WORDS,
      question: true,
      cell: (form) => {
        const answer = form[`answer:${term}`];
        return answer === "yes" || answer === "no" ? answer : "";
      },
      changes: (text) => ({ [`answer:${term}`]: readAnswer(text) }),
    }),
  );
}
