import type { Area, AreaBounds } from "#server/domain/areas.ts";
import { PLACE_LANGUAGES } from "#server/domain/place-file.ts";
import type { CountrySource } from "./countries.ts";
import { boxOf, innermostPoint, ringArea, type Polygon, type Position } from "./geometry.ts";
import {
  bareForms,
  distinctNames,
  isWrittenIn,
  localSpellings,
  nearestSpellings,
  tidyName,
} from "./names.ts";
import { AREA_OVERRIDES } from "./overrides.ts";
import type { NamesByLanguage } from "./read-cldr.ts";
import type { Crosswalk, IsoArea } from "./read-iso.ts";
import type { Shape } from "./topology.ts";
import { geonamesCode, mainTown, type PlacedTown } from "./town-areas.ts";

/** What the areas of one country are made from. */
export interface CountryMaterial {
  country: CountrySource;
  iso: readonly IsoArea[];
  crosswalk: ReadonlyMap<string, Crosswalk>;
  shapes: readonly Shape[];
  towns: readonly PlacedTown[];
  /** English names by GeoNames code, `TH.50`. */
  admin1: ReadonlyMap<string, string>;
  countryNames: NamesByLanguage;
  areaNames: NamesByLanguage;
  /** Names by GeoNames id, by language. */
  translations: Record<string, Map<number, string>>;
}

/** The country and its areas, in the order of their codes. */
export function buildAreas(material: CountryMaterial): Area[] {
  const areas = material.iso.map((iso) => buildArea(material, iso));
  shortenNames(areas);
  for (const area of areas) area.spellings = distinctNames(area.spellings, Object.values(area.names));
  return [buildCountry(material), ...areas];
}

function buildArea(material: CountryMaterial, iso: IsoArea): Area {
  const { country } = material;
  const override = AREA_OVERRIDES[iso.code] ?? {};
  const names = namesOf(material, iso);
  const place = areaPlace(material, iso.code);
  return {
    code: iso.code,
    kind:
      override.kind ??
      (iso.parent === country.code ? country.kind : country.code === "BD" ? "district" : country.kind),
    parent: override.parent ?? iso.parent,
    names,
    spellings: areaSpellings(material, iso, names),
    ...place,
    timeZone: override.timeZone ?? country.timeZone,
    geonames: geonamesCode(iso.code, material.crosswalk),
    ...(override.mergedInto === undefined ? {} : { mergedInto: override.mergedInto }),
  };
}

function buildCountry({ country, shapes, countryNames }: CountryMaterial): Area {
  const names: Record<string, string> = {};
  for (const language of PLACE_LANGUAGES) {
    const name = countryNames[language]?.get(country.code);
    if (name !== undefined)
      names[language] = AREA_OVERRIDES[country.code]?.names?.[language] ?? tidyName(name, "");
  }
  const polygons = shapes.flatMap((shape) => shape.polygons);
  return {
    code: country.code,
    kind: "country",
    parent: null,
    names,
    spellings: distinctNames(AREA_OVERRIDES[country.code]?.spellings ?? [], Object.values(names)),
    point: pointOf(polygons),
    bbox: bounds(polygons.flat(2), 0),
    timeZone: country.timeZone,
    geonames: null,
  };
}

/** Names by language: the override, CLDR, GeoNames, then ISO's Latin name where it is written in that language. */
function namesOf(
  { country, crosswalk, areaNames, translations, admin1 }: CountryMaterial,
  iso: IsoArea,
): Record<string, string> {
  const id = crosswalk.get(iso.code)?.id ?? 0;
  const isoName = (language: string): string => tidyName(tidyName(iso.name, "en"), language);
  const names: Record<string, string> = {};
  for (const language of PLACE_LANGUAGES) {
    const candidates = [
      AREA_OVERRIDES[iso.code]?.names?.[language],
      country.latin === language ? isoName(language) : undefined,
      areaNames[language]?.get(iso.code.replace("-", "")),
      translations[language]?.get(id),
      language === "en"
        ? (admin1.get(`${country.code}.${geonamesCode(iso.code, crosswalk)}`) ?? isoName("en"))
        : undefined,
    ];
    const found = candidates.find((name) => name !== undefined && isWrittenIn(name, language));
    // Shortened when all are there and it is known which short names are unique.
    if (found !== undefined) names[language] = tidyName(found, "");
  }
  return names;
}

