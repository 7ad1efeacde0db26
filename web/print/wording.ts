/**
 * The words a printed edition is made with: the messages, and the same sentences about a listing as on the site.
 * `server/edition` takes this as an argument, so that it never imports `web`.
 */
import type {
  EntryContact,
  EntryFact,
  EntryWords,
  PrintValues,
  Span,
  Wording,
} from "#server/contract/edition.ts";
import type { AddressView, ListingDetail, ListingView, Phrase } from "#server/contract/listing-view.ts";
import type { Need } from "#db/vocabulary.ts";
import type { ListingText } from "#server/contract/listing.ts";
import { dateText } from "#web/i18n/dates.ts";
import { languageName } from "#web/i18n/language-names.ts";
import type { ServiceNames } from "#web/i18n/service-names.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { affiliationSentence } from "#web/words/affiliations.ts";
import { answers, openQuestions } from "#web/words/answers.ts";
import { checkedMonth } from "#web/words/checked-month.ts";
import { checkedLine } from "#web/words/checked.ts";
import { contactLabel, contactNotes } from "#web/words/contact.ts";
import { costSentences } from "#web/words/cost-sentences.ts";
import { costLine } from "#web/words/cost.ts";
import { easierWays, howToGetIn } from "#web/words/entry.ts";
import { hoursLine } from "#web/words/hours.ts";
import { languageSentences } from "#web/words/language-sentences.ts";
import { exceptionLines } from "#web/words/opening-days.ts";
import { whatToBring } from "#web/words/papers.ts";
import { placeLine } from "#web/words/place.ts";
import { providerLine } from "#web/words/provider.ts";
import { beforeYouSayYes } from "#web/words/rules.ts";
import { whoItIsFor } from "#web/words/who-it-is-for.ts";

/** What a language needs to speak on paper. */
export interface WordingSource {
  readonly words: Words;
  readonly services: ServiceNames;
  /** The area's name and the language it is in; null when it is not known here. */
  readonly areaName: (code: string, lang: string) => Span | null;
  /** ISO date of printing: exceptions that are over are left out. */
  readonly today: string;
}

/** More questions than this are not asked in one call. */
const QUESTIONS = 4;
/** Topics of answers that have a row of their own on paper. */
const OWN_ROW = new Set(["who", "language", "interpreter", "papers", "later"]);
/** Topics of rules that limit the help rather than rule the house. */
const LIMITS = new Set(["sessions", "months", "items", "only-staying", "one-off", "max-stay", "court"]);
const LATER = new Set(["return", "after-no"]);

/** The wording of one language for `server/edition`. */
export function createWording(source: WordingSource): Wording {
  const { words } = source;
  const say = (key: string, values?: PrintValues) => words.t(key as MessageKey, values);
  return {
    lang: words.lang,
    dir: words.dir,
    t: say,
    need: (need: Need) => words.t(`need.${need}`),
    needAbout: (need: Need) => say(`need.${need}.about`),
    date: (iso) => dateText(words, iso),
    language: (code) => languageName(words, code),
    area: (code) => source.areaName(code, words.lang) ?? { text: code, lang: "und" },
    entry: (listing) => entryWords(source, listing),
  };
}

function entryWords(source: WordingSource, listing: ListingView): EntryWords {
  const { words } = source;
  const { facts, card } = listing;
  const span = (text: string): Span => ({ text, lang: words.lang });
  const nothing = span("–");
  const organization = card?.organization ?? nothing;
  return {
    name: card?.name ?? nothing,
    organization,
    by: providerLine(words, organization.text, facts.providerType),
    facts: factsOf(source, listing),
    contacts: contactsOf(words, listing.detail),
    short: {
      who: whoItIsFor(words, facts),
      month: checkedMonth(words, facts),
      rest: shortRest(source, listing),
    },
  };
}

function factsOf(source: WordingSource, listing: ListingView): EntryWords["facts"] {
  const { words } = source;
  const { facts, detail } = listing;
  const spans = (texts: readonly string[]): Span[] => texts.map((text) => ({ text, lang: words.lang }));
  const own = (...fields: readonly ListingText[]): Span[] =>
    fields.flatMap((field) => withMark(words, detail?.texts[field]));
  const rules = beforeYouSayYes(words, facts);
  const ruled = (wanted: (topic: string) => boolean) =>
    spans(rules.filter(({ topic, state }) => wanted(topic) && state !== "ask").map(({ text }) => text));
  const told = toldOf(words, detail);
  const said = answers(words, facts).filter(({ topic, state }) => !OWN_ROW.has(topic) && state !== "ask");
  const rows: Record<EntryFact, readonly Span[]> = {
    offers: [
      ...own("alert"),
      ...spans([facts.services.map((code) => source.services.label(code)).join(words.t("list.separator"))]),
      ...own("description"),
    ],
    place: placeOf(source, listing),
    hours: [
      ...spans([hoursLine(words, facts, null), ...exceptionLines(words, facts.opening, source.today)]),
      ...own("waitTime"),
    ],
    who: [
      ...spans([whoItIsFor(words, facts), ...said.map(({ text }) => text)]),
      ...own("eligibilityDescription"),
    ],
    ask: spans([...new Set([...openQuestions(words, facts), ...questionsOf(rules)])].slice(0, QUESTIONS)),
    how: [...howOf(words, listing), ...spans(easierWays(words, facts))],
    later: [
      ...spans(rules.filter(({ topic }) => LATER.has(topic)).map(({ text }) => text)),
      ...own("accessLater", "followUp"),
    ],
    bring: [
      ...spans(whatToBring(words, facts, (detail?.requiredDocuments.length ?? 0) > 0)),
      ...(detail?.requiredDocuments ?? []),
      ...own("documentsDescription"),
    ],
    cost: [...spans(costSentences(words, facts, detail?.costs)), ...own("feesDescription", "travel")],
    languages: [...spans(languageSentences(words, facts)), ...own("interpretationServices")],
    told: [...own("whoIsTold"), ...spans(told), ...own("contactCare")],
    rules: [
      ...ruled((topic) => !LIMITS.has(topic) && !LATER.has(topic)),
      ...own("rules", "culture", "complaints"),
      ...spans((detail?.affiliations ?? []).map((one) => affiliationSentence(words, one))),
    ],
    limits: [...ruled((topic) => LIMITS.has(topic)), ...own("limits")],
    checked: spans([checkedLine(words, facts, detail?.source ?? null)]),
  };
  return rows;
}

