import { leastRank, type MapName } from "./map-names.ts";
import { type Box, overlaps, project, toPixel, unitsOf, type View } from "./mercator.ts";
import type { Label } from "./place-labels.ts";
import { boundsOf, type PreparedMap } from "./prepared-map.ts";

/** A name of the place that was chosen. */
export interface ChosenName {
  readonly text: string;
  readonly point: readonly [number, number];
}

/** Pixels that an area must be wide before its name stands on it. */
const WIDE_ENOUGH = 70;
/** From this zoom on towns matter more than the names of areas. */
const TOWNS_FIRST = 7.5;

/** The names that could stand in a view: areas that are wide enough, towns that are large enough for the zoom. */
export function chooseLabels(
  names: readonly MapName[],
  map: PreparedMap,
  view: View,
  chosen: ChosenName | null,
): readonly Label[] {
  const zoom = Math.log2(view.scale / 256);
  const shown = unitsOf(view);
  const labels = names.flatMap((name): Label[] => {
    const [x, y] = project(name.point);
    const spot: Box = [x, y, x, y];
    if (!overlaps([spot[0] - 1e-9, spot[1] - 1e-9, x + 1e-9, y + 1e-9], shown)) return [];
    const at = toPixel(view, name.point);
    if (name.kind === "town") {
      return name.rank < leastRank(zoom) ? [] : [{ text: name.text, at, rank: name.rank, kind: "town" }];
    }
    const rank = zoom >= TOWNS_FIRST ? 5 : 20 + name.rank;
    return widthOf(map, name.area, view) < WIDE_ENOUGH ? [] : [{ text: name.text, at, rank, kind: "area" }];
  });
  if (chosen === null) return labels;
  const at = toPixel(view, chosen.point);
  return [...labels, { text: chosen.text, at, rank: 100, kind: "town", strong: true }];
}

function widthOf(map: PreparedMap, area: string, view: View): number {
  const bounds = boundsOf(map, area);
  return bounds === null ? 0 : ((bounds[3] - bounds[1]) / 360) * view.scale;
}
