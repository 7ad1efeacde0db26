/**
 * The closed lists of the directory: plain data that imports nothing, so that the browser, the server, the
 * command line and the migrations read the same words. SQL CHECKs are made from these lists (`db/check.ts`).
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

/** HSDS `service.status`. Only `active` may be published. */
export const SERVICE_STATUSES = ["active", "inactive", "defunct", "temporarily closed"] as const;

/** Where a listing stands in the back office's workflow. */
export const CURATION_STATES = [
  "draft",
  "in-review",
  "published",
  "due",
  "hidden",
  "archived",
  "suspended",
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

/** Channels whose value is a number that somebody dials or writes to. */
export const NUMBER_CHANNELS = ["phone", "sms", "whatsapp", "viber"] as const;

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

export const AUDIENCES = ["public", "practitioner", "internal"] as const;

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

/** Channels that a suggestion may name: no mail, since a sent message stays in the sender's folder. */
export const SUGGESTED_CHANNELS = [
  "phone",
  "sms",
  "whatsapp",
  "line",
  "messenger",
  "zalo",
  "website",
] as const;

/** Entities that contacts, schedules, attributes, translations and notes hang on. */
export const ENTITIES = ["organization", "service", "location", "service_at_location"] as const;

/** What the catalogue wants the published side to hold for a listing. */
export const PUBLIC_WISHES = ["public", "gone"] as const;

/** What somebody may do in the back office. */
export const CURATOR_ROLES = ["admin", "publisher", "editor", "practitioner"] as const;

/** How a try to check a listing with the service went. */
export const CALL_OUTCOMES = ["reached", "no-answer", "call-back", "wrong-number"] as const;

/** The seven facts that are confirmed one by one (curation: "critical fields"). */
export const CRITICAL_FIELDS = [
  "contact",
  "hours",
  "place",
  "eligibility",
  "languages",
  "cost",
  "referral",
] as const;

export const AUDIT_ACTIONS = ["create", "update", "delete", "publish", "take-away", "import"] as const;

/**
 * Eligibility facets: who may use a service, and on which conditions (requirements §2.2). Every code of every
 * facet is answered yes, no or not at all; numbers (ages, months) are columns of `service`.
 */
export const ELIGIBILITY_FACETS = {
  "gender-served": ["women", "men", "girls", "boys", "all-genders", "trans-inclusive"],
  "age-range": ["any-age"],
  "age-at-trafficking": ["child-then", "adult-then", "any"],
  "child-status": ["with-family", "separated-or-unaccompanied", "orphan", "family-complicit", "any"],
  "nationality-served": ["any", "nationals-only", "foreign-nationals"],
  "trafficking-route": ["internal", "cross-border", "any"],
  "migration-status": [
    "regular",
    "irregular",
    "in-detention",
    "returned",
    "deported",
    "self-returned",
    "any",
  ],
  "legal-status-needed": ["none", "legal-stay", "citizenship"],
  "documents-needed": [
    "none",
    "identity-card",
    "family-or-household-book",
    "birth-certificate",
    "victim-certificate",
    "local-authority-signature",
    "health-card",
    "poor-household-certificate",
    "school-records",
    "asylum-registration",
    "other",
    "can-start-without-documents",
  ],
  "residence-registration-needed": ["none", "registered-in-area", "any-area"],
  "identification-needed": ["none", "presumed-victim", "informally-identified", "formally-identified"],
  "identification-history": [
    "identified-assisted",
    "identified-unassisted",
    "unidentified-assisted",
    "unidentified-unassisted",
    "misidentified",
    "declined-earlier",
  ],
  "cooperation-needed": ["none", "police-report", "testimony"],
  "exploitation-forms": [
    "all",
    "sexual-exploitation",
    "forced-labour",
    "labour-agriculture",
    "labour-construction",
    "labour-domestic",
    "labour-factory",
    "labour-fishing",
    "labour-services",
    "forced-marriage",
    "begging",
    "street-selling",
    "forced-criminality",
    "slavery-servitude",
    "organ-removal",
    "escaped-before",
    "not-stated",
  ],
  "time-since-trafficking": ["any", "max-months", "accepts-former-clients"],
  stage: ["crisis", "transition", "inclusion"],
  disability: ["physical", "intellectual", "mental-health-related", "learning", "adapted"],
  "mental-illness": ["accepts", "adapted"],
  "substance-dependence": ["accepts", "treats"],
  "health-condition": ["accepts", "treats"],
  "trafficking-related-only": ["yes"],
  lgbtqi: ["inclusive", "specific"],
  pregnancy: ["accepts", "specialised"],
  "with-children": ["accepts", "single-parent-friendly"],
  "children-born-of-trafficking": ["accepts", "specialised"],
  "family-members": ["child", "spouse", "parent", "sibling", "none"],
  "family-support": ["no-family-support-prioritised"],
  "security-risk": ["accepts-high-risk", "secure-site"],
  "ethnic-minority": ["inclusive", "minority-languages"],
  religion: ["respects", "specific-practice", "faith-based-provider"],
  "literacy-needed": ["none", "basic", "school-grade"],
  "prior-skill-needed": ["none", "listed"],
  "income-test": ["none", "poor-household", "other"],
  "general-target-group": [
    "everyone",
    "socially-vulnerable",
    "migrant-workers",
    "returned-migrants",
    "refugees",
    "children-at-risk",
    "domestic-violence",
    "low-income",
    "homeless",
    "persons-with-disabilities",
  ],
  "place-of-exploitation-or-return": ["listed"],
} as const;

/** Access facets: how a service is reached and what it is like to use (requirements §3). */
export const ACCESS_FACETS = {
  interpreter: ["available", "on-request", "none", "trained-and-impartial"],
  cost: ["free", "free-if-eligible", "reduced", "fee", "repay"],
  limits: ["sessions", "months", "items", "only-while-in-shelter", "one-off"],
  hours: ["24-hours", "evening", "weekend", "appointment-needed"],
  "travel-support": ["none", "reimbursed", "transport-given", "home-visit"],
  "childcare-on-site": ["available", "help-to-find"],
  "entry-route": [
    "walk-in",
    "call-first",
    "self-referral",
    "professional-referral",
    "authority-referral",
    "assessment-first",
    "someone-can-call-for-you",
  ],
  "access-later": ["can-return-later", "after-saying-no"],
  delivery: ["residential", "day-centre", "community", "home-visit", "phone", "video", "mobile-team", "post"],
  "open-to-non-residents": ["yes"],
  "shelter-rules": [
    "stay-voluntary",
    "can-leave-freely",
    "phone-allowed",
    "family-contact",
    "visitors",
    "may-work",
    "may-study",
    "curfew",
    "max-stay",
    "accepts-children",
    "stay-tied-to-court-case",
  ],
  confidentiality: ["policy", "tells-police", "tells-child-protection", "tells-immigration", "tells-nobody"],
  "discreet-contact": [
    "no-home-visit",
    "neutral-caller-id",
    "meet-elsewhere",
    "phone-only",
    "unmarked-premises",
  ],
  "staff-gender": ["choose-woman", "choose-man"],
  "staff-training": [
    "professional-licensed",
    "trained",
    "informal-support",
    "trauma-informed",
    "child-trained",
    "trafficking-trained",
  ],
  "child-friendly": [
    "child-protection-policy",
    "child-friendly-procedure",
    "child-can-come-alone",
    "guardian-consent-needed",
  ],
  "accessible-formats": ["step-free", "easy-read", "audio", "large-print", "picture-based", "sign-language"],
  "literacy-support": ["help-with-forms"],
  "accompaniment-available": ["yes"],
  "complaint-route": ["has-route", "anonymous-possible"],
  "scope-detail": ["general-with-trafficking-desk"],
  authorised: ["yes"],
} as const;

export const FACETS = { ...ELIGIBILITY_FACETS, ...ACCESS_FACETS } as const;

export type Scope = (typeof SCOPES)[number];
export type Need = (typeof NEEDS)[number];
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];
export type CurationState = (typeof CURATION_STATES)[number];
export type ProviderType = (typeof PROVIDER_TYPES)[number];
export type Privacy = (typeof PRIVACIES)[number];
export type Answer = (typeof ANSWERS)[number];
export type Channel = (typeof CHANNELS)[number];
export type DialScope = (typeof DIAL_SCOPES)[number];
export type Answerer = (typeof ANSWERERS)[number];
export type Tell = (typeof TELLS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type LanguageMode = (typeof LANGUAGE_MODES)[number];
export type Weekday = (typeof WEEKDAYS)[number];
export type CostOption = (typeof COST_OPTIONS)[number];
export type TranslationState = (typeof TRANSLATION_STATES)[number];
export type ReportKind = (typeof REPORT_KINDS)[number];
export type TextPage = (typeof TEXT_PAGES)[number];
export type TextState = (typeof TEXT_STATES)[number];
export type Entity = (typeof ENTITIES)[number];
export type PublicWish = (typeof PUBLIC_WISHES)[number];
export type CuratorRole = (typeof CURATOR_ROLES)[number];
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export type CriticalField = (typeof CRITICAL_FIELDS)[number];
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export type Facet = keyof typeof FACETS;
export type FacetCode<F extends Facet = Facet> = (typeof FACETS)[F][number];

/** `"facet:code"` for every code of every facet, in the order of the lists above. */
export const FACET_CODES: readonly string[] = Object.entries(FACETS).flatMap(([facet, codes]) =>
  codes.map((code) => `${facet}:${code}`),
);

/** The area code of help that can be used from anywhere (UN M49 "World"). */
export const EVERYWHERE = "001";

/** Sub-services where people sleep, or whose place puts people at risk when it is known. */
export const GUARDED_SERVICES = [
  "emergency-shelter",
  "residential-programme",
  "specialised-residential",
  "transit-accommodation",
  "accommodation-during-case",
  "protected-apartment",
  "semi-independent-living",
  "kinship-care",
  "foster-care",
  "small-group-home",
  "child-interim-care",
  "witness-protection",
  "relocation",
] as const;
