import { readFileSync } from "node:fs";
import { type Area, type AreaIndex, createAreaIndex } from "#server/domain/areas.ts";

/** The areas of the world that this directory knows, from `db/places/areas.json`. */
export function loadAreas(): AreaIndex {
  const file = new URL("../../db/places/areas.json", import.meta.url);
  return createAreaIndex(JSON.parse(readFileSync(file, "utf8")) as readonly Area[]);
}
