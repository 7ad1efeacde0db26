import { EARTH_RADIUS_KM } from "../distance.ts";

/**
 * The grid that listings with a known point lie in: cells of a quarter of a degree, numbered from the south-west.
 * Where the meridians meet (poles) and where the numbers begin anew (date line) nothing is lost: a search asks for
 * more cells than it needs, never for fewer.
 */

/** Side of a cell in degrees. */
const CELL_DEGREES = 0.25;
const COLUMNS = 360 / CELL_DEGREES;
const ROWS = 180 / CELL_DEGREES;
const RADIANS = Math.PI / 180;
/** Rounding must never leave out a cell that the circle just touches. */
const MARGIN_DEGREES = 1e-6;

/** Number of the cell that holds a `[latitude, longitude]` in degrees. 180° and −180° are the same meridian. */
export function cellAt([latitude, longitude]: readonly [number, number]): number {
  const row = Math.min(ROWS - 1, Math.max(0, Math.floor((latitude + 90) / CELL_DEGREES)));
  return row * COLUMNS + columnAt(longitude);
}

function columnAt(longitude: number): number {
  const column = Math.floor((longitude + 180) / CELL_DEGREES) % COLUMNS;
  return column < 0 ? column + COLUMNS : column;
}

/** A circle on the sphere, as the box that holds it: what is outside the box is outside the circle. */
export interface Circle {
  readonly point: readonly [number, number];
  readonly radiusKm: number;
  readonly south: number;
  readonly north: number;
  /** Degrees to both sides; 180 when the circle holds a pole. */
  readonly halfWidth: number;
}

/** Box of the circle of `radiusKm` kilometres around a `[latitude, longitude]` in degrees. */
export function circleAround(point: readonly [number, number], radiusKm: number): Circle {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const half = angle / RADIANS + MARGIN_DEGREES;
  const south = point[0] - half;
  const north = point[0] + half;
  const sine = Math.sin(angle) / Math.cos(point[0] * RADIANS);
  const whole = south <= -90 || north >= 90 || angle >= Math.PI / 2 || sine >= 1;
  const halfWidth = whole ? 180 : Math.asin(sine) / RADIANS + MARGIN_DEGREES;
  return { point, radiusKm, south, north, halfWidth: Math.min(180, halfWidth) };
}

/** Whether a `[latitude, longitude]` lies in the box of a circle, over the date line too. */
export function isInBox(circle: Circle, latitude: number, longitude: number): boolean {
  if (latitude < circle.south || latitude > circle.north) return false;
  const apart = Math.abs(longitude - circle.point[1]) % 360;
  return Math.min(apart, 360 - apart) <= circle.halfWidth;
}

/** Whether a cell has a part in the box of a circle. */
export function isCellInBox(circle: Circle, cell: number): boolean {
  const south = Math.floor(cell / COLUMNS) * CELL_DEGREES - 90;
  if (south > circle.north || south + CELL_DEGREES < circle.south) return false;
  const middle = (cell % COLUMNS) * CELL_DEGREES - 180 + CELL_DEGREES / 2;
  const apart = Math.abs(middle - circle.point[1]) % 360;
  return Math.min(apart, 360 - apart) <= circle.halfWidth + CELL_DEGREES / 2 + MARGIN_DEGREES;
}

/** The cells that have a part in the box of a circle; null when they are so many that asking each cell is quicker. */
export function cellsInBox(circle: Circle): readonly number[] | null {
  const top = Math.min(ROWS - 1, Math.floor((circle.north + 90) / CELL_DEGREES));
  const bottom = Math.max(0, Math.floor((circle.south + 90) / CELL_DEGREES));
  const columns = Math.min(COLUMNS, Math.ceil((2 * circle.halfWidth) / CELL_DEGREES) + 2);
  if ((top - bottom + 1) * columns > 4 * COLUMNS) return null;
  const first = Math.floor((circle.point[1] - circle.halfWidth + 180) / CELL_DEGREES);
  const cells: number[] = [];
  for (let row = bottom; row <= top; row++) {
    for (let step = 0; step < columns; step++) {
      const column = (((first + step) % COLUMNS) + COLUMNS) % COLUMNS;
      cells.push(row * COLUMNS + column);
    }
  }
  return cells;
}
