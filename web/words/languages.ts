/** Which languages a service speaks itself, and which through an interpreter: never mixed. */
import type { LanguageMode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import { languageNames } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";

function names(words: Words, facts: ListingFacts, mode: LanguageMode): string {
  const codes = facts.languages.filter((language) => language.mode === mode).map((language) => language.code);
  return listText(words, languageNames(words, codes));
}

/** The card's one line: "Thai, Burmese, Shan", "Thai, Burmese by interpreter", "Languages not known". */
export function languagesLine(words: Words, facts: ListingFacts): string {
  const direct = names(words, facts, "direct");
  const interpreted = names(words, facts, "interpreter");
  if (direct === "" && interpreted === "") return words.t("speaks.unknown");
  const second = interpreted === "" ? [] : [words.t("speaks.by-interpreter", { languages: interpreted })];
  return listText(words, [...(direct === "" ? [] : [direct]), ...second]);
}

/** The listing's sentences, the advice about interpreters included (an interpreter may not be safe). */
export function languageSentences(words: Words, facts: ListingFacts): string[] {
  const direct = names(words, facts, "direct");
  const interpreted = names(words, facts, "interpreter");
  if (direct === "" && interpreted === "") return [words.t("speaks.unknown-long")];
  const has = (code: "available" | "on-request" | "trained-and-impartial") =>
    answerTo(facts, "interpreter", code) === "yes";
  return [
    ...(direct === "" ? [] : [direct]),
    ...(interpreted === "" ? [] : [words.t("speaks.interpreter", { languages: interpreted })]),
    ...(has("on-request") ? [words.t("speaks.interpreter-on-request")] : []),
    ...(has("trained-and-impartial") ? [words.t("speaks.interpreter-trained")] : []),
    ...(interpreted !== "" || has("available") || has("on-request")
      ? [words.t("speaks.another-interpreter")]
      : []),
  ];
}
