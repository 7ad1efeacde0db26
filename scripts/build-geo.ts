import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import type { Area } from "#server/domain/areas.ts";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import { PLACE_LANGUAGES } from "#server/domain/place-file.ts";
import { buildAreas } from "./geo/build-areas.ts";
import { buildBaseMap } from "./geo/build-base-map.ts";
import { buildPlaces } from "./geo/build-places.ts";
import { buildPolygons } from "./geo/build-polygons.ts";
import { COUNTRIES } from "./geo/countries.ts";
import { middlePoint } from "./geo/geometry.ts";
import { mendShapes } from "./geo/mend-shapes.ts";
import { AREA_OVERRIDES } from "./geo/overrides.ts";
import { readAreaNames, readCountryNames } from "./geo/read-cldr.ts";
import { readGeoNames, readTranslations } from "./geo/read-geonames.ts";
import { readCrosswalk, readIso } from "./geo/read-iso.ts";
import { readShapes } from "./geo/read-shapes.ts";
import { readWorld } from "./geo/read-world.ts";
import { installSources } from "./geo/sources.ts";
import { loadTopologyTools } from "./geo/topology.ts";
import { placeTowns } from "./geo/town-areas.ts";

// npx tsx scripts/build-geo.ts --packages DIR [--out DIR]
// Makes db/places and web/public/{places,map} from pinned open packages; see scripts/geo/README.md.

const { values } = parseArgs({
  options: { packages: { type: "string" }, out: { type: "string", default: "." } },
});
if (values.packages === undefined) throw new Error("Say where the source packages may lie: --packages DIR");

/** Degrees that the sources' borders of one province and the next may lie apart: about a kilometre. */
const MEND = 0.01;

const sources = installSources(values.packages);
const tools = await loadTopologyTools(sources);
const iso = await readIso(sources);
const world = readWorld(sources, tools, iso.alpha2);
const geonames = readGeoNames(
  sources,
  new Set(COUNTRIES.flatMap(({ code, geonames: more }) => [code, ...(more ?? [])])),
);
const languages = [...PLACE_LANGUAGES, "bn", "ne"];
const translations = Object.fromEntries(
  languages.map((language) => [language, readTranslations(sources, language)]),
);
const countryNames = readCountryNames(sources, PLACE_LANGUAGES);
const areaNames = readAreaNames(sources, PLACE_LANGUAGES);

const areas: Area[] = [];
for (const country of COUNTRIES) {
  const codes = iso.areas
    .filter(({ code }) => code.startsWith(`${country.code}-`) && !AREA_OVERRIDES[code]?.omit)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const crosswalk = readCrosswalk(sources, country);
  const shapes = mendShapes(readShapes(sources, country), MEND);
  const towns = placeTowns(country, geonames, codes, crosswalk, shapes);
  const own = buildAreas({
    country,
    iso: codes,
    crosswalk,
    shapes,
    towns,
    admin1: geonames.admin1,
    countryNames,
    areaNames,
    translations,
  });
  const polygons = buildPolygons(tools, country, codes, shapes, towns);
  const places = buildPlaces(country, own, towns, geonames.admin2, translations);
  const baseMap = buildBaseMap(tools, country, shapes, world.around(iso.alpha3.get(country.code) ?? ""));
  areas.push(...own.map((area) => (area.parent === null ? atItsMiddle(area, baseMap) : area)));
  const sizes = [
    write(`db/places/polygons/${country.code}.json`, JSON.stringify(polygons)),
    write(`web/public/places/${country.code}.json`, JSON.stringify(places)),
    write(`web/public/map/${country.code}.json`, JSON.stringify(baseMap)),
  ];
  const lost = towns.filter((town) => town.area === "").length;
  console.log(
    `${country.code}: ${own.length - 1} areas, ${towns.length} towns (${lost} in no area), gzip ${sizes.join(" ")} kB`,
  );
}
const lines = areas.map((area) => JSON.stringify(area)).join(",\n");
console.log(
  `areas.json: ${areas.length} areas, gzip ${write("db/places/areas.json", `[\n${lines}\n]\n`)} kB`,
);

/** A country stands at the middle of its outline, so that it looks like no town or province in it. */
function atItsMiddle(country: Area, baseMap: BaseMapFile): Area {
  const middle = middlePoint(decodeBaseMap(baseMap).outline.flatMap(({ polygons }) => polygons));
  if (middle === null) return country;
  const [lon, lat] = middle.map((degrees) => Math.round(degrees * 1000) / 1000);
  return lon === undefined || lat === undefined ? country : { ...country, point: [lat, lon] };
}

/** Writes one file below the output folder and returns its size, compressed, in kB. */
function write(path: string, text: string): number {
  const target = join(resolve(values.out), path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text.endsWith("\n") ? text : `${text}\n`);
  return Math.round(gzipSync(text).length / 1024);
}
