/** What to bring, in sentences. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";
import { neededPapers } from "./needed-papers.ts";

/** "You don't need an identity card, a letter, or a police report": each named only as far as it is known. */
function nothingNeeded(words: Words, facts: ListingFacts): string[] {
  const noLetter = answerTo(facts, "identification-needed", "none") === "yes";
  const noReport = answerTo(facts, "cooperation-needed", "none") === "yes";
  return [
    words.t("papers.nothing"),
    words.t(noLetter && noReport ? "papers.none-needed" : "papers.none-needed-short"),
  ];
}

/**
 * The sentences of "What to bring". The listing's own names of papers (`requiredDocuments`) are drawn beside
 * these by the page, in the language they are in; `named` says that there are some.
 */
export function whatToBring(words: Words, facts: ListingFacts, named = false): string[] {
  const needed = neededPapers(facts);
  const start = answerTo(facts, "documents-needed", "can-start-without-documents") === "yes";
  if (answerTo(facts, "documents-needed", "none") === "yes" && needed.length === 0 && !named) {
    return nothingNeeded(words, facts);
  }
  const documents = listText(
    words,
    needed.map((code) => words.t(`documents.${code}`)),
  );
  const sentences = [
    ...(needed.length > 0 ? [words.t("papers.bring", { documents })] : []),
    ...(start ? [words.t("papers.start")] : []),
  ];
  if (sentences.length === 0) return named ? [] : [words.t("papers.unknown")];
  return sentences;
}
