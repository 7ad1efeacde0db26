/** Interface languages, in the order in which a province row of a place file lists its names. */
export const PLACE_LANGUAGES = [
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

/** name, local-script names ("|" between), other spellings ("|"), index into `areas` (-1: none), lat, lon, rank. */
export type TownRow = [
  name: string,
  local: string,
  other: string,
  area: number,
  lat: number,
  lon: number,
  rank: number,
];

/** As a town, but `names` holds one name per language of PLACE_LANGUAGES ("" where it is the English one). */
export type ProvinceRow = [
  names: string,
  other: string,
  area: number,
  lat: number,
  lon: number,
  rank: number,
];

/** `web/public/places/{CC}.json`. Degrees are rounded to 3 decimals; rank is 2 × log10(population), 0 when not known. */
export interface PlaceFile {
  country: string;
  /** ISO 3166-2 codes that the rows point into. */
  areas: string[];
  provinces: ProvinceRow[];
  /** Districts that no town is named after; the point is their largest town. */
  districts: TownRow[];
  towns: TownRow[];
}