function areaSpellings(material: CountryMaterial, iso: IsoArea, names: Record<string, string>): string[] {
  const { country, crosswalk, admin1, areaNames, towns } = material;
  const english = names["en"] ?? iso.name;
  const namesake = towns.find(
    (town) => town.area === iso.code && distinctNames([town.name], [english, iso.name]).length === 0,
  );
  const geonames = admin1.get(`${country.code}.${geonamesCode(iso.code, crosswalk)}`);
  const spellings = [
    ...(AREA_OVERRIDES[iso.code]?.spellings ?? []),
    iso.name,
    tidyName(english, "en"),
    ...(geonames === undefined ? [] : [geonames, tidyName(geonames, "en")]),
    crosswalk.get(iso.code)?.name ?? "",
    ...PLACE_LANGUAGES.flatMap((language) => areaNames[language]?.get(iso.code.replace("-", "")) ?? []),
    ...nearestSpellings(namesake?.alternates ?? [], english, 8),
    ...PLACE_LANGUAGES.flatMap((language) => localSpellings(namesake?.alternates ?? [], language)),
  ];
  return distinctNames([
    ...spellings,
    ...PLACE_LANGUAGES.flatMap((language) => bareForms(names[language] ?? "", language)),
  ]);
}

/** "Berat County" becomes "Berat" unless another area of the country would then have the same name. */
function shortenNames(areas: Area[]): void {
  for (const language of PLACE_LANGUAGES) {
    const short = (area: Area): string => tidyName(area.names[language] ?? "", language);
    const counts = new Map<string, number>();
    for (const area of areas) counts.set(short(area), (counts.get(short(area)) ?? 0) + 1);
    for (const area of areas) {
      const name = short(area);
      if (name === "" || counts.get(name) !== 1 || AREA_OVERRIDES[area.code]?.names?.[language] !== undefined)
        continue;
      area.names[language] = name;
    }
  }
}

/** Point and box: from the area's own shape; from its towns where it has none or shares one. */
function areaPlace(
  { iso, shapes, towns, country }: CountryMaterial,
  code: string,
): Pick<Area, "point" | "bbox"> {
  const fixed = AREA_OVERRIDES[code]?.point;
  if (fixed) return { point: [...fixed], bbox: bounds([[fixed[1], fixed[0]]], 0.15) };
  const children = iso.filter((area) => area.parent === code).map((area) => area.code);
  const codes = new Set([code, ...children]);
  const polygons = shapes.filter((shape) => codes.has(shape.id)).flatMap((shape) => shape.polygons);
  const shared = sharesShape(code) || isInsideOther(code);
  const own = towns.filter((town) => codes.has(town.area));
  const main = mainTown(own);
  if (polygons.length > 0 && (!shared || !main))
    return { point: pointOf(polygons), bbox: bounds(polygons.flat(2), 0) };
  if (!main) {
    const everything = shapes.flatMap((shape) => shape.polygons);
    console.warn(`${code}: no shape and no town; the point is that of ${country.code}`);
    return { point: pointOf(everything), bbox: bounds(everything.flat(2), 0) };
  }
  const positions =
    polygons.length > 0 ? polygons.flat(2) : own.map((town): Position => [town.lon, town.lat]);
  return {
    point: [round(main.lat), round(main.lon)],
    bbox: bounds(positions, polygons.length > 0 ? 0 : 0.15),
  };
}

/** Whether newer areas lie inside the shape of this one. */
export function sharesShape(code: string): boolean {
  return newerInside(code).length > 0;
}

/** Codes of the newer areas inside the shape of an older one. */
export function newerInside(code: string): string[] {
  return Object.keys(AREA_OVERRIDES).filter((other) => AREA_OVERRIDES[other]?.inside?.includes(code));
}

function isInsideOther(code: string): boolean {
  return AREA_OVERRIDES[code]?.inside !== undefined;
}

function pointOf(polygons: readonly Polygon[]): [number, number] {
  const largest = [...polygons].sort((a, b) => ringArea(b[0] ?? []) - ringArea(a[0] ?? []))[0] ?? [];
  const [lon, lat] = innermostPoint(largest);
  return [round(lat), round(lon)];
}

function bounds(positions: Iterable<Position>, margin: number): AreaBounds {
  const [west, south, east, north] = boxOf(positions);
  return [round(south - margin), round(west - margin), round(north + margin), round(east + margin)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
