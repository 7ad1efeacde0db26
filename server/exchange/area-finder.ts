/** The lookups of readers over the areas, shapes and towns of `db/places`. Pure: reading those files is the caller's. */
import {
  type AreaPolygons,
  areaOfPoint,
  nearestTownArea,
  type TownPoint,
} from "#server/domain/area-of-point.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import type { AreaFinder } from "./read-result.ts";

export interface PlaceFiles {
  index: AreaIndex;
  /** Shapes of a country (ISO 3166-1 alpha-2), or undefined when there are none. */
  polygons(country: string): AreaPolygons | undefined;
  /** Towns of a country; empty when there are none. */
  towns(country: string): Iterable<TownPoint>;
}

/** A town farther away than this, in km, says nothing about a place. */
const TOWN_REACH_KM = 100;

/** Lookups for `readRecords`. A name that several areas of the country have finds none of them. */
export function createAreaFinder(files: PlaceFiles): AreaFinder {
  const { index } = files;
  return {
    byCode: (code) => index.get(code)?.code,
    byName(text, country) {
      const found = index.findByName(text, country);
      const inner = found.filter((area) => area.code !== country);
      const [only, ...others] = inner.length > 0 ? inner : found;
      return others.length === 0 ? only?.code : undefined;
    },
    hasShapes: (country) => files.polygons(country) !== undefined,
    byPoint(latitude, longitude, country) {
      const shapes = files.polygons(country);
      return shapes ? areaOfPoint(shapes, latitude, longitude)?.code : undefined;
    },
    nearestTown(latitude, longitude, country) {
      const town = nearestTownArea(files.towns(country), latitude, longitude);
      return town && town.km <= TOWN_REACH_KM ? town.area : undefined;
    },
  };
}
