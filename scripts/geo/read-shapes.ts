import type { CountrySource } from "./countries.ts";
import type { Position } from "./geometry.ts";
import { OMITTED_SHAPES, SHAPE_CODES } from "./overrides.ts";
import { readJson, type Sources } from "./sources.ts";
import { polygonsOf, type Shape } from "./topology.ts";

interface ShapeFile {
  features: {
    properties: { ISO: string; NAME_1: string };
    geometry: { type: string; coordinates: unknown };
  }[];
}

/** Province shapes of a country under ISO 3166-2 codes; id "" for shapes that are part of the country but of no area. */
export function readShapes(sources: Sources, country: CountrySource): Shape[] {
  const path = `esm/countries/${country.shapes}.geojson`;
  const file = readJson(sources.npm("@superset-ui/legacy-plugin-chart-country-map", path)) as ShapeFile;
  return file.features
    .filter(({ properties }) => !OMITTED_SHAPES.has(properties.ISO))
    .map(({ properties: { ISO, NAME_1 }, geometry }) => {
      const polygons = polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(round)));
      const [lon = 0, lat = 0] = polygons[0]?.[0]?.[0] ?? [];
      const keys = [`${ISO}@${lon.toFixed(1)},${lat.toFixed(1)}`, `${ISO}:${NAME_1}`, ISO];
      const found = keys.find((key) => SHAPE_CODES[key] !== undefined);
      return { id: found === undefined ? ISO : (SHAPE_CODES[found] ?? ""), polygons };
    });
}

/** To 11 m: enough to make the same vertex of two provinces equal, and finer than anything drawn. */
function round([lon, lat]: Position): Position {
  return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}
