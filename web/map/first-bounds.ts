import type { Bounds } from "#server/contract/base-map.ts";
import type { Point } from "./mercator.ts";
import type { OnMap } from "./sort-onto-map.ts";

/** Degrees beyond an area's box that still count as inside: a town just over the border. */
const NEAR = 0.15;
/** Degrees; a single point is shown with its surroundings. */
const SMALLEST = 0.5;

/**
 * What the map shows first: the published points in and near the area that was chosen, with the place itself; the
 * whole area where none is there, and for a whole country always. Nothing else goes in, so that nothing private
 * can move the view.
 */
export function firstBounds(
  chosen: { readonly point: Point | null; readonly whole: boolean },
  area: Bounds,
  { pins, plates }: Pick<OnMap, "pins" | "plates">,
): Bounds {
  const near = [...pins, ...plates].map(({ point }) => point).filter((point) => isNear(area, point));
  if (chosen.whole || near.length === 0) return area;
  const points = chosen.point === null ? near : [chosen.point, ...near];
  const [lats, lons] = [points.map(([lat]) => lat), points.map(([, lon]) => lon)];
  const [south, north] = widen(Math.min(...lats), Math.max(...lats));
  const [west, east] = widen(Math.min(...lons), Math.max(...lons));
  return [south, west, north, east];
}

function isNear([south, west, north, east]: Bounds, [lat, lon]: Point): boolean {
  return lat > south - NEAR && lat < north + NEAR && lon > west - NEAR && lon < east + NEAR;
}

function widen(from: number, to: number): [number, number] {
  const missing = Math.max(0, SMALLEST - (to - from)) / 2;
  return [from - missing, to + missing];
}
