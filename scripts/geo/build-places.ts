import type { Area } from "#server/domain/areas.ts";
import {
  PLACE_LANGUAGES,
  type PlaceFile,
  type ProvinceRow,
  type TownRow,
} from "#server/domain/place-file.ts";
import type { CountrySource } from "./countries.ts";
import { apart, distinctNames, isLatinName, isTitled, nearestSpellings, SCRIPT_OF } from "./names.ts";
import { AREA_OVERRIDES, TOWN_SPELLINGS } from "./overrides.ts";
import { mainTown, type PlacedTown } from "./town-areas.ts";

/** More towns than this make the file slow to fetch; the largest and the seats are kept. */
const MOST_TOWNS = 1500;
const MOST_DISTRICTS = 600;
/** Towns of this rank (100,000 people) also get names in the other scripts of the interface. */
const KNOWN_ABROAD = 10;
/** A million people: known abroad under more than one name. */
const METROPOLIS = 12;
const INTERFACE_SCRIPTS = ["th", "lo", "km", "my", "zh", "ar"];
const DISTRICT_TITLE =
  /^(Bashkia|Komuna|Srŏk|Krŏng|Khăn|Liwā’|Qaḑā’|Amphoe|King Amphoe|Khet|Huyện|Thị Xã|Thành Phố|Quận|Srok|Krong|Khan|Kabupaten|Kota|Muang|Daerah|Mukim)\s+| (District|Township|Zila|Municipality|Regency)$/gi;

/** The place lookup of a country: provinces, districts no town is named after, towns. */
export function buildPlaces(
  country: CountrySource,
  areas: readonly Area[],
  towns: readonly PlacedTown[],
  admin2: ReadonlyMap<string, string>,
  translations: Record<string, Map<number, string>>,
): PlaceFile {
  const inside = areas.filter((area) => area.parent !== null);
  const codes = inside.map((area) => area.code);
  const index = (code: string): number => codes.indexOf(code);
  const kept = [...towns].sort(byWeight).slice(0, MOST_TOWNS);
  const town = (place: PlacedTown): TownRow => townRow(country, place, index(place.area), translations);
  return {
    country: country.code,
    areas: codes,
    provinces: inside.map((area) => provinceRow(country, area, index(area.code), towns)),
    districts: districtRows(country, towns, admin2, index).sort(byPlace),
    towns: kept.map(town).sort(byPlace),
  };
}

function provinceRow(
  country: CountrySource,
  area: Area,
  index: number,
  towns: readonly PlacedTown[],
): ProvinceRow {
  const english = area.names["en"] ?? area.spellings[0] ?? area.code;
  const names = PLACE_LANGUAGES.map((language) =>
    area.names[language] === english ? "" : (area.names[language] ?? ""),
  );
  names[0] = english;
  const own = (name: string): boolean =>
    isLatinName(name) || country.scripts.some((script) => SCRIPT_OF[script]?.test(name));
  const spellings = area.spellings.filter((name) => own(name) && !isTitled(name));
  const known = (AREA_OVERRIDES[area.code]?.spellings ?? []).filter(
    (name) => own(name) || isAbbreviation(name),
  );
  const other = distinctNames([...known, ...apart(spellings, [english, ...known], 10)]);
  const main = mainTown(towns.filter((town) => town.area === area.code));
  return [names.join("|"), other.join("|"), index, ...area.point, rankOf(main?.population ?? 0)];
}

function townRow(
  country: CountrySource,
  town: PlacedTown,
  index: number,
  translations: Record<string, Map<number, string>>,
): TownRow {
  const rank = rankOf(town.population);
  const scripts = [...new Set([...country.scripts, ...(rank >= KNOWN_ABROAD ? INTERFACE_SCRIPTS : [])])];
  const spellings = TOWN_SPELLINGS[`${country.code} ${town.name}`] ?? [];
  const local = scripts.flatMap((language) => {
    const own = country.scripts.includes(language);
    const written = [translations[language]?.get(town.id) ?? "", ...spellings, ...town.alternates];
    return distinctNames(written.map(clean).filter((name) => SCRIPT_OF[language]?.test(name))).slice(
      0,
      own || rank >= METROPOLIS ? 2 : 1,
    );
  });
  const other = [
    ...apart(
      spellings.filter((name) => !local.includes(name)),
      [town.name],
      spellings.length,
    ),
    ...nearestSpellings(town.alternates, town.name, rank >= KNOWN_ABROAD ? 6 : 3),
  ];
  return [
    town.name,
    distinctNames(local).join("|"),
    other.join("|"),
    index,
    round(town.lat),
    round(town.lon),
    rank,
  ];
}

function isAbbreviation(name: string): boolean {
  return /^[A-Z]+$/.test(name);
}

/** Districts with towns in them, none of which bears the district's name. The point is the largest town. */
function districtRows(
  country: CountrySource,
  towns: readonly PlacedTown[],
  admin2: ReadonlyMap<string, string>,
  index: (code: string) => number,
): TownRow[] {
  const byDistrict = new Map<string, PlacedTown[]>();
  for (const town of towns) {
    const key = `${town.country}.${town.admin1}.${town.admin2}`;
    if (town.admin2 !== "") byDistrict.set(key, [...(byDistrict.get(key) ?? []), town]);
  }
  return [...byDistrict]
    .flatMap(([key, inside]): TownRow[] => {
      const name = (admin2.get(key) ?? "").replace(DISTRICT_TITLE, "").trim();
      const main = mainTown(inside);
      if (!main || name === "" || country.townArea === "admin2") return [];
      if (inside.some((town) => distinctNames([name], [town.name, ...town.alternates]).length === 0))
        return [];
      return [[name, "", "", index(main.area), round(main.lat), round(main.lon), rankOf(main.population)]];
    })
    .sort((a, b) => b[6] - a[6] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_DISTRICTS);
}

const FEATURES = ["PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4"];

/** Seats of first- and second-level areas first, then by population. */
function byWeight(a: PlacedTown, b: PlacedTown): number {
  return seat(a) - seat(b) || b.population - a.population || a.lat - b.lat || a.lon - b.lon;
}

/** Neighbours in the file share their area and their first letters, which compresses well. */
function byPlace(a: TownRow, b: TownRow): number {
  return a[3] - b[3] || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) || a[4] - b[4] || a[5] - b[5];
}

function rankOf(population: number): number {
  return population > 0 ? Math.round(2 * Math.log10(population)) : 0;
}

function clean(name: string): string {
  return name.replaceAll("|", " ").replaceAll("\u200b", "").trim();
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

function seat(town: PlacedTown): number {
  const place = FEATURES.indexOf(town.feature);
  return place < 0 ? 3 : Math.min(3, place);
}
