import { readFileSync } from "node:fs";
import type { BaseMapFile } from "#server/contract/base-map.ts";
import type { AreaPolygons } from "#server/domain/area-of-point.ts";
import { createAreaIndex, type Area, type AreaIndex } from "#server/domain/areas.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";

/** The files made by scripts/build-geo.ts, as the tests read them. */
export const readAreas = (): AreaIndex => createAreaIndex(readJson("db/places/areas.json") as Area[]);
export const readPolygons = (country: string): AreaPolygons =>
  readJson(`db/places/polygons/${country}.json`) as AreaPolygons;
export const readPlaces = (country: string): PlaceFile =>
  readJson(`web/public/places/${country}.json`) as PlaceFile;
export const readBaseMap = (country: string): BaseMapFile =>
  readJson(`web/public/map/${country}.json`) as BaseMapFile;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
