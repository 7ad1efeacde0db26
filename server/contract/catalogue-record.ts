/**
 * Records as they come into the catalogue, whatever the source: importers, the demo and the starter hotlines
 * all make these, and one writer stores them. Text is by language; what is not said is left out.
 */
import * as v from "valibot";
import {
  ANSWERERS,
  ANSWERS,
  AUDIENCES,
  CHANNELS,
  COST_OPTIONS,
  DIAL_SCOPES,
  FACET_CODES,
  LANGUAGE_MODES,
  LOCATION_TYPES,
  PRIVACIES,
  PROVIDER_TYPES,
  SCHEDULE_KINDS,
  SCOPES,
  SERVICE_STATUSES,
  TELLS,
  WEEKDAYS,
} from "#db/vocabulary.ts";
import { AFFILIATION_KINDS } from "./affiliation.ts";
import { LISTING_TEXTS } from "./listing.ts";
import { AreaCode, LanguageCode, ServiceCode } from "./search.ts";

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const localizedText = v.record(LanguageCode, text);
const localizedName = v.record(LanguageCode, name);
const date = v.pipe(v.string(), v.isoDate());
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/u));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u));
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const sourceId = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** `{ "documents-needed": { none: "yes" } }`: every facet and code must be in the vocabulary. */
const answers = v.pipe(
  v.record(v.string(), v.record(v.string(), v.picklist(ANSWERS))),
  v.check(
    (value) =>
      Object.entries(value).every(([facet, codes]) =>
        Object.keys(codes).every((code) => FACET_CODES.includes(`${facet}:${code}`)),
      ),
    "Unknown facet or code",
  ),
);

const source = v.strictObject({
  name,
  url: v.optional(v.pipe(v.string(), v.url())),
  date: v.optional(v.string()),
});

