import type { BaseMapFile, BaseMapLayer } from "#server/contract/base-map.ts";
import { newerInside } from "./build-areas.ts";
import type { CountrySource } from "./countries.ts";
import { boxOf, clipLine, clipPolygon, ringArea, type Box, type Position } from "./geometry.ts";
import { dissolve, mergeShapes, ringPoints } from "./dissolve.ts";
import type { WorldShapes } from "./read-world.ts";
import {
  arcsUsed,
  lineCollection,
  shapeCollection,
  simplifyArcs,
  type Geometry,
  type Shape,
  type Topology,
  type TopologyTools,
} from "./topology.ts";

/** Coordinates are stored to about 110 m, finer than a pixel at the closest zoom. */
const STEP = 0.001;
/** Square degrees below which a vertex is dropped, for a country 10 degrees across; larger ones are seen from farther. */
const OWN_WEIGHT = 4e-6;
const NEIGHBOUR_WEIGHT = 4e-5;
const WATER_WEIGHT = 1e-4;
/** A vertex of a neighbour this near to one of ours is the same vertex, rounded otherwise by its source. */
const SNAP = 0.005;
/** Holes below this many square degrees (some 40 km²) are faults of the source, not foreign land. */
const SLIVER = 0.003;

/** The base map of a country: its areas in detail, its neighbours, lakes and rivers coarse. */
export function buildBaseMap(
  tools: TopologyTools,
  country: CountrySource,
  shapes: readonly Shape[],
  world: WorldShapes,
): BaseMapFile {
  const own = boxOf(shapes.flatMap((shape) => shape.polygons.flat(2)));
  const span = Math.max(own[2] - own[0], own[3] - own[1]);
  const extent = widen(own, Math.min(6, Math.max(1, span * 0.3)));
  const detail = Math.max(0.3, span / 10);

  const neighbours = clipShapes(
    world.countries.filter(({ id }) => id !== country.code && !country.geonames?.includes(id)),
    extent,
  );
  snapTo(shapes, neighbours);
  const lakes = clipShapes(world.lakes, extent).filter(({ polygons }) =>
    polygons.some(([ring]) => ringArea(ring ?? []) > 0.001 * detail),
  );
  const rivers = world.rivers.flatMap((line) => clipLine(line, extent));

  const raw = tools.topology({
    areas: shapeCollection(shapes),
    neighbours: shapeCollection(neighbours),
    lakes: shapeCollection(lakes),
    rivers: lineCollection(rivers),
  });
  const whole = mergeShapes(raw, raw.objects["areas"]?.geometries ?? []);
  dissolve(raw, "areas");
  const borders = bordersBetween(tools, raw, extent);
  const areas = (raw.objects["areas"]?.geometries ?? []).filter((geometry) => geometry.id !== "");
  raw.objects = {
    areas: { type: "GeometryCollection", geometries: areas },
    country: {
      type: "GeometryCollection",
      geometries: [{ ...withoutSlivers(raw, whole), id: country.code }],
    },
    neighbours: raw.objects["neighbours"] ?? { type: "GeometryCollection", geometries: [] },
    borders,
    lakes: raw.objects["lakes"] ?? { type: "GeometryCollection", geometries: [] },
    rivers: raw.objects["rivers"] ?? { type: "GeometryCollection", geometries: [] },
  };
  const mine = new Set([...arcsUsed(raw.objects["areas"]), ...arcsUsed(raw.objects["country"])]);
  const water = new Set([...arcsUsed(raw.objects["lakes"]), ...arcsUsed(raw.objects["rivers"])]);
  const weight = (arc: number): number =>
    (mine.has(arc) ? OWN_WEIGHT : water.has(arc) ? WATER_WEIGHT : NEIGHBOUR_WEIGHT) * detail;
  const simple = dropSmall(tools, simplifyArcs(tools, raw, weight), mine, 2e-4 * detail);
  const transform = {
    scale: [STEP, STEP] as [number, number],
    translate: [Math.floor(extent[0]), Math.floor(extent[1])] as [number, number],
  };
  const packed = tools.quantize(simple, transform);
  const layer = (name: string): BaseMapLayer => stripLayer(packed.objects[name]);
  return {
    type: "Topology",
    country: country.code,
    bounds: toBounds(own),
    extent: toBounds(extent),
    also: Object.fromEntries(
      areas.map(({ id = "" }) => [id, newerInside(id)]).filter(([, codes]) => codes?.length),
    ),
    transform,
    arcs: packed.arcs as [number, number][][],
    objects: {
      areas: layer("areas"),
      country: layer("country"),
      neighbours: layer("neighbours"),
      borders: layer("borders"),
      lakes: layer("lakes"),
      rivers: layer("rivers"),
    },
  };
}

