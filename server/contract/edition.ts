/**
 * A printed directory before anyone draws it: what stands on which page, in which order, in which words. Typst, HTML
 * and the office formats draw the same blocks. Nothing here knows a colour, a font or a millimetre.
 */
import type { Need } from "#db/vocabulary.ts";
import type { ListingView } from "./listing-view.ts";

export const FORMS = [
  "booklet",
  "sheet",
  "worksheet",
  "cards",
  "poster",
  "errata",
  "referral",
  "plan",
  "needs",
  "checklist",
  "stages",
  "milestones",
  "outcomes",
  "feelings",
  "questions",
  "grid",
  "handover",
  "contacts",
] as const;
export type Form = (typeof FORMS)[number];

export const PAPERS = ["a4", "a5", "a5-on-a4"] as const;
export type Paper = (typeof PAPERS)[number];

/** How an edition is wished. */
export interface EditionWishes {
  readonly form: Form;
  readonly paper: Paper;
  readonly large: boolean;
  /** Low ink: no fills, no colour. */
  readonly bw: boolean;
  readonly children: boolean;
  /** Leaves specialised help out, with every word of it. */
  readonly generalOnly: boolean;
}

/** A text in one language. */
export interface Span {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** The same said in each language of the edition, the main one first. Never empty. */
export type Line = readonly Span[];

/** What an entry says, in the order in which people ask. */
export const ENTRY_FACTS = [
  "offers",
  "place",
  "hours",
  "who",
  "ask",
  "how",
  "later",
  "bring",
  "cost",
  "languages",
  "told",
  "rules",
  "limits",
  "checked",
] as const;
export type EntryFact = (typeof ENTRY_FACTS)[number];

/** A way to reach a service, in one language. */
export interface EntryContact {
  readonly channel: string;
  /** As typed; always left to right. */
  readonly value: string;
  /** "State · police", "Free call", what the number is for. */
  readonly note: string;
}

/** A listing as one language says it. */
export interface EntryWords {
  readonly name: Span;
  readonly organization: Span;
  /** "Lantern Tree Clinic · charity". */
  readonly by: string;
  readonly facts: Readonly<Partial<Record<EntryFact, readonly Span[]>>>;
  readonly contacts: readonly EntryContact[];
  /** For the area sheet: who it is for, the month of the check, the rest in one line. */
  readonly short: { readonly who: string; readonly month: string; readonly rest: string };
}

export type PrintValues = Readonly<Record<string, string | number>>;

/**
 * The words an edition is made with, one of these a language. Made in `web/print/wording.ts` from the messages and
 * the sentences of the site, and handed in: `server` never imports `web`.
 */
export interface Wording {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  t(key: `${"print" | "question-to-ask"}.${string}` | "listing.mark-unchecked", values?: PrintValues): string;
  need(need: Need): string;
  /** One plain sentence on a need. */
  needAbout(need: Need): string;
  /** From an ISO date. */
  date(iso: string): string;
  language(code: string): string;
  /** In this language or, failing that, as it is known. */
  area(code: string): Span;
  entry(listing: ListingView): EntryWords;
}

/** One row of facts of an entry, with the icon's name. */
export interface FactRow {
  readonly fact: EntryFact;
  readonly label: Line;
  /** A paragraph a language of the edition, each a list of sentences; what both would say alike stands once. */
  readonly paragraphs: readonly (readonly Span[])[];
}

export interface QrCode {
  readonly url: string;
  /** Modules a side. */
  readonly size: number;
  /** Rows of `0` and `1`. */
  readonly rows: readonly string[];
}

export interface EntryBlock {
  readonly kind: "entry";
  /** Runs through the edition: errata name it. */
  readonly number: number;
  readonly code: string;
  readonly name: Line;
  readonly by: Line;
  readonly contacts: readonly { readonly value: string; readonly channel: string; readonly note: Line }[];
  readonly rows: readonly FactRow[];
  readonly qr: QrCode | null;
  /** Has a point on the map. */
  readonly onMap: boolean;
}

/** A listing that stands in full elsewhere. */
export interface ReferenceBlock {
  readonly kind: "reference";
  readonly number: number;
  readonly name: Line;
  readonly phone: string | null;
}

export interface IndexRow {
  readonly label: Line;
  /** Numbers of entries. */
  readonly entries: readonly number[];
}

/** A place on the map, as a share of its width and height from the top left. */
export interface MapMark {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** The address is not shown: the mark stands for the area. */
  readonly about: boolean;
}

export interface FieldRow {
  readonly label: Line;
  /** A box to tick stands before it. */
  readonly tick: boolean;
  /** A line to write on stands behind it. */
  readonly write: boolean;
}

/** A cell of a table: lines to read, or lines to write on. */
export type Cell = readonly Block[];

export type Block =
  | {
      readonly kind: "cover";
      readonly title: Line;
      readonly under: readonly Line[];
      readonly foot: readonly Line[];
    }
  | { readonly kind: "contents"; readonly title: Line }
  | { readonly kind: "chapter"; readonly title: Line; readonly need: Need | null; readonly newPage: boolean }
  | { readonly kind: "section"; readonly title: Line; readonly about: Line | null }
  | { readonly kind: "text"; readonly line: Line; readonly weight: "normal" | "strong" | "small" | "lead" }
  | { readonly kind: "list"; readonly items: readonly Line[]; readonly mark: "dot" | "tick" | "number" }
  | {
      readonly kind: "numbers";
      readonly title: Line;
      readonly items: readonly { readonly label: Line; readonly value: string }[];
    }
  | EntryBlock
  | ReferenceBlock
  | { readonly kind: "index"; readonly rows: readonly IndexRow[] }
  | {
      readonly kind: "map";
      readonly svg: string;
      /** Height over width. */
      readonly ratio: number;
      readonly alt: string;
      readonly marks: readonly MapMark[];
      /** Towns and areas, under their marks. */
      readonly labels: readonly { readonly name: Line; readonly x: number; readonly y: number }[];
      readonly legend: readonly { readonly number: number; readonly name: Line }[];
      readonly credit: readonly Line[];
    }
  | {
      readonly kind: "notes";
      readonly lines: number;
      /** With a title: under the last of a chapter, as many as the page still has room for, and none where it is full. */
      readonly title?: Line;
    }
  | { readonly kind: "fields"; readonly rows: readonly FieldRow[]; readonly columns: 1 | 2 }
  | {
      readonly kind: "table";
      /** Shares of the width. */
      readonly widths: readonly number[];
      readonly head: readonly { readonly title: Line; readonly about: Line | null }[];
      readonly rows: readonly { readonly need: Need | null; readonly cells: readonly Cell[] }[];
    }
  | {
      readonly kind: "short";
      readonly number: number | null;
      readonly name: Line;
      readonly phone: string | null;
      readonly code: string;
      readonly who: Line;
      readonly month: string;
      readonly rest: Line;
      readonly ask: Line | null;
      readonly visit: Line | null;
    }
  | {
      readonly kind: "head";
      readonly title: Line;
      readonly line: Line;
      readonly again: Line | null;
      readonly danger: DangerBox | null;
    }
  | { readonly kind: "columns"; readonly columns: readonly Cell[] }
  | { readonly kind: "cards"; readonly cards: readonly CardFaces[]; readonly cut: Line }
  | PosterBlock
  | {
      readonly kind: "child-row";
      readonly need: Need;
      readonly title: Line;
      readonly about: Line;
      readonly phone: string;
      readonly note: Line;
    }
  | { readonly kind: "speech"; readonly lines: readonly Line[] }
  | { readonly kind: "qr"; readonly qr: QrCode; readonly caption: readonly Line[] }
  | { readonly kind: "page-break" };

export interface DangerBox {
  readonly title: Line;
  readonly numbers: readonly { readonly value: string; readonly label: Line }[];
}

/** A card to cut out and fold: cover and back outside, numbers and sentences inside. */
export interface CardFaces {
  readonly title: Line;
  readonly place: Line;
  readonly newest: readonly Line[];
  readonly qr: QrCode | null;
  readonly numbers: readonly { readonly need: Need | null; readonly label: Line; readonly value: string }[];
  readonly sayTitle: Line;
  readonly say: readonly Line[];
  /** That everything is the person's own choice: it goes with whatever is handed over (R32). */
  readonly rights: Line;
}

export interface PosterBlock {
  readonly kind: "poster";
  readonly title: Line;
  readonly needs: readonly { readonly need: Need; readonly title: Line }[];
  readonly lead: Line;
  readonly call: { readonly before: Line; readonly value: string; readonly note: Line } | null;
  readonly qr: QrCode | null;
  readonly foot: Line;
  readonly strips: readonly { readonly title: Line; readonly value: string; readonly site: string }[];
}

/** What the errata of a later edition compare with. Codes, numbers and digests alone: no old value can be read from it. */
export interface EditionRecord {
  readonly format: 1;
  readonly edition: string;
  readonly printedOn: string;
  readonly areas: readonly string[];
  readonly generalOnly: boolean;
  readonly entries: readonly {
    readonly number: number;
    readonly code: string;
    readonly digest: string;
  }[];
}

export interface Edition {
  readonly wishes: EditionWishes;
  /** Neutral: stands in the file's metadata and running head. */
  readonly title: string;
  readonly languages: readonly { readonly lang: string; readonly dir: "ltr" | "rtl" }[];
  /** "English · printed 21 Nov 2026 · edition 3f2a91bc", and the like, at the foot of pages. */
  readonly foot: Line;
  readonly head: Line;
  readonly blocks: readonly Block[];
  readonly record: EditionRecord;
}
