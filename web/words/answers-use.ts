/** Answers about using a service: language, staying there, coming back. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import { withoutStaying } from "#server/domain/match/delivery.ts";
import { languageNames } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";
import { ask, no, yes, type Sentence } from "./sentence.ts";

function spoken(words: Words, facts: ListingFacts, mode: "direct" | "interpreter"): string {
  const codes = facts.languages.filter((one) => one.mode === mode).map((one) => one.code);
  return listText(words, languageNames(words, codes));
}

function speaking(words: Words, facts: ListingFacts): Sentence[] {
  const languages = spoken(words, facts, "direct");
  const interpreted = spoken(words, facts, "interpreter");
  if (languages === "" && interpreted === "") {
    return [ask("language", words.t("answer.language.unknown"), words.t("question-to-ask.language"))];
  }
  return [
    ...(languages === "" ? [] : [yes("language", words.t("answer.language.yes", { languages }))]),
    ...(interpreted === ""
      ? []
      : [yes("interpreter", words.t("answer.language.interpreter", { languages: interpreted }))]),
  ];
}

/** The same rule as the search's, so that a list and a listing never disagree. */
function staying(words: Words, facts: ListingFacts): Sentence[] {
  const reason = withoutStaying(facts, { withoutStaying: true });
  if (reason?.answer === "yes") return [yes("staying", words.t("answer.staying.yes"))];
  if (reason?.answer === "no") return [no("staying", words.t("answer.staying.no"))];
  return [ask("staying", words.t("answer.staying.ask"), words.t("question-to-ask.staying"))];
}

function later(words: Words, facts: ListingFacts): Sentence {
  const answer = answerTo(facts, "access-later", "can-return-later");
  if (answer === "yes") return yes("later", words.t("answer.later.yes"));
  if (answer === "no") return no("later", words.t("answer.later.no"));
  return ask("later", words.t("answer.later.ask"), words.t("question-to-ask.back"));
}

/** Language, staying there and coming back: always said, known or not. */
export function useAnswers(words: Words, facts: ListingFacts): Sentence[] {
  return [...speaking(words, facts), ...staying(words, facts), later(words, facts)];
}
