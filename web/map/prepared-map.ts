import type { Bounds } from "#server/contract/base-map.ts";
import type { BaseMap, BaseMapShape, Line } from "#server/domain/base-map.ts";
import { type Box, project } from "./mercator.ts";

/** A ring or an open line as x, y, x, y … in units, with the box around it. */
export interface Path {
  readonly units: Float64Array;
  readonly box: Box;
}

/** A shape whose rings are ready to draw, by the even-odd rule. */
export interface PreparedShape {
  readonly codes: readonly string[];
  readonly paths: readonly Path[];
  /** Degrees. */
  readonly bounds: Bounds;
}

/** A base map projected once, so that each picture of it only scales and shifts. */
export interface PreparedMap {
  readonly country: string;
  readonly bounds: Bounds;
  readonly extent: Bounds;
  readonly neighbours: readonly PreparedShape[];
  readonly borders: readonly Path[];
  readonly outline: readonly PreparedShape[];
  readonly areas: readonly PreparedShape[];
  readonly areaBorders: readonly Path[];
  readonly lakes: readonly PreparedShape[];
  readonly rivers: readonly Path[];
}

/** Projects every line of a base map. Pure; some 10 ms for the largest country. */
export function prepareMap(map: BaseMap): PreparedMap {
  return {
    country: map.country,
    bounds: map.bounds,
    extent: map.extent,
    neighbours: map.neighbours.map(toShape),
    borders: map.borders.map(toPath),
    outline: map.outline.map(toShape),
    areas: map.areas.map(toShape),
    areaBorders: map.areaBorders.map(toPath),
    lakes: map.lakes.map(toShape),
    rivers: map.rivers.map(toPath),
  };
}

/** The shapes of an area or of the whole country; none where the map has no current shape of it. */
export function shapesOf(map: PreparedMap, code: string): readonly PreparedShape[] {
  if (code === map.country) return map.outline;
  return map.areas.filter((shape) => shape.codes.includes(code));
}

/** The box around the shapes of an area, in degrees; null where it has no shape. */
export function boundsOf(map: PreparedMap, code: string): Bounds | null {
  if (code === map.country) return map.bounds;
  const boxes = shapesOf(map, code).map(({ bounds }) => bounds);
  const first = boxes[0];
  return first === undefined ? null : boxes.reduce(around, first);
}

function around(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function toPath(line: Line): Path {
  const units = new Float64Array(line.length * 2);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  line.forEach(([lon, lat], index) => {
    const [x, y] = project([lat, lon]);
    units[index * 2] = x;
    units[index * 2 + 1] = y;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  });
  return { units, box: [left, top, right, bottom] };
}

function toShape({ codes, polygons }: BaseMapShape): PreparedShape {
  const outer = polygons.map(([ring]) => ring ?? []).flat();
  const bounds = outer.reduce<Bounds>(
    (box, [lon, lat]) => around(box, [lat, lon, lat, lon]),
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  return { codes, paths: polygons.flat().map(toPath), bounds };
}
