/** A listing in full, and the short line that points to it. */
import {
  ENTRY_FACTS,
  type EntryBlock,
  type EntryWords,
  type FactRow,
  type Line,
  type ReferenceBlock,
  type Wording,
} from "#server/contract/edition.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { listingQr } from "./qr.ts";
import type { EditionSource, Numbered } from "./source.ts";
import { each, line, paragraphs, say, type Wordings } from "./speak.ts";

/** Channels whose value is read out or typed. */
const NUMBERS = new Set(["phone", "sms", "whatsapp", "viber"]);

/** What was said is kept as long as listing and wording live: indexes, map and pointers say it again. */
const said = new WeakMap<Wording, WeakMap<PublishedListing, EntryWords>>();

function wordsIn(wording: Wording, listing: PublishedListing): EntryWords {
  const kept = said.get(wording) ?? new WeakMap<PublishedListing, EntryWords>();
  said.set(wording, kept);
  const words = kept.get(listing) ?? wording.entry(toListingView(listing, wording.lang));
  kept.set(listing, words);
  return words;
}

/** A listing's words in each language of the edition. */
export function wordsOf(wordings: Wordings, { listing }: Numbered): readonly EntryWords[] {
  return wordings.map((wording) => wordsIn(wording, listing));
}

/** The number to call first, as typed; null when there is none. */
export function firstPhone({ listing }: Numbered): string | null {
  return listing.contacts.find(({ channel }) => channel === "phone")?.value ?? null;
}

/** Whether a listing has a place that may be drawn. */
export function hasPoint({ listing }: Numbered): boolean {
  return listing.facts.places.some(({ point, privacy }) => point !== null && privacy !== "withheld");
}

/** The listing in full: names, numbers, and a row for each fact that somebody told us or must be asked. */
export function entryBlock(source: EditionSource, numbered: Numbered): EntryBlock {
  const { wordings, site } = source;
  const words = wordsOf(wordings, numbered);
  const { code } = numbered.listing.facts;
  return {
    kind: "entry",
    number: numbered.number,
    code,
    name: line(words.map(({ name }) => name)),
    by: each(wordings, (wording) => words[wordings.indexOf(wording)]?.by ?? ""),
    contacts: contactLines(wordings, words),
    rows: factRows(wordings, words),
    qr: listingQr(site, wordings[0].lang, code),
    onMap: hasPoint(numbered),
  };
}

function contactLines(wordings: Wordings, words: readonly EntryWords[]): EntryBlock["contacts"] {
  const [main] = words;
  return (main?.contacts ?? [])
    .map(({ value, channel }, index) => ({
      value,
      channel,
      note: line(
        words.map(({ contacts }, lang) => ({
          text: contacts[index]?.note ?? "",
          lang: wordings[lang]?.lang ?? "und",
        })),
      ),
    }))
    .sort((a, b) => Number(NUMBERS.has(b.channel)) - Number(NUMBERS.has(a.channel)));
}

function factRows(wordings: Wordings, words: readonly EntryWords[]): readonly FactRow[] {
  return ENTRY_FACTS.flatMap((fact): FactRow[] => {
    const texts = paragraphs(
      fact,
      words.map(({ facts }) => facts[fact] ?? []),
    );
    return texts.length === 0
      ? []
      : [{ fact, label: say(wordings, `print.fact.${fact}`), paragraphs: texts }];
  });
}

/** "7 Lantern Tree Clinic, 000 0000 040": where a listing also answers another need. */
export function referenceBlock(source: EditionSource, numbered: Numbered): ReferenceBlock {
  return {
    kind: "reference",
    number: numbered.number,
    name: line(wordsOf(source.wordings, numbered).map(({ name }) => name)),
    phone: firstPhone(numbered),
  };
}

/** Name, number and the one line of the area sheet. */
export function shortBlock(source: EditionSource, numbered: Numbered, visit = false, asks = false) {
  const { wordings } = source;
  const words = wordsOf(wordings, numbered);
  const shortLine = (key: "who" | "rest"): Line =>
    line(words.map(({ short }, index) => ({ text: short[key], lang: wordings[index]?.lang ?? "und" })));
  const first = words.map(({ facts }) => facts.ask?.[0]).filter((span) => span !== undefined);
  return {
    kind: "short",
    number: null,
    name: line(words.map(({ name }) => name)),
    phone: firstPhone(numbered) ?? numbered.listing.contacts[0]?.value ?? null,
    code: numbered.listing.facts.code,
    who: shortLine("who"),
    month: words[0]?.short.month ?? "",
    rest: shortLine("rest"),
    ask: asks && first.length > 0 ? line(first) : null,
    visit: visit ? say(wordings, "print.referral-with") : null,
  } as const;
}
