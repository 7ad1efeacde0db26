import { fold } from "./fold.ts";

/** [south, west, north, east] in degrees. */
export type AreaBounds = [south: number, west: number, north: number, east: number];

/** A country (ISO 3166-1) or an area of one (ISO 3166-2). `db/places/areas.json` holds them all. */
export interface Area {
  /** ISO 3166-1 alpha-2 or ISO 3166-2 code: `TH`, `TH-50`. */
  code: string;
  /** What the country calls it: country, province, state, city, governorate … */
  kind: string;
  /** Code of the area that holds this one; null for a country. */
  parent: string | null;
  /** Names by interface language. Languages without a known name are left out. */
  names: Record<string, string>;
  /** Further spellings, in any script. */
  spellings: string[];
  /** A fixed point inside the area, [lat, lon] in degrees. It stands for the area and for no place in it. */
  point: [lat: number, lon: number];
  bbox: AreaBounds;
  /** IANA time zone. */
  timeZone: string;
  /** GeoNames admin1 code, where the area has one. */
  geonames: string | null;
  /** Code of the area this one became part of, when a country has merged it since ISO last published its list. */
  mergedInto?: string;
}

/** Looking areas up; built once from `areas.json`. */
export interface AreaIndex {
  /** The area with this code, or undefined. Codes compare without regard to case. */
  get(code: string): Area | undefined;
  /** The country that an area belongs to; a country belongs to itself. */
  country(code: string): Area | undefined;
  /** The areas directly inside, in the order of the file. */
  children(code: string): Area[];
  /** True when `inner` is `outer` or lies inside it by the list of areas. */
  isWithin(inner: string, outer: string): boolean;
  /** The name in the first of the languages that has one, then English, then any; the code itself when unknown. */
  name(code: string, languages: readonly string[]): string;
  /** Areas called exactly this, in any language or spelling, without regard to case, accents and spaces. */
  findByName(text: string, country?: string): Area[];
  /** Areas whose box is at most `radiusKm` kilometres from the point, nearest first, countries last. */
  areasWithin(around: { lat: number; lon: number; radiusKm: number }): Area[];
  isKnown(code: string): boolean;
  all(): readonly Area[];
}

/** Builds the index over the areas passed in. Pure: reading the file is the caller's business. */
export function createAreaIndex(areas: readonly Area[]): AreaIndex {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const byName = new Map<string, Area[]>();
  const byParent = new Map<string, Area[]>();
  for (const area of areas) {
    if (area.parent !== null) append(byParent, area.parent, area);
    const keys = new Set([...Object.values(area.names), ...area.spellings].map(fold));
    for (const key of keys) if (key !== "") append(byName, key, area);
  }

  const get = (code: string): Area | undefined => byCode.get(code.toUpperCase());
  const country = (code: string): Area | undefined => get(code.slice(0, 2));

  return {
    get,
    country,
    children: (code) => byParent.get(code.toUpperCase()) ?? [],
    isWithin(inner, outer) {
      for (let area = get(inner); area; area = area.parent === null ? undefined : get(area.parent)) {
        if (area.code === outer.toUpperCase()) return true;
      }
      return false;
    },
    name(code, languages) {
      const area = get(code);
      if (!area) return code;
      const language = [...languages, "en"].find((candidate) => area.names[candidate]);
      const name = language === undefined ? Object.values(area.names)[0] : area.names[language];
      return name ?? area.spellings[0] ?? code;
    },
    findByName(text, within) {
      const found = byName.get(fold(text)) ?? [];
      return within === undefined
        ? found
        : found.filter((area) => country(area.code)?.code === within.toUpperCase());
    },
    areasWithin({ lat, lon, radiusKm }) {
      return areas
        .map((area) => ({ area, km: kmToBounds(lat, lon, area.bbox) }))
        .filter(({ km }) => km <= radiusKm)
        .sort(
          (a, b) =>
            rank(a.area) - rank(b.area) || a.km - b.km || a.area.code.localeCompare(b.area.code, "en"),
        )
        .map(({ area }) => area);
    },
    isKnown: (code) => get(code) !== undefined,
    all: () => areas,
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function rank(area: Area): number {
  return area.parent === null ? 1 : 0;
}

/** Kilometres from a point to the nearest edge of a box, 0 inside it. Flat reckoning: good to 1 % up to 300 km. */
function kmToBounds(lat: number, lon: number, [south, west, north, east]: AreaBounds): number {
  const dLat = Math.max(south - lat, 0, lat - north);
  const dLon = Math.max(west - lon, 0, lon - east);
  const kmPerDegree = 111.2;
  return Math.hypot(dLat, dLon * Math.cos((lat * Math.PI) / 180)) * kmPerDegree;
}
