import { existsSync, readFileSync } from "node:fs";
import {
  areaOfPoint,
  type AreaPolygons,
  nearestTownArea,
  type TownPoint,
} from "#server/domain/area-of-point.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { PlaceFile } from "#server/domain/place-file.ts";
import { createPlaceIndex } from "#server/domain/place-index.ts";
import type { AreaFinder } from "#server/exchange/read-result.ts";

const read = <T>(path: string): T | null => {
  const file = new URL(path, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
};

/** Finds the area of a place for importers, from the files of `db/places` and `web/public/places`, each read once. */
export function loadAreaFinder(areas: AreaIndex): AreaFinder {
  const shapes = cached((country) => read<AreaPolygons>(`../../db/places/polygons/${country}.json`));
  const towns = cached((country): readonly TownPoint[] => {
    const file = read<PlaceFile>(`../../web/public/places/${country}.json`);
    return file === null ? [] : createPlaceIndex(file).places;
  });
  return {
    byCode: (code) => areas.get(code)?.code,
    byName: (text, country) => {
      const found = areas.findByName(text, country).filter(({ code }) => code.length > 2);
      return found.length === 1 ? found[0]?.code : undefined;
    },
    hasShapes: (country) => shapes(country) !== null,
    byPoint: (latitude, longitude, country) => {
      const known = shapes(country);
      return known === null ? undefined : areaOfPoint(known, latitude, longitude)?.code;
    },
    nearestTown: (latitude, longitude, country) => nearestTownArea(towns(country), latitude, longitude)?.area,
  };
}

function cached<T>(load: (country: string) => T): (country: string) => T {
  const known = new Map<string, T>();
  return (country) => {
    const found = known.get(country) ?? load(country);
    known.set(country, found);
    return found;
  };
}