function clipShapes(shapes: readonly Shape[], box: Box): Shape[] {
  return shapes
    .map(({ id, polygons }) => ({
      id,
      polygons: polygons.map((polygon) => clipPolygon(polygon, box)).filter((rings) => rings.length > 0),
    }))
    .filter(({ polygons }) => polygons.length > 0);
}

function cell(degrees: number): number {
  return Math.floor(degrees / SNAP);
}

/** Moves vertices of neighbours onto ours, so that the two share their border and are simplified together. */
function snapTo(shapes: readonly Shape[], neighbours: Shape[]): void {
  const grid = new Map<string, Position[]>();
  for (const position of shapes.flatMap((shape) => shape.polygons.flat(2))) {
    const key = `${cell(position[0])} ${cell(position[1])}`;
    grid.set(key, [...(grid.get(key) ?? []), position]);
  }
  const nearest = ([x, y]: Position): Position => {
    let best: Position = [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];
    let gap = SNAP;
    for (let i = cell(x) - 1; i <= cell(x) + 1; i++) {
      for (let j = cell(y) - 1; j <= cell(y) + 1; j++) {
        for (const ours of grid.get(`${i} ${j}`) ?? []) {
          const distance = Math.hypot(ours[0] - x, ours[1] - y);
          if (distance < gap) [best, gap] = [ours, distance];
        }
      }
    }
    return best;
  };
  for (const shape of neighbours) {
    shape.polygons = shape.polygons.map((polygon) => polygon.map((ring) => ring.map(nearest)));
  }
}

/** The outline without the hair-thin holes left where borders of the source do not quite meet. */
function withoutSlivers(topology: Topology, whole: Geometry): Geometry {
  const polygons = (whole.arcs ?? []) as number[][][];
  const area = (ring: number[]): number => ringArea(ringPoints(topology, ring));
  return {
    ...whole,
    arcs: polygons.map((rings) => rings.filter((ring, i) => i === 0 || area(ring) > SLIVER)),
  };
}

/** Lines where two neighbours meet, without the cut edges along the extent. */
function bordersBetween(tools: TopologyTools, topology: Topology, [west, south, east, north]: Box): Geometry {
  const object = topology.objects["neighbours"] ?? { type: "GeometryCollection", geometries: [] };
  const mesh = tools.meshArcs(topology, object, (a, b) => a !== b);
  const sides = [
    [0, west],
    [1, south],
    [0, east],
    [1, north],
  ] as const;
  const onEdge = (arc: number): boolean => {
    const points = topology.arcs[arc < 0 ? ~arc : arc] ?? [];
    return sides.some(([axis, limit]) =>
      points.every((point) => Math.abs((point[axis] ?? 0) - limit) < SNAP),
    );
  };
  const lines = ((mesh.arcs ?? []) as number[][])
    .map((line) => line.filter((arc) => !onEdge(arc)))
    .filter((line) => line.length > 0);
  return {
    type: "GeometryCollection",
    geometries: lines.length === 0 ? [] : [{ type: "MultiLineString", arcs: lines }],
  };
}

/** Leaves out neighbours' islands too small to see, and arcs that nothing uses any more. */
function dropSmall(
  tools: TopologyTools,
  topology: Topology,
  mine: ReadonlySet<number>,
  least: number,
): Topology {
  const big = (ring: number[]): boolean => {
    if (ring.some((arc) => mine.has(arc < 0 ? ~arc : arc))) return true;
    return ringArea(ringPoints(topology, ring)) > least;
  };
  for (const geometry of topology.objects["neighbours"]?.geometries ?? []) {
    if (geometry.type !== "MultiPolygon") continue;
    geometry.arcs = (geometry.arcs as number[][][]).filter(
      ([ring]) => ring && (ring.length > 1 || big(ring)),
    );
  }
  return tools.filter(topology, () => true);
}

function stripLayer(object: Geometry | undefined): BaseMapLayer {
  const geometries = (object?.geometries ?? [])
    .filter((geometry) => geometry.arcs !== undefined && geometry.arcs.length > 0)
    .map(({ type, id, arcs }) => ({ type, ...(id === undefined || id === "" ? {} : { id }), arcs }));
  return { type: "GeometryCollection", geometries: geometries as BaseMapLayer["geometries"] };
}

function widen([west, south, east, north]: Box, by: number): Box {
  return [west - by, Math.max(-85, south - by), east + by, Math.min(85, north + by)];
}

function toBounds([west, south, east, north]: Box): BaseMapFile["bounds"] {
  return [round(south), round(west), round(north), round(east)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
