import type { MapColours } from "./map-colours.ts";
import { type Box, overlaps, unitsOf, type View } from "./mercator.ts";
import type { Path, PreparedMap, PreparedShape } from "./prepared-map.ts";
import { shapesOf } from "./prepared-map.ts";

/** What is drawn of the land beside the base map itself. */
export interface Land {
  readonly map: PreparedMap;
  /** Code of the area that was chosen: it lies on white. */
  readonly here: string;
  /** Codes of the areas that the chosen listing serves: shaded, with a thick edge. */
  readonly served: readonly string[];
}

/** Pixels below which two points of a line are one. */
const FINE = 0.7;

/** Draws land, borders and water onto a canvas of the view's size. Some milliseconds for the largest country. */
export function paintLand(
  canvas: CanvasRenderingContext2D,
  view: View,
  land: Land,
  colours: MapColours,
): void {
  const { map } = land;
  const shown = unitsOf(view);
  const fill = (shapes: readonly PreparedShape[], colour: string) => {
    canvas.fillStyle = colour;
    trace(canvas, pathsOf(shapes), view, shown);
    canvas.fill("evenodd");
  };
  const stroke = (paths: readonly Path[], colour: string, width: number) => {
    canvas.strokeStyle = colour;
    canvas.lineWidth = width;
    trace(canvas, paths, view, shown);
    canvas.stroke();
  };
  const here = shapesOf(map, land.here);
  const served = land.served.flatMap((code) => shapesOf(map, code));
  canvas.lineJoin = "round";
  canvas.fillStyle = colours.sea;
  canvas.fillRect(0, 0, view.width, view.height);
  fill(map.neighbours, colours.land);
  fill(map.outline, colours.land);
  fill(here, colours.here);
  fill(served, colours.shade);
  fill(map.lakes, colours.water);
  stroke(map.rivers, colours.water, 2);
  // Where the system allows one ground colour, coasts need a line, and dashes tell borders from rivers.
  const flat = colours.sea === colours.land;
  if (flat) stroke(pathsOf(map.neighbours), colours.edge, 1);
  canvas.setLineDash(flat ? [4, 3] : []);
  stroke(map.areaBorders, colours.edge, 1);
  canvas.setLineDash([]);
  stroke(map.borders, colours.strong, 1.2);
  stroke(pathsOf(map.outline), colours.strong, 1.6);
  stroke(pathsOf(here), colours.strong, 2);
  stroke(pathsOf(served), colours.chosen, 3);
}

/** All rings of some shapes. */
export const pathsOf = (shapes: readonly PreparedShape[]): Path[] => shapes.flatMap(({ paths }) => paths);

/** Begins a path of all that is `shown` (units), with points that fall on one pixel left out. */
export function trace(
  canvas: CanvasRenderingContext2D,
  paths: readonly Path[],
  view: View,
  shown: Box,
): void {
  canvas.beginPath();
  for (const { units, box } of paths) {
    if (!overlaps(box, shown)) continue;
    let [lastX, lastY] = [-Infinity, -Infinity];
    for (let i = 0; i < units.length; i += 2) {
      const x = (units[i] ?? 0) * view.scale - view.left;
      const y = (units[i + 1] ?? 0) * view.scale - view.top;
      const isEnd = i === 0 || i === units.length - 2;
      if (!isEnd && Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) continue;
      if (i === 0) canvas.moveTo(x, y);
      else canvas.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
  }
}
