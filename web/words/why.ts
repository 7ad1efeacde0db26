/** Why something fits a situation, what to ask, or what stands against it: one sentence each. */
import type { ListingFacts } from "#server/contract/listing.ts";
import type { Change } from "#server/domain/situation/alternatives.ts";
import type { Reason } from "#server/domain/query.ts";
import type { MarkReason, SituationMatch, Why } from "#server/domain/situation/reason.ts";
import { MARKS, type Mark, type Situation, toQuery } from "#server/domain/situation/situation.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { reasonText } from "./reason.ts";

/** Marks whose words stand elsewhere already. */
const SAID_ELSEWHERE: Partial<Record<Mark, MessageKey>> = {
  "no-police": "question.police-said-no",
  "no-shelter": "question.stay-said-no",
  "by-phone": "where.phone",
  "migrant-worker": "people.migrant-workers",
  refugee: "people.refugees",
  "hurt-at-home": "people.domestic-violence",
  homeless: "people.homeless",
  "low-income": "people.low-income",
};

/** A mark as it is ticked: "No closed shelter". */
export function markText(words: Words, mark: Mark): string {
  return words.t(SAID_ELSEWHERE[mark] ?? (`mark.${mark}` as MessageKey));
}

type Sentences = Partial<Record<MarkReason["answer"], MessageKey>>;

/** Better sentences than "label: yes", where the listing's own page has them. */
const SENTENCES: Partial<Record<MarkReason["code"], Sentences>> = {
  foreign: {
    yes: "answer.nationality.yes",
    no: "answer.nationality.no",
    unknown: "question-to-ask.nationality",
  },
  "no-permit": {
    yes: "answer.stay-permit.yes",
    no: "answer.stay-permit.no",
    unknown: "question-to-ask.stay-permit",
  },
  "registered-elsewhere": {
    yes: "answer.registration.yes",
    no: "answer.registration.no",
    unknown: "question-to-ask.registration",
  },
  "with-child": {
    yes: "answer.children.yes",
    no: "answer.children.no",
    unknown: "question-to-ask.children",
  },
  "helped-before": { yes: "answer.later.yes", no: "answer.later.no", unknown: "question-to-ask.back" },
  "declined-before": { yes: "rules.after-no.yes", no: "rules.after-no.no", unknown: "question-to-ask.later" },
  "long-ago": { yes: "answer.time-since.yes", unknown: "answer.time-since.no" },
  pregnant: { yes: "answer.pregnancy.yes", no: "answer.pregnancy.no" },
  lgbtqi: { yes: "answer.lgbt.yes" },
  "no-reading": { yes: "answer.reading.yes", no: "answer.reading.no" },
  "form-help": { yes: "answer.forms.yes" },
  deaf: { yes: "answer.sign-language.yes" },
  "keep-phone": { yes: "rules.phone.yes", no: "rules.phone.no", unknown: "question-to-ask.phone" },
  visits: { yes: "rules.family.yes", no: "rules.family.no", unknown: "question-to-ask.family" },
  "open-house": { yes: "rules.leave.yes", no: "rules.leave.no", unknown: "question-to-ask.leave" },
  "woman-staff": { yes: "rules.choose-woman.yes", no: "rules.choose-woman.no" },
  "man-staff": { yes: "rules.choose-man.yes" },
  childcare: { yes: "rules.childcare.yes" },
  "can-complain": { yes: "rules.complain.yes" },
  trained: { no: "rules.listener.yes" },
  "safe-interpreter": { yes: "speaks.interpreter-trained", unknown: "question-to-ask.interpreter" },
  "someone-calls": { yes: "entry.someone-can-call" },
  "goes-along": { yes: "entry.accompaniment" },
  "own-way-in": { no: "entry.authority-referral" },
  free: { yes: "cost.free-long", no: "cost.fee", unknown: "question-to-ask.cost" },
  "no-debt": { no: "cost.repay-long", unknown: "question-to-ask.cost" },
  "no-police": { no: "rules.court.no", yes: "rules.court.yes" },
  "guardian-asked": { unknown: "child.parent.ask" },
  "child-rules": { yes: "why.child-rules", no: "reason.child-policy-none" },
  "family-brought-in": { unknown: "why.family-brought-in" },
};

function labelOf(words: Words, code: MarkReason["code"]): string {
  return isMark(code) ? markText(words, code) : words.t(`mark.${code}` as MessageKey);
}

function isMark(code: string): code is Mark {
  return (MARKS as readonly string[]).includes(code);
}

const OWN_CODES: readonly string[] = [
  "for-child",
  "for-relative",
  "child-too-old",
  "guardian-asked",
  "family-brought-in",
  "child-rules",
  "form",
];

/** Whether a reason is of a situation and not of the search. */
function isMarkReason(why: Why): why is MarkReason {
  return isMark(why.code) || OWN_CODES.includes(why.code);
}

/** The sentence of a reason; for what nobody confirmed, the question to ask. */
export function whyText(words: Words, why: Why, facts: ListingFacts, situation: Situation): string {
  if (!isMarkReason(why)) return reasonText(words, why as Reason, facts, toQuery(situation));
  if (why.code === "child-too-old") return words.t("why.child-too-old", { to: why.values?.["to"] ?? 0 });
  const key = SENTENCES[why.code]?.[why.answer];
  if (key !== undefined) return words.t(key);
  const mark = labelOf(words, why.code);
  if (why.answer === "yes") return words.t("why.yes", { mark });
  return why.answer === "no" ? words.t("why.no", { mark }) : words.t("why.ask", { mark });
}

/** All sentences of one kind, each once. */
export function whyTexts(
  words: Words,
  { reasons }: Pick<SituationMatch, "reasons">,
  answer: Why["answer"],
  facts: ListingFacts,
  situation: Situation,
): readonly string[] {
  const texts = reasons
    .filter((one) => one.answer === answer)
    .map((one) => whyText(words, one, facts, situation));
  return [...new Set(texts)];
}

/** "Fits", "Ask first", "Not for them", "Not for them yet" when only the age stands against it. */
export function situationFit(words: Words, match: Pick<SituationMatch, "fit" | "reasons">): string {
  if (match.fit !== "no") return words.t(`fit.${match.fit}`);
  const against = match.reasons.filter(({ answer }) => answer === "no");
  return words.t(against.every(({ code }) => code === "too-young") ? "helper.not-yet" : "helper.not");
}

/** "Fits from age 15." */
export function changeText(words: Words, change: Change, facts: ListingFacts, situation: Situation): string {
  if (change.kind === "later") return words.t("helper.change-later", { from: change.from });
  if (change.kind === "interpreter") return words.t("helper.change-interpreter");
  return words.t("helper.change-without", { what: saidOf(words, change.reason, situation, facts) });
}

const BY_SEARCH: Partial<Record<string, Mark>> = {
  "documents-needed": "no-papers",
  "identification-needed": "not-identified",
  "police-needed": "no-police",
  "stay-needed": "no-shelter",
};

/** What was said that stands against it: the mark, or the sentence where it is none. */
function saidOf(words: Words, why: Why, situation: Situation, facts: ListingFacts): string {
  if (isMark(why.code)) return markText(words, why.code);
  const mark = BY_SEARCH[why.code];
  if (mark !== undefined) return markText(words, mark);
  return whyText(words, why, facts, situation);
}
