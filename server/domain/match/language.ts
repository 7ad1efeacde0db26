import type { Reason } from "../query.ts";
import { answerTo, type Condition } from "./answer.ts";

const mostSpecific = (code: string) => code.split("-")[0] ?? code;
/** Whether two tags name the same language, whatever their region or script: `zh-Hant` and `zh`. */
export const sameLanguage = (spoken: string, wanted: string): boolean =>
  spoken === wanted || mostSpecific(spoken) === mostSpecific(wanted);

/**
 * A language that the person speaks. Staff who speak it themselves and interpreters are told apart, because an
 * interpreter may not be safe (R30, R49). A language that nobody mentioned is a question, and "no" only when
 * the listing says that there is no interpreter at all.
 */
export const language: Condition = (facts, { languages, direct }) => {
  if (languages === undefined || languages.length === 0) return null;
  const answers = languages.map((wanted): Reason => {
    const values = { language: wanted };
    const found = facts.languages.filter((spoken) => sameLanguage(spoken.code, wanted));
    if (found.some((spoken) => spoken.mode === "direct"))
      return { answer: "yes", code: "speaks-language", values };
    const interpreted = found.length > 0;
    if (direct) {
      if (interpreted) return { answer: "no", code: "language-through-interpreter", values };
      return { answer: "unknown", code: "direct-language-unknown", values };
    }
    if (interpreted) return { answer: "yes", code: "language-through-interpreter", values };
    if (facts.languages.length > 0 && answerTo(facts, "interpreter", "none") === "yes") {
      return { answer: "no", code: "language-not-spoken", values };
    }
    return { answer: "unknown", code: "language-unknown", values };
  });
  return (
    answers.find((reason) => reason.code === "speaks-language") ??
    answers.find((reason) => reason.answer === "yes") ??
    answers.find((reason) => reason.answer === "unknown") ??
    answers[0] ??
    null
  );
};
