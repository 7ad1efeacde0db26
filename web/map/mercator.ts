import type { Bounds } from "#server/contract/base-map.ts";

/** Latitude and longitude in degrees, as listings and areas have them. */
export type Point = readonly [lat: number, lon: number];
/** Web Mercator over the whole world: x and y from 0 to 1, y downwards. */
export type Unit = readonly [x: number, y: number];
/** [left, top, right, bottom], in units or in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a picture of the map shows: pixel = unit * scale - offset. */
export interface View extends Size {
  /** Pixels of the whole world's width: 256 at zoom 0. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Nobody comes nearer than this: a pixel is then about 300 m at the equator and points at no house (issue 4). */
export const CLOSEST_ZOOM = 9;

/** Where a point lies on the whole world's square. Latitudes are good to 85 degrees. */
export function project([lat, lon]: Point): Unit {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Pixels of the whole world's width at a zoom, as Leaflet counts it. */
export function scaleOf(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** The pixel of a point in a view. */
export function toPixel(view: View, point: Point): [x: number, y: number] {
  const [x, y] = project(point);
  return [x * view.scale - view.left, y * view.scale - view.top];
}

/** The part of the world that a view shows, in units. */
export function unitsOf({ left, top, scale, width, height }: View): Box {
  return [left / scale, top / scale, (left + width) / scale, (top + height) / scale];
}

/** The view that shows all of `bounds` in the middle, with `margin` pixels around it and never closer than allowed. */
export function viewOf([south, west, north, east]: Bounds, size: Size, margin = 0): View {
  const [left, top] = project([north, west]);
  const [right, bottom] = project([south, east]);
  const inside = (pixels: number) => Math.max(1, pixels - 2 * margin);
  const scale = Math.min(
    scaleOf(CLOSEST_ZOOM),
    inside(size.width) / Math.max(right - left, 1e-9),
    inside(size.height) / Math.max(bottom - top, 1e-9),
  );
  return {
    ...size,
    scale,
    left: ((left + right) / 2) * scale - size.width / 2,
    top: ((top + bottom) / 2) * scale - size.height / 2,
  };
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
