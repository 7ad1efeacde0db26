/** The one settings record of a deployment (architecture: "Settings"). Its public half is published. */
import * as v from "valibot";

const localized = v.record(v.string(), v.string());

export const EmergencyNumber = v.strictObject({
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u)),
  number: v.pipe(v.string(), v.maxLength(40)),
  /** Null: text only, no link. */
  dial: v.nullable(v.pipe(v.string(), v.regex(/^\+?[0-9*#]{2,18}$/u))),
  label: localized,
  kind: v.picklist(["police", "ambulance", "fire", "emergency", "charity", "state"]),
  recorded: v.optional(v.nullable(v.picklist(["yes", "no"])), null),
});

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
  deadlines: v.strictObject({
    hotline: v.number(),
    shelter: v.number(),
    other: v.number(),
    grace: v.number(),
  }),
  /** Whether search engines may index start and area pages. Never for a demo. */
  indexed: v.boolean(),
  /** Languages for which there are recordings under `/sound/{lang}.json`. */
  sound: v.optional(v.array(v.string())),
  /** Names of places that coordinators added. */
  placeAliases: v.optional(v.pipe(v.array(PlaceNameAlias), v.maxLength(500)), []),
  /** Everything in the directory is made up. */
  demo: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

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
  /** Languages with recordings; absent: none, and none is asked for. */
  readonly sound?: readonly string[];
  /** Absent: none. */
  readonly placeAliases?: readonly PlaceNameAlias[];
}
