/** Languages in the sentences of a listing. They come with the later screens. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { Words } from "#web/i18n/words.ts";
import { spokenSo } from "./languages.ts";

/** The listing's sentences, the advice about interpreters included (an interpreter may not be safe). */
export function languageSentences(words: Words, facts: ListingFacts): string[] {
  const direct = spokenSo(words, facts, "direct");
  const interpreted = spokenSo(words, facts, "interpreter");
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
