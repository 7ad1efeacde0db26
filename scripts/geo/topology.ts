import type { Box, Polygon, Position } from "./geometry.ts";
import { load } from "./read-iso.ts";
import type { Sources } from "./sources.ts";

/** The parts of TopoJSON that the build works with. */
export interface Geometry {
  type: string;
  id?: string;
  arcs?: unknown[];
  geometries?: Geometry[];
}
export interface Topology {
  type: "Topology";
  bbox?: Box;
  transform?: { scale: [number, number]; translate: [number, number] };
  arcs: number[][][];
  objects: Record<string, Geometry>;
}
interface Feature {
  id?: string;
  geometry: { type: string; coordinates: unknown } | null;
}
interface Client {
  feature(topology: Topology, object: Geometry): { features: Feature[] };
  meshArcs(topology: Topology, object: Geometry, filter: (a: Geometry, b: Geometry) => boolean): Geometry;
  quantize(topology: Topology, transform: Topology["transform"]): Topology;
}

/** A shape with its code. */
export interface Shape {
  id: string;
  polygons: Polygon[];
}

/** The topojson packages of the sources folder. */
export interface TopologyTools extends Client {
  topology(objects: Record<string, unknown>): Topology;
  presimplify(topology: Topology): Topology;
  filter(topology: Topology, keep: () => boolean): Topology;
}

/** Loads topojson-server, -simplify and -client. */
export async function loadTopologyTools(sources: Sources): Promise<TopologyTools> {
  const client = await load<Client>(sources.npm("topojson-client", "src/index.js"));
  const server = await load<Pick<TopologyTools, "topology">>(sources.npm("topojson-server", "src/index.js"));
  const simplify = await load<Pick<TopologyTools, "presimplify" | "filter">>(
    sources.npm("topojson-simplify", "src/index.js"),
  );
  const { feature, meshArcs, quantize } = client;
  return {
    feature,
    meshArcs,
    quantize,
    topology: server.topology,
    presimplify: simplify.presimplify,
    filter: simplify.filter,
  };
}

/** Shapes as a GeoJSON collection, the input of topojson-server. */
export function shapeCollection(shapes: readonly Shape[]): unknown {
  return {
    type: "FeatureCollection",
    features: shapes.map(({ id, polygons }) => ({
      type: "Feature",
      id,
      properties: null,
      geometry: { type: "MultiPolygon", coordinates: polygons },
    })),
  };
}

/** Lines as one GeoJSON feature. */
export function lineCollection(lines: readonly Position[][]): unknown {
  const features =
    lines.length === 0
      ? []
      : [{ type: "Feature", properties: null, geometry: { type: "MultiLineString", coordinates: lines } }];
  return { type: "FeatureCollection", features };
}

/** The shapes of an object, one for each geometry, with the properties that `id` reads. */
export function shapesOf(tools: TopologyTools, topology: Topology, object: Geometry): Shape[] {
  return tools
    .feature(topology, object)
    .features.map(({ id = "", geometry }) => ({ id, polygons: polygonsOf(geometry) }));
}

/** The lines of an object. */
export function linesOf(tools: TopologyTools, topology: Topology, object: Geometry): Position[][] {
  return tools.feature(topology, object).features.flatMap(({ geometry }) => {
    if (geometry?.type === "LineString") return [geometry.coordinates as Position[]];
    return geometry?.type === "MultiLineString" ? (geometry.coordinates as Position[][]) : [];
  });
}

/** Polygons of a GeoJSON geometry; none for points and lines. */
export function polygonsOf(geometry: Feature["geometry"]): Polygon[] {
  if (geometry?.type === "Polygon") return [geometry.coordinates as Polygon];
  return geometry?.type === "MultiPolygon" ? (geometry.coordinates as Polygon[]) : [];
}

/** Arc numbers that an object uses. */
export function arcsUsed(object: Geometry | undefined): Set<number> {
  const used = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value === "number") used.add(value < 0 ? ~value : value);
    else if (Array.isArray(value)) value.forEach(walk);
  };
  walk(object?.arcs);
  for (const part of object?.geometries ?? []) for (const arc of arcsUsed(part)) used.add(arc);
  return used;
}

/**
 * Leaves out the points of an arc that matter less than `weight(arc)` square degrees (Visvalingam). Closed arcs keep
 * their three weightiest inner points, so that a small island stays an island.
 */
export function simplifyArcs(
  tools: TopologyTools,
  topology: Topology,
  weight: (arc: number) => number,
): Topology {
  const weighed = tools.presimplify(topology);
  weighed.arcs = weighed.arcs.map((arc, index) => {
    const first = arc[0] ?? [];
    const last = arc.at(-1) ?? [];
    const closed = first[0] === last[0] && first[1] === last[1];
    const inner = arc
      .slice(1, -1)
      .map((point) => point[2] ?? 0)
      .sort((a, b) => b - a);
    const limit = closed ? Math.min(weight(index), inner[2] ?? 0) : weight(index);
    return arc.filter((point) => (point[2] ?? Infinity) >= limit).map(([x = 0, y = 0]) => [x, y]);
  });
  return weighed;
}
