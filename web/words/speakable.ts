/** A listing as short sentences in order: to be heard, or read out by somebody who helps. */
import type { ListingView, Phrase } from "#server/contract/listing-view.ts";
import type { Words } from "#web/i18n/words.ts";
import { answers } from "./answers.ts";
import { checkedLine } from "./checked.ts";
import { contactNotes } from "./contact.ts";
import { costSentences } from "./cost-sentences.ts";
import { howToGetIn } from "./entry.ts";
import { hoursLine } from "./hours.ts";
import { languageSentences } from "./language-sentences.ts";
import { whatToBring } from "./papers.ts";
import { runBy } from "./run-by.ts";
import { beforeYouSayYes } from "./rules.ts";
import { toldNotes } from "./told.ts";

export interface SpokenLine {
  readonly text: string;
  /** BCP 47: which voice reads it. */
  readonly lang: string;
}

/** Digits one by one, so that no voice makes thousands of a phone number. */
function digits(value: string): string {
  return value.replace(/\d(?=[\d\s-]*\d)/gu, "$& ").replace(/\s+/gu, " ");
}

/** A text that ends like a sentence, so that a voice pauses. Scripts without a full stop keep their own ending. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return /[A-Za-z0-9)]$/u.test(trimmed) ? `${trimmed}.` : trimmed;
}

/** What must be known before the number stands before it, as on the page. */
function contactLines(words: Words, listing: ListingView): string[] {
  const { detail } = listing;
  if (detail === null || detail.contacts.length === 0) {
    return toldNotes(words, { tells: {}, whoAnswers: null }).map(({ text }) => text);
  }
  return detail.contacts.flatMap((contact) => [
    ...contactNotes(words, contact, detail.texts.whoIsTold ?? null)
      // The listing's own sentence was said before.
      .filter(({ own }) => own === undefined)
      .map(({ text }) => text),
    contact.channel === "phone"
      ? digits(contact.value)
      : `${words.t(`channel.${contact.channel}`)}: ${contact.value}`,
  ]);
}

/**
 * The listing in the order of its page: name, what it is, who it is for, how to get in, what to bring, what it
 * costs, before you say yes, hours, languages, who is told, the number, checked on. Each line has its language:
 * texts that are not translated are in their own.
 */
export function speakable(words: Words, listing: ListingView): SpokenLine[] {
  const { facts, card, detail } = listing;
  const ours = (texts: readonly string[]): SpokenLine[] =>
    texts.map((text) => ({ text: sentence(text), lang: words.lang }));
  const theirs = (phrase: Phrase | null | undefined): SpokenLine[] =>
    phrase == null
      ? []
      : phrase.text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => ({ text: sentence(line), lang: phrase.lang }));
  const named = detail?.requiredDocuments ?? [];
  const lines = [
    ...theirs(card?.name ?? { text: facts.code, lang: words.lang }),
    ...ours([runBy(words, card?.organization.text ?? "", facts.providerType)]),
    ...theirs(detail?.texts.alert),
    ...theirs(detail?.texts.description),
    ...ours(answers(words, facts).map(({ text }) => text)),
    ...ours(howToGetIn(words, facts).map(({ title, note }) => `${sentence(title)} ${note ?? ""}`)),
    ...theirs(detail?.texts.whatHappensFirst),
    ...ours(whatToBring(words, facts, named.length > 0)),
    ...named.flatMap(theirs),
    ...ours(costSentences(words, facts, detail?.costs)),
    ...ours(beforeYouSayYes(words, facts).map(({ text }) => text)),
    ...ours([hoursLine(words, facts, null)]),
    ...ours(languageSentences(words, facts)),
    ...theirs(detail?.texts.whoIsTold),
    ...theirs(detail?.texts.contactCare),
    ...ours(contactLines(words, listing)),
    ...ours([checkedLine(words, facts, detail?.source ?? null)]),
  ];
  return lines.filter(
    ({ text }, index) => text !== "" && lines.findIndex((one) => one.text === text) === index,
  );
}
