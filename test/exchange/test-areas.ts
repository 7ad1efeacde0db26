/** Area lookups for tests: the real areas of `db/places`, and a small made-up country. */
import { readFileSync } from "node:fs";
import type { AreaPolygons } from "#server/domain/area-of-point.ts";
import { type Area, createAreaIndex } from "#server/domain/areas.ts";
import { createAreaFinder } from "#server/exchange/area-finder.ts";
import type { AreaFinder } from "#server/exchange/read-result.ts";

const places = new URL("../../db/places/", import.meta.url);

/** The areas and shapes that ship, for one country; no towns. */
export function realAreas(country: string): AreaFinder {
  const file = JSON.parse(readFileSync(new URL("areas.json", places), "utf8")) as { areas: Area[] } | Area[];
  const polygons = JSON.parse(
    readFileSync(new URL(`polygons/${country}.json`, places), "utf8"),
  ) as AreaPolygons;
  return createAreaFinder({
    index: createAreaIndex(Array.isArray(file) ? file : file.areas),
    polygons: (code) => (code === country ? polygons : undefined),
    towns: () => [],
  });
}

/** Two square provinces of a country XA, `XA-1` “North” and `XA-2` “South”, and a town of the second. */
export const SQUARES: AreaFinder = {
  byCode: (code) => ["XA", "XA-1", "XA-2"].find((known) => known === code),
  byName: (text) => ({ north: "XA-1", เหนือ: "XA-1", south: "XA-2" })[text.toLowerCase()],
  hasShapes: (country) => country === "XA",
  byPoint(latitude, longitude) {
    if (longitude < 100 || longitude > 102) return undefined;
    if (latitude >= 12 && latitude <= 14) return "XA-1";
    return latitude >= 10 && latitude < 12 ? "XA-2" : undefined;
  },
  nearestTown: (latitude) => (latitude > 9 && latitude < 15 ? "XA-2" : undefined),
};
