/** Answers about what is asked of people before they come: papers, letters, police, where they are from. */
import type { FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";
import { neededPapers } from "./needed-papers.ts";
import { ask, no, yes, type Sentence } from "./sentence.ts";

/** Papers are a "–" only where nobody can start without them, as in the search (`conditions-of-entry.ts`). */
function withPapers(words: Words, facts: ListingFacts): Sentence {
  const question = words.t("question-to-ask.papers");
  const closed = answerTo(facts, "documents-needed", "can-start-without-documents") === "no";
  const needed = neededPapers(facts);
  if (needed.length > 0) {
    const documents = listText(
      words,
      needed.map((code) => words.t(`documents.${code}`)),
    );
    if (closed) return no("papers", words.t("answer.papers.no", { documents }));
    return ask("papers", words.t("answer.papers.ask-named", { documents }), question);
  }
  if (answerTo(facts, "documents-needed", "none") === "no") {
    if (closed) return no("papers", words.t("answer.papers.no-unnamed"));
    return ask("papers", words.t("answer.papers.ask-unnamed"), question);
  }
  return ask("papers", words.t("answer.papers.ask"), question);
}

function papers(words: Words, facts: ListingFacts): Sentence {
  if (answerTo(facts, "documents-needed", "none") === "yes") {
    return yes("papers", words.t("answer.papers.yes"));
  }
  if (answerTo(facts, "documents-needed", "can-start-without-documents") === "yes") {
    return yes("papers", words.t("answer.papers.start"));
  }
  return withPapers(words, facts);
}

function identification(words: Words, facts: ListingFacts): Sentence {
  const needs = (code: FacetCode<"identification-needed">) =>
    answerTo(facts, "identification-needed", code) === "yes";
  const topic = "identification";
  if (needs("none")) return yes(topic, words.t("answer.identification.yes"));
  if (needs("formally-identified")) return no(topic, words.t("answer.identification.no-formal"));
  if (needs("informally-identified")) return no(topic, words.t("answer.identification.no-informal"));
  const question = words.t("question-to-ask.identification");
  // No paper is needed, but somebody decides: a question in the search too.
  if (needs("presumed-victim")) return ask(topic, words.t("answer.identification.ask-presumed"), question);
  return ask(topic, words.t("answer.identification.ask"), question);
}

function police(words: Words, facts: ListingFacts): Sentence {
  const needs = (code: FacetCode<"cooperation-needed">) =>
    answerTo(facts, "cooperation-needed", code) === "yes";
  if (needs("none")) return yes("police", words.t("answer.police.yes"));
  if (needs("police-report")) return no("police", words.t("answer.police.no"));
  if (needs("testimony")) return no("police", words.t("answer.police.no-testimony"));
  return ask("police", words.t("answer.police.ask"), words.t("question-to-ask.police"));
}

function nationality(words: Words, facts: ListingFacts): Sentence {
  const serves = (code: FacetCode<"nationality-served">) =>
    answerTo(facts, "nationality-served", code) === "yes";
  if (serves("any")) return yes("nationality", words.t("answer.nationality.yes"));
  if (serves("foreign-nationals")) return yes("nationality", words.t("answer.nationality.foreign"));
  if (serves("nationals-only") || answerTo(facts, "nationality-served", "foreign-nationals") === "no") {
    return no("nationality", words.t("answer.nationality.no"));
  }
  return ask("nationality", words.t("answer.nationality.ask"), words.t("question-to-ask.nationality"));
}

function permission(words: Words, facts: ListingFacts): Sentence {
  const needs = (code: FacetCode<"legal-status-needed">) =>
    answerTo(facts, "legal-status-needed", code) === "yes";
  if (needs("none")) return yes("stay-permit", words.t("answer.stay-permit.yes"));
  if (needs("citizenship")) return no("stay-permit", words.t("answer.stay-permit.citizen"));
  if (needs("legal-stay")) return no("stay-permit", words.t("answer.stay-permit.no"));
  return ask("stay-permit", words.t("answer.stay-permit.ask"), words.t("question-to-ask.stay-permit"));
}

function registration(words: Words, facts: ListingFacts): Sentence {
  const needs = (code: FacetCode<"residence-registration-needed">) =>
    answerTo(facts, "residence-registration-needed", code) === "yes";
  if (needs("none") || needs("any-area")) return yes("registration", words.t("answer.registration.yes"));
  if (needs("registered-in-area")) return no("registration", words.t("answer.registration.no"));
  return ask("registration", words.t("answer.registration.ask"), words.t("question-to-ask.registration"));
}

/** Papers, nationality, permission to stay, registration, letter, police: always said, known or not. */
export function entryAnswers(words: Words, facts: ListingFacts): Sentence[] {
  return [papers, nationality, permission, registration, identification, police].map((one) =>
    one(words, facts),
  );
}
