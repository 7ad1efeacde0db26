/**
 * A listing as the editor holds it: one flat record of fields, so that two people's changes are told apart field
 * by field, and history, undo and proposals are lists of the same small thing.
 *
 *   text:{field}:{lang}       a text in a language        answer:{facet}:{code}   "yes", "no"; absent: ask them
 *   contact:{id}              one way to reach them       place:{id}              one place
 *   note:{id}                 a note with its audience
 *   organization:name:{lang}  who runs it                 others by name, below
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
  OUTLETS,
  PRIVACIES,
  PROVIDER_TYPES,
  SCHEDULE_KINDS,
  SCOPES,
  SERVICE_STATUSES,
  TELLS,
  WEEKDAYS,
} from "#db/vocabulary.ts";
import { LISTING_TEXTS } from "../listing.ts";
import { AreaCode, LanguageCode, ServiceCode } from "../search.ts";

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const maybe = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const localized = v.record(LanguageCode, line(2000));
const date = v.pipe(v.string(), v.isoDate());
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/u));
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));

export const ContactForm = v.strictObject({
  channel: v.picklist(CHANNELS),
  value: line(500),
  /** Set by a person; null: worked out where a number is valid. */
  dial: maybe(v.pipe(v.string(), v.regex(/^\+?[0-9*#]{2,18}$/u))),
  dialScope: v.picklist(DIAL_SCOPES),
  country: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  label: localized,
  hours: localized,
  whoAnswers: maybe(v.picklist(ANSWERERS)),
  recorded: maybe(v.picklist(ANSWERS)),
  free: maybe(v.picklist(ANSWERS)),
  tells: v.record(v.picklist(TELLS), v.picklist(ANSWERS)),
  audience: v.picklist(AUDIENCES),
  /** Outlets that it is kept out of although it is public. */
  keptFrom: v.optional(v.array(v.picklist(OUTLETS)), []),
  /** Public although the place it belongs to is kept private. */
  released: v.boolean(),
  /** What it hangs on: the listing itself, its organisation, or a place (its id). */
  owner: v.union([v.literal("service"), v.literal("organization"), line(100)]),
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type ContactForm = v.InferOutput<typeof ContactForm>;

/** A note with an audience of its own, such as a rule of entry. */
export const NoteForm = v.strictObject({
  /** The text that it follows where it is public. */
  about: v.picklist(LISTING_TEXTS),
  words: localized,
  audience: v.picklist(AUDIENCES),
  keptFrom: v.optional(v.array(v.picklist(OUTLETS)), []),
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type NoteForm = v.InferOutput<typeof NoteForm>;

export const ScheduleForm = v.strictObject({
  kind: v.picklist(SCHEDULE_KINDS),
  byday: v.array(v.picklist(WEEKDAYS)),
  opensAt: maybe(clock),
  closesAt: maybe(clock),
  interval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)),
  validFrom: maybe(date),
  validTo: maybe(date),
});
export type ScheduleForm = v.InferOutput<typeof ScheduleForm>;

export const PlaceForm = v.strictObject({
  name: localized,
  lines: localized,
  city: localized,
  directions: localized,
  postalCode: maybe(line(20)),
  area: maybe(AreaCode),
  latitude: maybe(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  longitude: maybe(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  /** Null: the rule of `place-privacy` decides. To make an address public is a verb of its own. */
  privacy: maybe(v.picklist(PRIVACIES)),
  residential: v.boolean(),
  timeZone: maybe(line(60)),
  schedules: v.array(ScheduleForm),
  position: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type PlaceForm = v.InferOutput<typeof PlaceForm>;

export const CostForm = v.strictObject({
  option: v.picklist(COST_OPTIONS),
  amount: maybe(v.pipe(v.number(), v.minValue(0))),
  currency: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u))),
  description: localized,
});
export type CostForm = v.InferOutput<typeof CostForm>;

/** Fields with a name of their own. */
export const PLAIN_FIELDS = {
  status: v.picklist(SERVICE_STATUSES),
  scope: maybe(v.picklist(SCOPES)),
  services: v.array(ServiceCode),
  areas: v.array(AreaCode),
  minimumAge: maybe(age),
  maximumAge: maybe(age),
  maxChildAge: maybe(age),
  boysMaxAge: maybe(age),
  maxMonthsSince: maybe(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200))),
  languages: v.array(v.strictObject({ code: LanguageCode, mode: v.picklist(LANGUAGE_MODES) })),
  schedules: v.array(ScheduleForm),
  costs: v.array(CostForm),
  requiredDocuments: v.array(localized),
  validTo: maybe(date),
  doNotRefer: v.boolean(),
  doNotList: v.boolean(),
  sourceName: maybe(line(300)),
  sourceUrl: maybe(v.pipe(v.string(), v.url(), v.maxLength(500))),
  sourceDate: maybe(line(40)),
  privateNote: maybe(line(20_000)),
  held: v.array(line(2000)),
  "organization:website": maybe(v.pipe(v.string(), v.url(), v.maxLength(500))),
  "organization:providerType": maybe(v.picklist(PROVIDER_TYPES)),
  /** Codes of the settings' affiliations. */
  "organization:affiliations": v.pipe(v.array(ServiceCode), v.maxLength(50)),
} as const;
export type PlainField = keyof typeof PLAIN_FIELDS;
export const isPlainField = (name: string): name is PlainField => Object.hasOwn(PLAIN_FIELDS, name);

const TEXTS: readonly string[] = ["name", ...LISTING_TEXTS];
const ID = /^[A-Za-z0-9/_.-]{1,100}$/u;

/** The rule for a field, by its name; null when there is no such field. */
export function fieldSchema(name: string): v.GenericSchema | null {
  if (isPlainField(name)) return PLAIN_FIELDS[name];
  const [kind = "", ...rest] = name.split(":");
  const [first = "", second = ""] = rest;
  const isLanguage = (code: string) => v.is(LanguageCode, code);
  if (kind === "text")
    return TEXTS.includes(first) && isLanguage(second) ? maybe(line(first === "name" ? 300 : 20_000)) : null;
  if (kind === "organization" && first === "name") return isLanguage(second) ? maybe(line(300)) : null;
  if (kind === "answer") return FACET_CODES.includes(rest.join(":")) ? maybe(v.picklist(ANSWERS)) : null;
  if (kind === "contact") return ID.test(rest.join(":")) ? maybe(ContactForm) : null;
  if (kind === "note") return ID.test(rest.join(":")) ? maybe(NoteForm) : null;
  if (kind === "place") return ID.test(rest.join(":")) ? maybe(PlaceForm) : null;
  return null;
}

/** Fields by name; an absent one is empty. */
export type ListingForm = Readonly<Record<string, unknown>>;

export const SaveInput = v.strictObject({
  /** The revision that the changes were made to. */
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  changes: v.record(v.pipe(v.string(), v.maxLength(160)), v.unknown()),
  /** Fields in which one's own value stands although somebody else changed them meanwhile. */
  mine: v.optional(v.array(v.string()), []),
  reason: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type SaveInput = v.InferInput<typeof SaveInput>;

/** Somebody else changed the same field meanwhile. */
export interface Conflict {
  readonly field: string;
  readonly theirs: unknown;
  readonly by: string;
  readonly at: string;
}

export interface Saved {
  readonly revision: number;
  /** Not written: a person decides (`mine`, or take theirs). Everything else was. */
  readonly conflicts: readonly Conflict[];
  /** What others changed since `base`, so that the editor can show it. */
  readonly others: readonly Conflict[];
  /** True: an editor changed a public listing, so a publisher looks at it first. */
  readonly proposed: boolean;
}
