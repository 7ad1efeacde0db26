/** Area lookups for tests: the real areas of `db/places`, and a small made-up country. */
import { readFileSync } from "node:fs";
import { type Area, createAreaIndex } from "#server/domain/areas.ts";
import type { AreaFinder } from "#server/exchange/read-result.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";

/** The areas, shapes and towns that ship. */
export function realAreas(): AreaFinder {
  const file = new URL("../../db/places/areas.json", import.meta.url);
  return loadAreaFinder(createAreaIndex(JSON.parse(readFileSync(file, "utf8")) as Area[]));
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
