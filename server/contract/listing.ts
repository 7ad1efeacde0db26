/**
 * What the public side is made of. A `PublishedListing` is written by `toPublishedListing` alone, which names
 * every field one by one; whatever is not in these types cannot be published.
 */
import type {
  Answer,
  Answerer,
  Channel,
  CostOption,
  DialScope,
  LanguageMode,
  Need,
  Outlet,
  Privacy,
  ProviderType,
  Scope,
  Tell,
} from "#db/vocabulary.ts";
import type { PublicAffiliation } from "./affiliation.ts";

/** Text in one or more languages, by BCP 47 tag. Never empty strings. */
export type Localized = Readonly<Record<string, string>>;

/** Answers by facet and code; a code that is absent is not known. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

export interface ServiceLanguage {
  /** BCP 47 or ISO 639-3. */
  readonly code: string;
  readonly mode: LanguageMode;
}

/** A place as far as its privacy lets it be known. */
export interface PublishedPlace {
  readonly privacy: Privacy;
  /** ISO 3166-2 (or 3166-1 where no more is known). For `withheld` the area that it serves, never where it is. */
  readonly area: string | null;
  /** Latitude and longitude in degrees: measured for `public`, the area's fixed point for `area-only`, else null. */
  readonly point: readonly [number, number] | null;
}

/** Opening times of a week, in minutes after local midnight. `closes` ≤ `opens` runs into the next day; 0–1440 is the whole day. */
export interface OpeningSpan {
  /** Bits of WEEKDAYS, Monday is 1. */
  readonly days: number;
  readonly opens: number;
  readonly closes: number;
  /** Weeks apart (RRULE interval), 1 when weekly. Anything else makes `open_now` unknown. */
  readonly interval: number;
}

/** Days that differ from the week. Dates are local, ISO 8601, both ends included. */
export interface OpeningException {
  readonly from: string;
  readonly to: string;
  /** Null: closed all day. */
  readonly opens: number | null;
  readonly closes: number | null;
}

export interface Opening {
  /** IANA time zone. */
  readonly timeZone: string;
  readonly week: readonly OpeningSpan[];
  readonly exceptions: readonly OpeningException[];
}

/** Everything that `match` reads: coded, the same in every language. */
export interface ListingFacts {
  /** Short code with its check digit, as printed: `K7Q2M-4`. */
  readonly code: string;
  /** Short codes of listings that were merged into this one: they lead here. Absent: none. */
  readonly formerCodes?: readonly string[];
  readonly scope: Scope;
  readonly providerType: ProviderType | null;
  /** Areas of the taxonomy, from the sub-services (and their `alsoIn`). */
  readonly needs: readonly Need[];
  /** Sub-service codes. */
  readonly services: readonly string[];
  /** Areas served: ISO 3166-2, ISO 3166-1, or EVERYWHERE. */
  readonly areas: readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Oldest own child that may come along, in years; boys apart where it differs. */
  readonly maxChildAge: number | null;
  readonly boysMaxAge: number | null;
  readonly answers: Answers;
  readonly languages: readonly ServiceLanguage[];
  readonly places: readonly PublishedPlace[];
  /** Null: not known. */
  readonly opening: Opening | null;
  /** ISO date of the last check; null: not yet checked by this directory. */
  readonly checkedOn: string | null;
  /** Its next check is late: shown with that mark until it is checked, or hidden. Absent: it is not. */
  readonly late?: true;
  /** Fictional: belongs to the demo directory. */
  readonly demo: boolean;
  /** A real number taken from a named source that nobody here has called. */
  readonly starter: boolean;
}

/** One way to reach a service, with what a person must know before they use it. */
export interface PublishedContact {
  readonly channel: Channel;
  /** As typed by the source. */
  readonly value: string;
  /** What a `tel:` or `sms:` link dials; null: no link is made. */
  readonly dial: string | null;
  readonly dialScope: DialScope;
  /** ISO 3166-1 of the country in which a `country` number works. */
  readonly country: string | null;
  /** What the number is for, where a listing has several. */
  readonly label: Localized;
  readonly whoAnswers: Answerer | null;
  readonly recorded: Answer | null;
  readonly tells: Readonly<Partial<Record<Tell, Answer>>>;
  readonly free: Answer | null;
  readonly hours: Localized;
  readonly source: {
    readonly name: string;
    readonly url: string | null;
    readonly date: string | null;
  } | null;
  /** Outlets that it is kept out of. Absent: none. */
  readonly keptFrom?: readonly Outlet[];
}

/** A note that is public; it follows the text that it is about. */
export interface PublishedNote {
  readonly about: ListingText;
  readonly words: Localized;
  readonly keptFrom: readonly Outlet[];
}

export interface PublishedCost {
  readonly option: CostOption;
  readonly amount: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly description: Localized;
}

/** A place's own words: only what its privacy lets through. */
export interface PublishedAddress {
  /** Index into `facts.places`. */
  readonly place: number;
  readonly name: Localized;
  readonly lines: Localized;
  readonly city: Localized;
  readonly postalCode: string | null;
  readonly directions: Localized;
}

/** The texts of a listing that a person wrote, by HSDS name where there is one. */
export const LISTING_TEXTS = [
  "description",
  "eligibilityDescription",
  "applicationProcess",
  "whatHappensFirst",
  "forChildren",
  "documentsDescription",
  "feesDescription",
  "rules",
  "limits",
  "waitTime",
  "accessLater",
  "whoIsTold",
  "contactCare",
  "interpretationServices",
  "travel",
  "culture",
  "followUp",
  "complaints",
  "alert",
] as const;
export type ListingText = (typeof LISTING_TEXTS)[number];

/** What a reader is told of a translation: nobody checked it, or its source has changed since. */
export type TextMark = "unchecked" | "stale";

/** Marks by path (`texts.rules`, `contacts.0.label`) and language. */
export type TextMarks = Readonly<Record<string, Readonly<Record<string, TextMark>>>>;

export interface PublishedListing {
  readonly id: string;
  readonly facts: ListingFacts;
  readonly name: Localized;
  readonly organization: {
    readonly id: string;
    readonly name: Localized;
    readonly website: string | null;
    /** Networks that it belongs to, standards and codes of conduct that it keeps. Absent: none are known. */
    readonly affiliations?: readonly PublicAffiliation[];
  };
  readonly texts: Readonly<Partial<Record<ListingText, Localized>>>;
  /** As they are stored; `inOutlet` puts them after their texts. Absent: none. */
  readonly notes?: readonly PublishedNote[];
  /** In a browser's copy: texts that read otherwise on paper, an empty one where paper says nothing. */
  readonly printed?: Readonly<Partial<Record<ListingText, Localized>>>;
  readonly contacts: readonly PublishedContact[];
  readonly costs: readonly PublishedCost[];
  readonly addresses: readonly PublishedAddress[];
  readonly requiredDocuments: readonly Localized[];
  /** Where the listing's facts come from, when a source is named. */
  readonly source: {
    readonly name: string;
    readonly url: string | null;
    readonly date: string | null;
  } | null;
  /** Translations that nobody checked, or that are older than their source; absent: none. */
  readonly marks?: TextMarks;
  /** Public modification date: moves with public content alone. ISO date. */
  readonly modified: string;
}
