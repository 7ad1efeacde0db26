import { isInside, ringArea, type Position } from "./geometry.ts";
import type { Geometry, Topology } from "./topology.ts";

/** Merges geometries of a layer that share an id, so that borders between parts of one area go away. Sorted by id. */
export function dissolve(topology: Topology, name: string): void {
  const byId = new Map<string, Geometry[]>();
  for (const geometry of topology.objects[name]?.geometries ?? []) {
    byId.set(geometry.id ?? "", [...(byId.get(geometry.id ?? "") ?? []), geometry]);
  }
  const geometries = [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => ({ ...mergeShapes(topology, parts), id }));
  topology.objects[name] = { type: "GeometryCollection", geometries };
}

/**
 * The union of shapes that share their borders: the arcs used an odd number of times, put end to end. Parity always
 * leaves closed rings, also where a fault of the source makes three shapes meet along one line, which
 * topojson-client's merge does not survive.
 */
export function mergeShapes(topology: Topology, shapes: readonly Geometry[]): Geometry {
  const odd = new Set<number>();
  for (const arc of shapes.flatMap((shape) => (shape.arcs ?? []).flat(2) as number[])) {
    const index = arc < 0 ? ~arc : arc;
    if (!odd.delete(index)) odd.add(index);
  }
  const rings = stitch(
    topology,
    [...odd].sort((a, b) => a - b),
  );
  return { type: "MultiPolygon", arcs: groupRings(topology, rings) };
}

/** Points of one arc, backwards for a negative index. */
export function arcPoints(topology: Topology, arc: number): Position[] {
  const points = (topology.arcs[arc < 0 ? ~arc : arc] ?? []) as Position[];
  return arc < 0 ? points.toReversed() : points;
}

/** Points of a ring; where two arcs meet the point is there twice, which does no harm to areas and containment. */
export function ringPoints(topology: Topology, ring: readonly number[]): Position[] {
  return ring.flatMap((arc) => arcPoints(topology, arc));
}

function stitch(topology: Topology, arcs: readonly number[]): number[][] {
  const leaving = new Map<string, number[]>();
  const start = (arc: number): string => String(arcPoints(topology, arc)[0]);
  for (const arc of arcs) {
    for (const way of [arc, ~arc]) leaving.set(start(way), [...(leaving.get(start(way)) ?? []), way]);
  }
  const used = new Set<number>();
  const rings: number[][] = [];
  for (const first of arcs) {
    if (used.has(first)) continue;
    const ring: number[] = [];
    for (let arc: number | undefined = first; arc !== undefined;) {
      ring.push(arc);
      used.add(arc < 0 ? ~arc : arc);
      const end = start(~arc);
      arc =
        end === start(first) ? undefined : leaving.get(end)?.find((way) => !used.has(way < 0 ? ~way : way));
    }
    rings.push(ring);
  }
  return rings;
}

/** Outer rings, each followed by the holes directly inside it. */
function groupRings(topology: Topology, rings: readonly number[][]): number[][][] {
  const sized = rings
    .map((ring) => ({ ring, points: ringPoints(topology, ring), holes: [] as number[][] }))
    .map((entry) => ({ ...entry, area: ringArea(entry.points) }))
    .sort((a, b) => b.area - a.area);
  const outer: typeof sized = [];
  for (const entry of sized) {
    const around = sized.filter(
      (other) => other.area > entry.area && isInside([other.points], entry.points[0] ?? [0, 0]),
    );
    const parent = around.at(-1);
    if (parent && around.length % 2 === 1) parent.holes.push(entry.ring);
    else outer.push(entry);
  }
  return outer.map(({ ring, holes }) => [ring, ...holes]);
}
