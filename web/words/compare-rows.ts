/** What is compared, in the order in which people ask. What nobody told us is the question to ask. */
import type { ListingView, Phrase } from "#server/contract/listing-view.ts";
import type { ListingText } from "#server/contract/listing.ts";
import type { MessageKey, Words } from "#web/i18n/words.ts";
import { answers } from "./answers.ts";
import { checkedLine } from "./checked.ts";
import { costLine } from "./cost.ts";
import { howToGetIn } from "./entry.ts";
import { hoursLine } from "./hours.ts";
import { languagesLine } from "./languages.ts";
import { placeLine } from "./place.ts";
import { beforeYouSayYes } from "./rules.ts";
import type { Sentence } from "./sentence.ts";
import { staffMarks } from "./staff.ts";
import { toldNotes } from "./told.ts";
import { whoItIsFor } from "./who-it-is-for.ts";

/** One sentence of a cell; `ask`: it is a question that nobody has answered. */
export interface CellLine {
  readonly text: string;
  readonly ask: boolean;
  /** BCP 47, where it is a listing's own text. */
  readonly lang?: string;
}

export interface CompareRow {
  readonly label: MessageKey;
  readonly cell: (words: Words, listing: ListingView, around: Around) => readonly CellLine[];
}

export interface Around {
  readonly areaName: (code: string) => string | null;
  readonly now: Date | null;
}

const said = (text: string): CellLine => ({ text, ask: false });
const own = (phrase: Phrase | undefined): readonly CellLine[] =>
  phrase === undefined ? [] : [{ text: phrase.text, lang: phrase.lang, ask: false }];
const ofSentence = ({ state, text, question }: Sentence): CellLine =>
  state === "ask" ? { text: question ?? text, ask: true } : said(text);
const about = (sentences: readonly Sentence[], topics: readonly string[]) =>
  sentences.filter(({ topic }) => topics.includes(topic)).map(ofSentence);
const text = ({ detail }: ListingView, field: ListingText) => own(detail?.texts[field]);

const TIME = ["sessions", "months", "items", "one-off", "max-stay", "only-staying"];

export const COMPARE_ROWS: readonly CompareRow[] = [
  { label: "listing.who", cell: (words, { facts }) => [said(whoItIsFor(words, facts))] },
  {
    label: "listing.how",
    cell: (words, listing) => [
      ...howToGetIn(words, listing.facts).map(({ title, note }) =>
        said(note === null ? title : `${title}. ${note}`),
      ),
      ...text(listing, "waitTime"),
    ],
  },
  {
    label: "listing.bring",
    cell: (words, { facts }) => about(answers(words, facts), ["papers", "identification", "registration"]),
  },
  {
    label: "helper.row-leaving",
    cell: (words, { facts }) => {
      const lines = about(beforeYouSayYes(words, facts), ["voluntary", "leave", "phone", "curfew"]);
      return lines.length === 0 ? [said("–")] : lines;
    },
  },
  {
    label: "helper.row-police",
    cell: (words, { facts }) => [
      ...about(answers(words, facts), ["police"]),
      ...about(beforeYouSayYes(words, facts), ["court"]),
    ],
  },
  {
    label: "listing.told",
    cell: (words, listing) => {
      const [contact] = listing.detail?.contacts ?? [];
      const notes = toldNotes(words, contact ?? { tells: {}, whoAnswers: null }).map((note): CellLine => ({
        text: note.text,
        ask: note.kind === "not-known",
      }));
      // The listing's own sentence says more than the codes do; what is not known stands beside it.
      const told = text(listing, "whoIsTold");
      return told.length === 0 ? notes : [...told, ...notes.filter(({ ask }) => ask)];
    },
  },
  {
    label: "listing.cost",
    cell: (words, listing) => [
      said(costLine(words, listing.facts, listing.card?.fee ?? null)),
      ...about(beforeYouSayYes(words, listing.facts), TIME),
      ...text(listing, "limits"),
    ],
  },
  { label: "listing.languages", cell: (words, { facts }) => [said(languagesLine(words, facts))] },
  {
    label: "helper.row-staff",
    cell: (words, { facts }) => {
      const marks = staffMarks(words, facts);
      return marks.length === 0 ? [{ text: words.t("staff.unknown"), ask: true }] : marks.map(said);
    },
  },
  {
    label: "home.place",
    cell: (words, { facts, card }, { areaName }) => [
      said(placeLine(words, facts, { city: card?.city?.text ?? null, distance: null, areaName })),
    ],
  },
  { label: "listing.hours", cell: (words, { facts }, { now }) => [said(hoursLine(words, facts, now))] },
  { label: "print.fact.checked", cell: (words, { facts }) => [said(checkedLine(words, facts))] },
];
