/** The one settings record of a deployment (architecture: "Settings"). Its public half is published. */
import * as v from "valibot";
import { TELLS } from "#db/vocabulary.ts";
import { FIRST_POLICY, InclusionPolicy } from "./inclusion-policy.ts";
import { Affiliation } from "./affiliation.ts";
import { RENAMED_KEYS } from "./renamed-keys.ts";

const localized = v.record(v.string(), v.string());
const areaCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/u));
const date = v.pipe(v.string(), v.isoDate());
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650));

export const EmergencyNumber = v.strictObject({
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)),
  number: v.pipe(v.string(), v.maxLength(40)),
  /** Null: text only, no link. */
  dial: v.nullable(v.pipe(v.string(), v.regex(/^\+?[0-9*#]{2,18}$/u))),
  label: localized,
  kind: v.picklist(["police", "ambulance", "fire", "emergency", "charity", "state"]),
  recorded: v.optional(v.nullable(v.picklist(["yes", "no"])), null),
  /** Whom those who answer tell. Null or absent: nobody has asked them. */
  tells: v.optional(v.nullable(v.picklist(TELLS))),
});
export type EmergencyNumber = v.InferOutput<typeof EmergencyNumber>;

/** A further name of a place, as people call it: "ปอยเปต" for Paoy Paet in KH-1. */
export const PlaceNameAlias = v.strictObject({
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)),
  /** ISO 3166-2 code of the area that the place lies in. */
  area: v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/u)),
  /** A name that the place has already; one that nothing there bears means the area itself. */
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  alias: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
});
export type PlaceNameAlias = v.InferOutput<typeof PlaceNameAlias>;

/** Languages of the interface that come with Waymark, in their usual order. A test compares them with the words. */
export const INTERFACE_LANGUAGES = [
  "en",
  "th",
  "lo",
  "km",
  "my",
  "vi",
  "id",
  "ms",
  "fil",
  "zh",
  "sq",
  "ar",
] as const;

/** Questions of the guided start, in their order. */
export const SETUP_STEPS = ["country", "areas", "languages", "name", "emergency", "leaving"] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/u));

export const Settings = v.strictObject({
  publicName: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** Who runs the directory, in plain words. */
  runBy: localized,
  /** ISO 3166-1. The first is shown first. */
  countries: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  /** Interface languages offered, in order; the first is the default. */
  languages: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Interface languages whose words a native speaker has checked. */
  checkedLanguages: v.array(v.string()),
  emergency: v.array(EmergencyNumber),
  /** Where "Leave quickly" goes, by country; `""` is the default. Null: our own blank page. */
  exitTargets: v.record(v.string(), v.nullable(v.pipe(v.string(), v.url()))),
  /** Days after which a listing is due again, by risk, and the grace before it is hidden. */
  deadlines: v.strictObject({ hotline: days, shelter: days, other: days, grace: days }),
  /** Whether search engines may index start and area pages. Never for a demo. */
  indexed: v.boolean(),
  /** Languages for which there are recordings under `/sound/{lang}.json`. */
  sound: v.optional(v.array(v.string())),
  /** Countries with a base map of the directory's own under `/map/{CC}.pmtiles`. */
  baseMaps: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)))),
  /** Areas that the directory is about, ISO 3166-2; of a country without one here: all of them. */
  areas: v.optional(v.pipe(v.array(areaCode), v.maxLength(2000)), []),
  /** What people here call an area, by language, where that is not the name that comes with Waymark. */
  areaNames: v.optional(
    v.record(areaCode, v.record(v.string(), v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)))),
    {},
  ),
  /** Needs and columns under another name, by language and key; a key that is left out has its usual words. */
  words: v.optional(
    v.record(
      v.string(),
      v.record(v.picklist(RENAMED_KEYS), v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160))),
    ),
    {},
  ),
  /** Colours of the large areas and of what can be pressed, in the light scheme; null: the usual ones. */
  colours: v.optional(v.strictObject({ trail: v.nullable(colour), action: v.nullable(colour) }), {
    trail: null,
    action: null,
  }),
  /** Versions of the inclusion policy, the oldest first; the last is the one in force. */
  policies: v.optional(v.pipe(v.array(InclusionPolicy), v.minLength(1), v.maxLength(100)), [FIRST_POLICY]),
  /** Whether a listing needs two people who may publish before it is public. */
  twoPersonPublishing: v.optional(v.boolean(), false),
  /** Hours within which somebody looks at a report that says "unsafe". */
  unsafeHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(720)), 24),
  /** Networks, standards and codes of conduct that organisations here may belong to or keep. */
  affiliations: v.optional(v.pipe(v.array(Affiliation), v.maxLength(200)), []),
  /** Of each checked language: the day and who checked the words of the interface. */
  languageChecks: v.optional(
    v.record(v.string(), v.strictObject({ on: date, by: v.pipe(v.string(), v.maxLength(200)) })),
    {},
  ),
  /** The guided start: which of its answers were given, and when it ended. Absent: this directory needs none. */
  setup: v.optional(
    v.strictObject({ answered: v.array(v.picklist(SETUP_STEPS)), finishedOn: v.nullable(date) }),
  ),
  /** Names of places that coordinators added. */
  placeAliases: v.optional(v.pipe(v.array(PlaceNameAlias), v.maxLength(500)), []),
  /** Everything in the directory is made up. */
  demo: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;
/** What may be left out has a usual value. */
export type SettingsInput = v.InferInput<typeof Settings>;

/** What the public side gets to know of the settings, field by field. */
export interface PublicSettings {
  readonly publicName: string;
  readonly runBy: Readonly<Record<string, string>>;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly checkedLanguages: readonly string[];
  readonly emergency: readonly v.InferOutput<typeof EmergencyNumber>[];
  readonly exitTargets: Readonly<Record<string, string | null>>;
  readonly indexed: boolean;
  readonly demo: boolean;
  /** Of the key that signs bundles, as it is printed; absent: they are not signed. */
  readonly fingerprint?: string;
  /** Languages with recordings; absent: none, and none is asked for. */
  readonly sound?: readonly string[];
  /** Countries with a base map of their own; absent: none, and none is asked for. */
  readonly baseMaps?: readonly string[];
  /** Absent: none. */
  readonly placeAliases?: readonly PlaceNameAlias[];
  /** Names of areas that coordinators set, by code and language; absent: none. */
  readonly areaNames?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Renamed needs and columns by language; absent: none. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Absent: the usual ones. */
  readonly colours?: { readonly trail: string | null; readonly action: string | null };
}
