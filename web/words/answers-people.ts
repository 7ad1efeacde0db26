/** Answers about people whom many services forget. Said when known; children are always spoken of. */
import type { Facet, FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { ask, no, yes, type Sentence } from "./sentence.ts";

function children(words: Words, facts: ListingFacts): Sentence {
  const answer = answerTo(facts, "with-children", "accepts");
  if (answer === "no") return no("children", words.t("answer.children.no"));
  if (answer === "unknown") {
    return ask("children", words.t("answer.children.ask"), words.t("question-to-ask.children"));
  }
  const { maxChildAge: age, boysMaxAge: boys } = facts;
  if (age === null) return yes("children", words.t("answer.children.yes"));
  if (boys === null || boys === age) return yes("children", words.t("answer.children.yes-to", { age }));
  return yes("children", words.t("answer.children.yes-boys", { age, boys }));
}

function timeSince(words: Words, facts: ListingFacts): Sentence[] {
  if (answerTo(facts, "time-since-trafficking", "any") === "yes") {
    return [yes("time-since", words.t("answer.time-since.yes"))];
  }
  if (answerTo(facts, "time-since-trafficking", "max-months") !== "yes") return [];
  return [no("time-since", words.t("answer.time-since.no"))];
}

/** One code of a facet that has a sentence for yes, for no, or for both. */
interface Said {
  readonly topic: string;
  readonly facet: Facet;
  readonly code: string;
  readonly yes?: MessageKey;
  readonly no?: MessageKey;
  /** A yes that closes a door, such as "a guardian must agree". */
  readonly closes?: boolean;
}

const SAID: readonly Said[] = [
  said("child-alone", "child-friendly", "child-can-come-alone", {
    yes: "answer.child-alone.yes",
    no: "answer.child-alone.no",
  }),
  said("guardian", "child-friendly", "guardian-consent-needed", { yes: "answer.guardian.no", closes: true }),
  said("former", "time-since-trafficking", "accepts-former-clients", { yes: "answer.former.yes" }),
  said("disability", "disability", "adapted", { yes: "answer.disability.yes" }),
  said("step-free", "accessible-formats", "step-free", {
    yes: "answer.step-free.yes",
    no: "answer.step-free.no",
  }),
  said("sign-language", "accessible-formats", "sign-language", { yes: "answer.sign-language.yes" }),
  said("pregnancy", "pregnancy", "accepts", { yes: "answer.pregnancy.yes", no: "answer.pregnancy.no" }),
  said("lgbt", "lgbtqi", "inclusive", { yes: "answer.lgbt.yes" }),
  said("trans", "gender-served", "trans-inclusive", { yes: "answer.trans.yes" }),
  said("reading", "literacy-needed", "none", { yes: "answer.reading.yes", no: "answer.reading.no" }),
  said("forms", "literacy-support", "help-with-forms", { yes: "answer.forms.yes" }),
];

/** Ties the code to its facet, so that a code that does not exist fails the build. */
function said<F extends Facet>(
  topic: string,
  facet: F,
  code: FacetCode<F>,
  sentences: Pick<Said, "yes" | "no" | "closes">,
): Said {
  return { topic, facet, code, ...sentences };
}

function sayOne(words: Words, facts: ListingFacts, one: Said): Sentence[] {
  const answer = facts.answers[one.facet]?.[one.code];
  if (answer === "yes" && one.yes) return [(one.closes ? no : yes)(one.topic, words.t(one.yes))];
  if (answer === "no" && one.no) return [no(one.topic, words.t(one.no))];
  return [];
}

/** Children always; the rest where somebody told us. */
export function peopleAnswers(words: Words, facts: ListingFacts): Sentence[] {
  return [
    children(words, facts),
    ...SAID.flatMap((one) => sayOne(words, facts, one)),
    ...timeSince(words, facts),
  ];
}
