/** Why a listing fits, must be asked or does not fit, as one sentence; for what is not known, the question. */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import type { Gender } from "#server/contract/search.ts";
import type { Match, Query, Reason } from "#server/domain/query.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";
import { neededPapers } from "./needed-papers.ts";

function ageText(words: Words, reason: Reason, facts: ListingFacts, query: Query | null): string {
  const { minimumAge: from, maximumAge: to } = facts;
  const age = query?.age;
  if (reason.code === "too-young" && from !== null) {
    return age === undefined
      ? words.t("reason.age-fits-from", { from })
      : words.t("reason.too-young", { from, age });
  }
  if (reason.code === "too-old" && to !== null) {
    return age === undefined ? words.t("reason.age-fits-to", { to }) : words.t("reason.too-old", { to, age });
  }
  if (from !== null && to !== null) return words.t("reason.age-fits-between", { from, to });
  if (from !== null) return words.t("reason.age-fits-from", { from });
  return to === null ? words.t("reason.age-fits") : words.t("reason.age-fits-to", { to });
}

function papersText(words: Words, facts: ListingFacts): string {
  const papers = neededPapers(facts);
  if (papers.length === 0) return words.t("reason.documents-needed");
  const documents = listText(
    words,
    papers.map((code) => words.t(`documents.${code}`)),
  );
  return words.t("reason.documents-needed-named", { documents });
}

/**
 * The sentence of a reason. `facts` are those of the listing; `query` (null when there is none at hand) lets the
 * sentence name the age that was said.
 */
export function reasonText(
  words: Words,
  reason: Reason,
  facts: ListingFacts,
  query: Query | null = null,
): string {
  const { code, values = {} } = reason;
  switch (code) {
    case "too-young":
    case "too-old":
    case "age-fits":
      return ageText(words, reason, facts, query);
    case "documents-needed":
      return papersText(words, facts);
    case "serves-gender":
    case "gender-not-served":
    case "gender-unknown":
      return words.t(`reason.${code}`, { people: words.t(`reason.people.${values["gender"] as Gender}`) });
    case "speaks-language":
    case "language-through-interpreter":
    case "language-not-spoken":
    case "language-unknown":
    case "direct-language-unknown":
      return words.t(`reason.${code}`, { language: languageName(words, String(values["language"])) });
    case "delivered-so":
    case "not-delivered-so":
    case "delivery-unknown":
      return words.t(`reason.${code}`, {
        delivery: words.t(`delivery.${values["delivery"] as FacetCode<"delivery">}`),
      });
    default:
      return words.t(`reason.${code}`);
  }
}

const WANTED = { fits: "yes", ask: "unknown", no: "no" } as const;

/**
 * The sentences beside a fit label, those that decided it: statements for Fits, the questions to ask for Ask
 * first, what stands against it for Not for you. Empty when nothing was asked.
 */
export function reasonTexts(
  words: Words,
  match: Match,
  facts: ListingFacts,
  query: Query | null = null,
): string[] {
  return match.reasons
    .filter((reason) => reason.answer === WANTED[match.fit])
    .map((reason) => reasonText(words, reason, facts, query));
}

/** "Fits", "Ask first", "Not for you", or "Not for you yet" when only the age stands against it. */
export function fitText(words: Words, match: Match): string {
  const against = match.reasons.filter((reason) => reason.answer === "no");
  const yet = match.fit === "no" && against.every((reason) => reason.code === "too-young");
  return words.t(yet ? "fit.not-yet" : `fit.${match.fit}`);
}
