/**
 * A listing in one language, ready to be drawn: the same shape whether it was unpacked from a bundle on the
 * device or read from the published store for a page without JavaScript.
 */
import type { PublicAffiliation } from "./affiliation.ts";
import type { Need } from "#db/vocabulary.ts";
import type { ListingFacts, ListingText, PublishedContact, PublishedCost, TextMark } from "./listing.ts";

/** A text and the language it is really in: the reader's, or the next best. */
export interface Phrase {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** A translation that nobody checked, or whose source has changed since; absent: neither. */
  readonly mark?: TextMark;
}

/** What a result card shows beside the facts. */
export interface ListingCard {
  readonly name: Phrase;
  readonly organization: Phrase;
  /** Town of a public place. */
  readonly city: Phrase | null;
  /** The first cost with an amount, for the card's one line. */
  readonly fee: { readonly amount: number; readonly currency: string } | null;
}

export interface ContactView extends Omit<PublishedContact, "label" | "hours"> {
  readonly label: Phrase | null;
  readonly hours: Phrase | null;
}

export interface CostView extends Omit<PublishedCost, "description"> {
  readonly description: Phrase | null;
}

export interface AddressView {
  readonly place: number;
  readonly name: Phrase | null;
  readonly lines: Phrase | null;
  readonly city: Phrase | null;
  readonly postalCode: string | null;
  readonly directions: Phrase | null;
}

/** What an opened listing shows. */
export interface ListingDetail {
  readonly id: string;
  readonly website: string | null;
  /** What its organisation belongs to or keeps. Absent: nothing is known. */
  readonly affiliations?: readonly PublicAffiliation[];
  readonly texts: Readonly<Partial<Record<ListingText, Phrase>>>;
  /** Texts that read otherwise on paper; null where paper says nothing. Absent: none. */
  readonly printed?: Readonly<Partial<Record<ListingText, Phrase | null>>>;
  readonly contacts: readonly ContactView[];
  readonly costs: readonly CostView[];
  readonly addresses: readonly AddressView[];
  readonly requiredDocuments: readonly Phrase[];
  readonly source: {
    readonly name: string;
    readonly url: string | null;
    readonly date: string | null;
  } | null;
}

export interface ListingView {
  readonly facts: ListingFacts;
  /** Null until the cards part has arrived. */
  readonly card: ListingCard | null;
  /** Null until the texts part has arrived. */
  readonly detail: ListingDetail | null;
}

/** An area as pages name it. */
export interface AreaView {
  /** ISO 3166-2 or ISO 3166-1. */
  readonly code: string;
  readonly name: Phrase;
  readonly country: string;
  readonly point: readonly [number, number];
  readonly listings: number;
}

export interface NeedGroup {
  readonly need: Need;
  readonly listings: readonly ListingView[];
}
