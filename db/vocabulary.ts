/**
 * The closed lists of the directory: plain data, so that the browser, the server, the command line
 * and the migrations read the same words. The facets stand in a file beside it. SQL CHECKs are made from these lists (`db/check.ts`).
 * Codes follow HSDS where HSDS has one and the guides of the field elsewhere.
 */

/** The two columns of the directory. A service always has one. */
export const SCOPES = ["general", "trafficking-specific"] as const;

/** The twelve kinds of need, in the order of the field's printed table. */
export const NEEDS = [
  "housing",
  "medical",
  "counselling",
  "education",
  "training",
  "economic",
  "administrative",
  "legal",
  "protection",
  "return",
  "family",
  "case-management",
] as const;

export const PROVIDER_TYPES = [
  "state",
  "ngo",
  "io",
  "faith-based",
  "community-group",
  "private",
  "social-business",
  "embassy",
  "police-justice",
  "immigration",
] as const;

/** How much of a place may be shown, in every channel (architecture: "Place privacy"). */
export const PRIVACIES = ["public", "area-only", "withheld"] as const;

/** Who decided how much of a place may be shown. What a rule decided is decided again when its services change. */
export const PRIVACY_DECIDERS = ["rule", "source", "person"] as const;

/** HSDS `location.location_type`. */
export const LOCATION_TYPES = ["physical", "postal", "virtual"] as const;

/** Answers as they are stored. Not answered is no row at all, which reads as "not known". */
export const ANSWERS = ["yes", "no"] as const;

export const CHANNELS = [
  "phone",
  "sms",
  "whatsapp",
  "line",
  "messenger",
  "zalo",
  "telegram",
  "viber",
  "email",
  "form",
  "website",
] as const;

/** From where a number works. `country`: inside its own country alone (short codes). */
export const DIAL_SCOPES = ["country", "international", "unknown"] as const;

/** Who picks up. */
export const ANSWERERS = ["organization", "state", "police", "immigration", "volunteers", "machine"] as const;

/** Whom the people who answer may tell. Each is yes, no, or not known. */
export const TELLS = [
  "nobody",
  "police",
  "immigration",
  "child-protection",
  "family",
  "employer",
  "embassy",
] as const;

/** Where public things come out, beside the screen that a practitioner signs in to: what a contact or note may be kept from. */
export const OUTLETS = ["web", "print", "feed"] as const;

export const LANGUAGE_MODES = ["direct", "interpreter"] as const;

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export const SCHEDULE_KINDS = ["regular", "holiday"] as const;

export const COST_OPTIONS = ["free", "free-if-eligible", "reduced", "fee", "repay"] as const;

export const TRANSLATION_STATES = ["draft", "ready", "translated", "checked", "stale"] as const;

/** What anyone may report about a listing. Codes only: there is no text to keep. */
export const REPORT_KINDS = ["wrong", "closed", "unsafe", "unkind", "helpful", "clear", "not-clear"] as const;

/**
 * Texts of the public side, each a page with an address of its own; in the order of "Your rights and how this
 * works". Every adopter needs every one of them.
 */
export const TEXT_PAGES = [
  "rights",
  "what-happened",
  "how-to-ask",
  "using-this",
  "papers",
  "court",
  "wages",
  "about",
  "privacy",
  "no-recommendation",
  "complaints",
  "accessibility",
  "sources",
  "reuse",
  "translations",
] as const;

/** The one page that may name what the directory is for. Gone where only help open to everyone is wished. */
export const EXPLAINING_PAGE = "what-happened";

export const TEXT_STATES = ["draft", "published"] as const;

/** Entities that contacts, schedules, attributes, translations and notes hang on. */
export const ENTITIES = ["organization", "service", "location", "service_at_location"] as const;

/** What the catalogue wants the published side to hold for a listing. */
export const PUBLIC_WISHES = ["public", "gone"] as const;

/** A practitioner's area on a day: opened, or waiting for an admin, who allowed or refused it. */
export const OPENING_STATES = ["opened", "asked", "allowed", "refused"] as const;

/** Whether an organisation agrees to be listed. */
export const CONSENT_STATES = ["given", "withdrawn"] as const;

export const APPEAL_OUTCOMES = ["upheld", "declined"] as const;

export const AUDIT_ACTIONS = ["create", "update", "delete", "publish", "take-away", "import"] as const;

export type Scope = (typeof SCOPES)[number];
export type Need = (typeof NEEDS)[number];
export type ProviderType = (typeof PROVIDER_TYPES)[number];
export type Privacy = (typeof PRIVACIES)[number];
export type Answer = (typeof ANSWERS)[number];
export type Channel = (typeof CHANNELS)[number];
export type DialScope = (typeof DIAL_SCOPES)[number];
export type Answerer = (typeof ANSWERERS)[number];
export type Tell = (typeof TELLS)[number];
export type Outlet = (typeof OUTLETS)[number];
export type OpeningState = (typeof OPENING_STATES)[number];
export type ConsentState = (typeof CONSENT_STATES)[number];
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export type LanguageMode = (typeof LANGUAGE_MODES)[number];
export type Weekday = (typeof WEEKDAYS)[number];
export type CostOption = (typeof COST_OPTIONS)[number];
export type TranslationState = (typeof TRANSLATION_STATES)[number];
export type ReportKind = (typeof REPORT_KINDS)[number];
export type TextPage = (typeof TEXT_PAGES)[number];
export type TextState = (typeof TEXT_STATES)[number];
export type Entity = (typeof ENTITIES)[number];
export type PublicWish = (typeof PUBLIC_WISHES)[number];
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The area code of help that can be used from anywhere (UN M49 "World"). */
export const EVERYWHERE = "001";

export * from "./conditions.ts";
export * from "./later-lists.ts";
export * from "./facets.ts";
export * from "./services.ts";
