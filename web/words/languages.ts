/** Which languages a service speaks itself, and which through an interpreter: never mixed. */
import type { LanguageMode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { languageNames } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";

/** Names of the languages that are spoken in one way, as a list; "" where there is none. */
export function spokenSo(words: Words, facts: ListingFacts, mode: LanguageMode): string {
  const codes = facts.languages.filter((language) => language.mode === mode).map((language) => language.code);
  return listText(words, languageNames(words, codes));
}

/** The card's one line: "Thai, Burmese, Shan", "Thai, Burmese by interpreter", "Languages not known". */
export function languagesLine(words: Words, facts: ListingFacts): string {
  const direct = spokenSo(words, facts, "direct");
  const interpreted = spokenSo(words, facts, "interpreter");
  if (direct === "" && interpreted === "") return words.t("speaks.unknown");
  const second = interpreted === "" ? [] : [words.t("speaks.by-interpreter", { languages: interpreted })];
  return listText(words, [...(direct === "" ? [] : [direct]), ...second]);
}
