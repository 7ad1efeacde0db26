/**
 * A service with everything that hangs on it, as the catalogue holds it: the input of `toPublishedListing`.
 * It holds private things; nothing but the back office and publishing may see one.
 */
import type {
  Answer,
  Answerer,
  Audience,
  Channel,
  CostOption,
  CurationState,
  DialScope,
  LanguageMode,
  Outlet,
  Privacy,
  ProviderType,
  Scope,
  ServiceStatus,
  Tell,
  Weekday,
} from "#db/vocabulary.ts";
import type { ListingText, Localized, TextMark } from "#server/contract/listing.ts";

/** Marks of an entity's texts, by field and language; absent: all are checked. */
export type FieldMarks = Readonly<Record<string, Readonly<Record<string, TextMark>>>>;

export interface CatalogueContact {
  readonly channel: Channel;
  readonly value: string;
  readonly dial: string | null;
  readonly dialScope: DialScope;
  readonly country: string | null;
  readonly label: Localized;
  readonly marks?: FieldMarks | undefined;
  readonly whoAnswers: Answerer | null;
  readonly recorded: Answer | null;
  readonly free: Answer | null;
  readonly tells: Readonly<Partial<Record<Tell, Answer>>>;
  readonly audience: Audience;
  readonly released: boolean;
  /** Outlets that it is kept out of although it is public. */
  readonly keptFrom: readonly Outlet[];
  readonly hours: Localized;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly sourceDate: string | null;
}

/** A note with an audience of its own; what is public of it follows the text that it is about. */
export interface CatalogueNote {
  readonly about: ListingText;
  readonly audience: Audience;
  readonly keptFrom: readonly Outlet[];
  readonly words: Localized;
}

export interface CatalogueSchedule {
  readonly kind: "regular" | "holiday";
  readonly byday: readonly Weekday[];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly interval: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface CatalogueLocation {
  readonly id: string;
  readonly name: Localized;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly area: string | null;
  readonly privacy: Privacy | null;
  readonly residential: boolean;
  readonly timeZone: string | null;
  readonly lines: Localized;
  readonly city: Localized;
  readonly postalCode: string | null;
  readonly directions: Localized;
  readonly marks?: FieldMarks | undefined;
  readonly contacts: readonly CatalogueContact[];
  readonly schedules: readonly CatalogueSchedule[];
}

export interface CatalogueListing {
  readonly id: string;
  readonly code: string;
  /** Short codes of listings that were merged into this one. */
  readonly formerCodes: readonly string[];
  readonly status: ServiceStatus;
  readonly curationState: CurationState;
  readonly scope: Scope | null;
  readonly name: Localized;
  /** Texts by field, `LISTING_TEXTS` among them. */
  readonly texts: Readonly<Record<string, Localized>>;
  readonly marks?: FieldMarks | undefined;
  readonly organization: {
    readonly id: string;
    readonly name: Localized;
    readonly marks?: FieldMarks | undefined;
    readonly website: string | null;
    readonly websiteReleased: boolean;
    /** It has a place that is withheld, of this listing or of another. */
    readonly guarded: boolean;
    readonly providerType: ProviderType | null;
    readonly contacts: readonly CatalogueContact[];
    /** Codes of the settings' affiliations, sorted; absent: none. */
    readonly affiliations?: readonly string[];
  };
  readonly services: readonly string[];
  readonly areas: readonly string[];
  readonly locations: readonly CatalogueLocation[];
  readonly contacts: readonly CatalogueContact[];
  readonly notes: readonly CatalogueNote[];
  readonly schedules: readonly CatalogueSchedule[];
  readonly answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly languages: readonly { readonly code: string; readonly mode: LanguageMode }[];
  readonly costs: readonly {
    readonly option: CostOption;
    readonly amount: number | null;
    readonly currency: string | null;
    readonly description: Localized;
    readonly marks?: FieldMarks | undefined;
  }[];
  readonly requiredDocuments: readonly Localized[];
  /** In the order of `requiredDocuments`. */
  readonly documentMarks?: readonly (FieldMarks | undefined)[] | undefined;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly maxChildAge: number | null;
  readonly boysMaxAge: number | null;
  readonly validTo: string | null;
  readonly doNotRefer: boolean;
  readonly doNotList: boolean;
  readonly held: readonly string[];
  readonly verifiedOn: string | null;
  readonly cameOn: string;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly sourceDate: string | null;
  readonly demo: boolean;
  readonly starter: boolean;
}
