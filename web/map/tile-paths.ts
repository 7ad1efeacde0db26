import { VectorTile, type VectorTileLayer } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { Box } from "./mercator.ts";
import type { Path } from "./prepared-map.ts";

/** What we draw of a tile. Houses, names and whatever else an archive holds are left out. */
export interface TilePaths {
  /** The tile itself, in units of the world. */
  readonly box: Box;
  readonly land: readonly Path[];
  readonly water: readonly Path[];
  readonly rivers: readonly Path[];
  readonly roads: readonly Path[];
  /** Borders of countries and of their first-level areas. */
  readonly borders: readonly Path[];
}

type Part = Exclude<keyof TilePaths, "box">;

const LINES = 2;
const AREAS = 3;

/** Layers by the names of the three common schemas: Protomaps, OpenMapTiles, Shortbread. */
const LAYERS: Readonly<Record<string, readonly (readonly [part: Part, type: number])[]>> = {
  earth: [["land", AREAS]],
  water: [
    ["water", AREAS],
    ["rivers", LINES],
  ],
  ocean: [["water", AREAS]],
  water_polygons: [["water", AREAS]],
  waterway: [["rivers", LINES]],
  water_lines: [["rivers", LINES]],
  roads: [["roads", LINES]],
  transportation: [["roads", LINES]],
  streets: [["roads", LINES]],
  boundaries: [["borders", LINES]],
  boundary: [["borders", LINES]],
};

/** Whether anything of an archive with these layers would be drawn. */
export function isDrawn(layers: readonly string[]): boolean {
  return layers.some((layer) => LAYERS[layer] !== undefined);
}

/** Which borders count: `kind` of Protomaps, `admin_level` of the other two. */
function isBorder(properties: Readonly<Record<string, unknown>>): boolean {
  const { kind, admin_level: level } = properties;
  if (typeof kind === "string") return kind === "country" || kind === "region";
  return level === undefined || Number(level) <= 4;
}

/** Reads a vector tile into lines of the world, by what they are drawn as. Throws when the bytes are no tile. */
export function readTile(bytes: Uint8Array, z: number, x: number, y: number): TilePaths {
  const side = 1 / 2 ** z;
  const paths: Record<Part, Path[]> = { land: [], water: [], rivers: [], roads: [], borders: [] };
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) {
    for (const [part, type] of LAYERS[name] ?? [])
      paths[part].push(
        ...pathsOf(layer, part, type, (at, from) => (from + at / layer.extent) * side, [x, y]),
      );
  }
  return { box: [x * side, y * side, (x + 1) * side, (y + 1) * side], ...paths };
}

function pathsOf(
  layer: VectorTileLayer,
  part: Part,
  type: number,
  toUnit: (at: number, from: number) => number,
  [left, top]: readonly [number, number],
): Path[] {
  return Array.from({ length: layer.length }, (_, index) => layer.feature(index))
    .filter((feature) => feature.type === type && (part !== "borders" || isBorder(feature.properties)))
    .flatMap((feature) => feature.loadGeometry())
    .map((line) => toPath(line.map(({ x, y }) => [toUnit(x, left), toUnit(y, top)])));
}

function toPath(points: readonly (readonly [number, number])[]): Path {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    units: Float64Array.from(points.flat()),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}
