/**
 * Lists of the vocabulary that the first screens of the public site do not read: a file of its own, so that they come
 * later there. Everything imports them through `vocabulary.ts`.
 */

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

export const AUDIENCES = ["public", "practitioner", "internal"] as const;

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

/** Channels whose value is a number that somebody dials or writes to. */
export const NUMBER_CHANNELS = ["phone", "sms", "whatsapp", "viber"] as const;

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

export type ServiceStatus = (typeof SERVICE_STATUSES)[number];
export type CurationState = (typeof CURATION_STATES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type CuratorRole = (typeof CURATOR_ROLES)[number];
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export type CriticalField = (typeof CRITICAL_FIELDS)[number];