/** A listing's own words; behind a translation that is older than its source it says so, as on the screen. */
function withMark(words: Words, phrase: Phrase | undefined): Span[] {
  if (phrase === undefined) return [];
  const { text, lang, mark } = phrase;
  const said = { text, lang };
  return mark === "stale" ? [said, { text: `(${words.t("listing.mark-stale")})`, lang: words.lang }] : [said];
}

function questionsOf(rules: ReturnType<typeof beforeYouSayYes>): string[] {
  return rules.flatMap(({ question }) => (question === undefined ? [] : [question]));
}

/** A listing's own steps are better than those made from codes. */
function howOf(words: Words, { facts, detail }: ListingView): Span[] {
  const first = howToGetIn(words, facts);
  const own = detail?.texts.whatHappensFirst ?? detail?.texts.applicationProcess ?? null;
  const steps = own === null ? first : first.slice(0, 1);
  const spans = steps.flatMap(({ title, note }): Span[] => [
    { text: title, lang: words.lang },
    ...(note === null ? [] : [{ text: note, lang: words.lang }]),
  ]);
  return own === null ? spans : [...spans, ...own.text.split("\n").map((text) => ({ text, lang: own.lang }))];
}

function placeOf(source: WordingSource, { facts, card, detail }: ListingView): Span[] {
  const { words } = source;
  const line = placeLine(words, facts, {
    city: card?.city?.text ?? null,
    distance: null,
    areaName: (code) => source.areaName(code, words.lang)?.text ?? null,
  });
  const addresses = (detail?.addresses ?? []).flatMap((address) => addressSpans(address));
  return addresses.length === 0 ? [{ text: line, lang: words.lang }] : addresses;
}

function addressSpans({ name, lines, city, postalCode, directions }: AddressView): Phrase[] {
  const parts = [name, lines, city].filter((part) => part !== null);
  const [first] = parts;
  if (first === undefined) return directions === null ? [] : [directions];
  const text = [...parts.map((part) => part.text), ...(postalCode === null ? [] : [postalCode])].join(", ");
  return [{ text, lang: first.lang }, ...(directions === null ? [] : [directions])];
}

/** Who answers, whether it is recorded, who is told: of every way to reach them, each sentence once. */
function toldOf(words: Words, detail: ListingDetail | null): string[] {
  const kinds = new Set(["who-answers", "recorded", "told", "not-known", "where-works"]);
  const notes = (detail?.contacts ?? [])
    .filter(({ channel }) => channel !== "website")
    .flatMap((contact) => contactNotes(words, contact, detail?.texts.whoIsTold ?? null))
    // The listing's own sentence stands before these.
    .filter(({ kind, own }) => own === undefined && kinds.has(kind));
  return [...new Set(notes.map(({ text }) => text))];
}

function contactsOf(words: Words, detail: ListingDetail | null): EntryContact[] {
  return (detail?.contacts ?? []).map((contact) => {
    const notes = [
      contact.label?.text ?? null,
      contact.channel === "phone" ? null : words.t(`channel.${contact.channel}`),
      contactLabel(words, contact),
      contact.free === "yes" ? words.t("contact.free-yes") : null,
      contact.hours?.text ?? null,
    ];
    return {
      channel: contact.channel,
      value: contact.value,
      note: notes.filter((note) => note !== null).join(" · "),
    };
  });
}

/** One line for the area sheet, as the browser's sheet says it. */
function shortRest(source: WordingSource, { facts, card, detail }: ListingView): string {
  const { words } = source;
  const contact = detail?.contacts.find(({ channel }) => channel === "phone") ?? detail?.contacts[0];
  const state = contact === undefined ? null : contactLabel(words, contact);
  const around = {
    city: card?.city?.text ?? null,
    distance: null,
    areaName: (code: string) => source.areaName(code, words.lang)?.text ?? null,
  };
  return [
    placeLine(words, facts, around),
    hoursLine(words, facts, null),
    costLine(words, facts, card?.fee ?? null),
    ...(state === null ? [] : [state]),
  ].join("; ");
}