export const ContactRecord = v.strictObject({
  channel: v.picklist(CHANNELS),
  value: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  country: v.optional(country),
  /** Left out: worked out by `dialable`. */
  dialScope: v.optional(v.picklist(DIAL_SCOPES)),
  /** Set by a person; never for fictional numbers. */
  dial: v.optional(v.pipe(v.string(), v.regex(/^\+?[0-9*#]{2,18}$/u))),
  label: v.optional(localizedName),
  whoAnswers: v.optional(v.picklist(ANSWERERS)),
  recorded: v.optional(v.picklist(ANSWERS)),
  free: v.optional(v.picklist(ANSWERS)),
  tells: v.optional(v.record(v.picklist(TELLS), v.picklist(ANSWERS))),
  audience: v.optional(v.picklist(AUDIENCES), "public"),
  hours: v.optional(localizedName),
  source: v.optional(source),
});
export type ContactRecord = v.InferOutput<typeof ContactRecord>;

/** A note with an audience of its own, such as what must be true before somebody is taken in. */
export const NoteRecord = v.strictObject({
  /** The text of the listing that it belongs to. */
  about: v.picklist(LISTING_TEXTS),
  words: localizedText,
  audience: v.picklist(AUDIENCES),
});
export type NoteRecord = v.InferOutput<typeof NoteRecord>;

export const ScheduleRecord = v.strictObject({
  kind: v.optional(v.picklist(SCHEDULE_KINDS), "regular"),
  days: v.optional(v.array(v.picklist(WEEKDAYS)), []),
  /** Local clock; `24:00` is the end of the day; closing at or before opening runs into the next day. Absent: closed. */
  opensAt: v.optional(clock),
  closesAt: v.optional(clock),
  interval: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  validFrom: v.optional(date),
  validTo: v.optional(date),
  description: v.optional(localizedName),
});
export type ScheduleRecord = v.InferOutput<typeof ScheduleRecord>;

export const LocationRecord = v.strictObject({
  sourceId,
  locationType: v.optional(v.picklist(LOCATION_TYPES), "physical"),
  name: v.optional(localizedName),
  /** Street and house; never published unless the place is public. */
  lines: v.optional(localizedName),
  city: v.optional(localizedName),
  postalCode: v.optional(v.pipe(v.string(), v.maxLength(20))),
  country: v.optional(country),
  latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  /** ISO 3166-2 where known. */
  area: v.optional(AreaCode),
  /** Left out: decided by the rule of `place-privacy`. */
  privacy: v.optional(v.picklist(PRIVACIES)),
  residential: v.optional(v.boolean(), false),
  timeZone: v.optional(v.string()),
  directions: v.optional(localizedText),
  schedules: v.optional(v.array(ScheduleRecord), []),
  contacts: v.optional(v.array(ContactRecord), []),
  privateNote: v.optional(text),
});
export type LocationRecord = v.InferOutput<typeof LocationRecord>;

export const CostRecord = v.strictObject({
  option: v.picklist(COST_OPTIONS),
  amount: v.optional(v.pipe(v.number(), v.minValue(0))),
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u))),
  description: v.optional(localizedName),
});

export const ServiceTexts = v.strictObject({
  description: v.optional(localizedText),
  eligibilityDescription: v.optional(localizedText),
  applicationProcess: v.optional(localizedText),
  /** Up to three steps, a line each. */
  whatHappensFirst: v.optional(localizedText),
  /** In words for a reader under 18 (R28). */
  forChildren: v.optional(localizedText),
  documentsDescription: v.optional(localizedText),
  feesDescription: v.optional(localizedText),
  rules: v.optional(localizedText),
  limits: v.optional(localizedText),
  waitTime: v.optional(localizedText),
  accessLater: v.optional(localizedText),
  whoIsTold: v.optional(localizedText),
  contactCare: v.optional(localizedText),
  interpretationServices: v.optional(localizedText),
  travel: v.optional(localizedText),
  culture: v.optional(localizedText),
  followUp: v.optional(localizedText),
  complaints: v.optional(localizedText),
  alert: v.optional(localizedText),
});

export const ServiceRecord = v.strictObject({
  sourceId,
  name: localizedName,
  texts: v.optional(ServiceTexts, {}),
  status: v.optional(v.picklist(SERVICE_STATUSES), "active"),
  /** Left out: the record is held, a person decides. */
  scope: v.optional(v.picklist(SCOPES)),
  /** Sub-service codes of the taxonomy. */
  services: v.optional(v.array(ServiceCode), []),
  /** Areas served; left out: those of its locations. */
  areas: v.optional(v.array(AreaCode), []),
  locations: v.optional(v.array(sourceId), []),
  minimumAge: v.optional(age),
  maximumAge: v.optional(age),
  maxChildAge: v.optional(age),
  boysMaxAge: v.optional(age),
  maxMonthsSince: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  answers: v.optional(answers, {}),
  languages: v.optional(
    v.array(v.strictObject({ code: LanguageCode, mode: v.picklist(LANGUAGE_MODES) })),
    [],
  ),
  schedules: v.optional(v.array(ScheduleRecord), []),
  contacts: v.optional(v.array(ContactRecord), []),
  /** Left out: the source says nothing of notes, and those that stand here stay. */
  notes: v.optional(v.pipe(v.array(NoteRecord), v.maxLength(20))),
  costs: v.optional(v.array(CostRecord), []),
  requiredDocuments: v.optional(v.array(localizedName), []),
  /** The last day it runs. */
  validTo: v.optional(date),
  doNotRefer: v.optional(v.boolean(), false),
  /** A check by this directory, not the source's own date. */
  verified: v.optional(v.strictObject({ on: date, byRole: name, channel: v.optional(v.string(), "phone") })),
  source: v.optional(source),
  /** Free text that may name staff: kept, never published. */
  privateNote: v.optional(text),
  /** Why it is held as a draft, for the coordinator. */
  held: v.optional(v.array(v.string()), []),
});
export type ServiceRecord = v.InferOutput<typeof ServiceRecord>;

export const OrganizationRecord = v.strictObject({
  sourceId,
  name: localizedName,
  description: v.optional(localizedText),
  website: v.optional(v.pipe(v.string(), v.url())),
  providerType: v.optional(v.picklist(PROVIDER_TYPES)),
  /** What it belongs to or keeps, by name; left out: the source does not say. */
  affiliations: v.optional(
    v.pipe(v.array(v.strictObject({ kind: v.picklist(AFFILIATION_KINDS), name })), v.maxLength(50)),
  ),
  contacts: v.optional(v.array(ContactRecord), []),
  locations: v.optional(v.array(LocationRecord), []),
  services: v.optional(v.array(ServiceRecord), []),
  privateNote: v.optional(text),
});
export type OrganizationRecord = v.InferOutput<typeof OrganizationRecord>;
/** What a record may look like before defaults are filled in: how seeds are written. */
export type OrganizationInput = v.InferInput<typeof OrganizationRecord>;
