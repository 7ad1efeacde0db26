/** Before you say yes: rules of a house, limits of the help, and what happens after a no. */
import type { Facet, FacetCode } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { answerTo } from "#server/domain/match/answer.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { ask, inAnswerOrder, no, yes, type Sentence } from "./sentence.ts";

interface Rule {
  readonly topic: string;
  readonly facet: Facet;
  readonly code: string;
  /** What is said for each answer, and whether it opens a door (✓) or closes one (–). */
  readonly yes?: readonly [MessageKey, "yes" | "no"];
  readonly no?: readonly [MessageKey, "yes" | "no"];
  /** Said and asked when nobody told us, in houses alone where `houseOnly`. */
  readonly unknown?: readonly [text: MessageKey, question: MessageKey];
  readonly houseOnly?: boolean;
}

/** Ties the code to its facet, so that a code that does not exist fails the build. */
function rule<F extends Facet>(
  topic: string,
  facet: F,
  code: FacetCode<F>,
  said: Pick<Rule, "yes" | "no" | "unknown" | "houseOnly">,
): Rule {
  return { topic, facet, code, ...said };
}

const HOUSE: readonly Rule[] = [
  rule("voluntary", "shelter-rules", "stay-voluntary", {
    yes: ["rules.voluntary.yes", "yes"],
    no: ["rules.voluntary.no", "no"],
    unknown: ["rules.voluntary.ask", "question-to-ask.voluntary"],
    houseOnly: true,
  }),
  rule("leave", "shelter-rules", "can-leave-freely", {
    yes: ["rules.leave.yes", "yes"],
    no: ["rules.leave.no", "no"],
    unknown: ["rules.leave.ask", "question-to-ask.leave"],
    houseOnly: true,
  }),
  rule("phone", "shelter-rules", "phone-allowed", {
    yes: ["rules.phone.yes", "yes"],
    no: ["rules.phone.no", "no"],
    unknown: ["rules.phone.ask", "question-to-ask.phone"],
    houseOnly: true,
  }),
  rule("family", "shelter-rules", "family-contact", {
    yes: ["rules.family.yes", "yes"],
    no: ["rules.family.no", "no"],
    unknown: ["rules.family.ask", "question-to-ask.family"],
    houseOnly: true,
  }),
  rule("visitors", "shelter-rules", "visitors", {
    yes: ["rules.visitors.yes", "yes"],
    no: ["rules.visitors.no", "no"],
  }),
  rule("work", "shelter-rules", "may-work", { yes: ["rules.work.yes", "yes"], no: ["rules.work.no", "no"] }),
  rule("study", "shelter-rules", "may-study", {
    yes: ["rules.study.yes", "yes"],
    no: ["rules.study.no", "no"],
  }),
  rule("curfew", "shelter-rules", "curfew", {
    yes: ["rules.curfew.no", "no"],
    no: ["rules.curfew.yes", "yes"],
  }),
  rule("max-stay", "shelter-rules", "max-stay", {
    yes: ["rules.max-stay.no", "no"],
    no: ["rules.max-stay.yes", "yes"],
  }),
  rule("court", "shelter-rules", "stay-tied-to-court-case", {
    yes: ["rules.court.no", "no"],
    no: ["rules.court.yes", "yes"],
  }),
];

const HELP: readonly Rule[] = [
  rule("sessions", "limits", "sessions", { yes: ["rules.sessions.no", "no"] }),
  rule("months", "limits", "months", { yes: ["rules.months.no", "no"] }),
  rule("items", "limits", "items", { yes: ["rules.items.no", "no"] }),
  rule("only-staying", "limits", "only-while-in-shelter", { yes: ["rules.only-staying.no", "no"] }),
  rule("one-off", "limits", "one-off", { yes: ["rules.one-off.no", "no"] }),
  rule("listener", "staff-training", "informal-support", { yes: ["rules.listener.yes", "no"] }),
  rule("childcare", "childcare-on-site", "available", { yes: ["rules.childcare.yes", "yes"] }),
  rule("complain", "complaint-route", "has-route", { yes: ["rules.complain.yes", "yes"] }),
  rule("complain-anonymous", "complaint-route", "anonymous-possible", {
    yes: ["rules.complain-anonymous.yes", "yes"],
  }),
  rule("return", "access-later", "can-return-later", {
    yes: ["rules.return.yes", "yes"],
    no: ["rules.return.no", "no"],
  }),
  rule("after-no", "access-later", "after-saying-no", {
    yes: ["rules.after-no.yes", "yes"],
    no: ["rules.after-no.no", "no"],
    unknown: ["rules.after-no.ask", "question-to-ask.later"],
  }),
];

function say(words: Words, facts: ListingFacts, house: boolean, one: Rule): Sentence[] {
  const answer = facts.answers[one.facet]?.[one.code];
  const said = answer === undefined ? undefined : one[answer];
  if (said) return [(said[1] === "yes" ? yes : no)(one.topic, words.t(said[0]))];
  if (answer !== undefined || !one.unknown || (one.houseOnly && !house)) return [];
  return [ask(one.topic, words.t(one.unknown[0]), words.t(one.unknown[1]))];
}

function staffChoice(words: Words, facts: ListingFacts): Sentence[] {
  const woman = answerTo(facts, "staff-gender", "choose-woman");
  const man = answerTo(facts, "staff-gender", "choose-man");
  if (woman === "yes" && man === "yes") return [yes("staff", words.t("rules.choose-both.yes"))];
  if (woman === "yes") return [yes("staff", words.t("rules.choose-woman.yes"))];
  if (man === "yes") return [yes("staff", words.t("rules.choose-man.yes"))];
  return woman === "no" ? [no("staff", words.t("rules.choose-woman.no"))] : [];
}

/**
 * Rules of the house, limits, staff and coming back, as ✓, ? and –. Whether people may leave, keep their phone
 * and see their family is always said of places where people sleep, known or not.
 */
export function beforeYouSayYes(words: Words, facts: ListingFacts): Sentence[] {
  const house = answerTo(facts, "delivery", "residential") === "yes";
  return inAnswerOrder([
    ...HOUSE.flatMap((one) => say(words, facts, house, one)),
    ...staffChoice(words, facts),
    ...HELP.flatMap((one) => say(words, facts, house, one)),
  ]);
}
