import type { Position, Ring } from "./geometry.ts";
import type { Shape } from "./topology.ts";

interface Vertex {
  position: Position;
  /** Numbers of the shapes that have this vertex. */
  shapes: Set<number>;
}

/**
 * The source draws some provinces each by itself: along a common border one has vertices that the other lacks, or has
 * them up to a kilometre away. This makes borders common again, so that they can be dissolved and simplified as one
 * line: a vertex moves onto one of another shape within `tolerance` degrees, and every edge takes in the vertices of
 * other shapes that lie on it. Borders that are exact already stay as they are.
 */
export function mendShapes(shapes: readonly Shape[], tolerance: number): Shape[] {
  const original = new VertexGrid(tolerance);
  eachVertex(shapes, (position, shape) => original.add(position, shape));
  const grid = new VertexGrid(tolerance);
  const snapped = mapRings(shapes, (ring, shape) =>
    ring.map((position) => {
      const target = original.isShared(position) ? position : grid.nearestOfOthers(position, shape, original);
      return grid.add(target, shape);
    }),
  );
  return mapRings(snapped, (ring, shape) => {
    const dense = ring.flatMap((end, i) =>
      i === 0 ? [end] : [...grid.along(ring[i - 1] ?? end, end, shape), end],
    );
    return closed(withoutSpikes(dense.slice(0, -1)));
  });
}

class VertexGrid {
  private readonly cells = new Map<string, Vertex[]>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  add(position: Position, shape: number): Position {
    const known = this.at(position);
    if (known) known.shapes.add(shape);
    else this.cell(position).push({ position, shapes: new Set([shape]) });
    return position;
  }

  isShared(position: Position): boolean {
    return (this.at(position)?.shapes.size ?? 0) > 1;
  }

  /** The nearest vertex within the tolerance that other shapes have and this one had not; the position itself if none. */
  nearestOfOthers(position: Position, shape: number, original: VertexGrid): Position {
    let best = position;
    let gap = this.size;
    for (const vertex of this.near(position, position)) {
      if (original.at(vertex.position)?.shapes.has(shape)) continue;
      const distance = Math.hypot(vertex.position[0] - position[0], vertex.position[1] - position[1]);
      if (distance < gap) [best, gap] = [vertex.position, distance];
    }
    return best;
  }

  /** Vertices of other shapes on the edge from a to b, in the order they are passed. */
  along(a: Position, b: Position, shape: number): Position[] {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = dx * dx + dy * dy;
    return this.near(a, b)
      .filter((vertex) => !vertex.shapes.has(shape))
      .map(({ position: [x, y] }) => ({
        x,
        y,
        t: length === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / length,
      }))
      .filter(({ x, y, t }) => t > 0 && t < 1 && Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) < this.size)
      .sort((p, q) => p.t - q.t)
      .map(({ x, y }): Position => [x, y]);
  }

  private at(position: Position): Vertex | undefined {
    return this.cell(position).find(
      (vertex) => vertex.position[0] === position[0] && vertex.position[1] === position[1],
    );
  }

  private near(a: Position, b: Position): Vertex[] {
    const found: Vertex[] = [];
    const [x1, x2] = [a[0], b[0]].sort((p, q) => p - q).map((x) => Math.floor(x / this.size));
    const [y1, y2] = [a[1], b[1]].sort((p, q) => p - q).map((y) => Math.floor(y / this.size));
    for (let x = (x1 ?? 0) - 1; x <= (x2 ?? 0) + 1; x++) {
      for (let y = (y1 ?? 0) - 1; y <= (y2 ?? 0) + 1; y++) found.push(...(this.cells.get(`${x} ${y}`) ?? []));
    }
    return found;
  }

  private cell([x, y]: Position): Vertex[] {
    const key = `${Math.floor(x / this.size)} ${Math.floor(y / this.size)}`;
    const cell = this.cells.get(key) ?? [];
    this.cells.set(key, cell);
    return cell;
  }
}

function eachVertex(shapes: readonly Shape[], visit: (position: Position, shape: number) => void): void {
  shapes.forEach(({ polygons }, shape) => polygons.flat(2).forEach((position) => visit(position, shape)));
}

function mapRings(shapes: readonly Shape[], change: (ring: Ring, shape: number) => Ring): Shape[] {
  return shapes.map(({ id, polygons }, shape) => ({
    id,
    polygons: polygons
      .map((polygon) => polygon.map((ring) => change(ring, shape)).filter((ring) => ring.length > 3))
      .filter((polygon) => polygon.length > 0),
  }));
}

/** Without repeated vertices and without going to a vertex and straight back. */
function withoutSpikes(ring: Ring): Ring {
  const kept: Ring = [];
  for (const position of ring) {
    if (same(position, kept.at(-1))) continue;
    if (same(position, kept.at(-2))) kept.pop();
    else kept.push(position);
  }
  while (kept.length > 2 && (same(kept[0], kept.at(-1)) || same(kept[1], kept.at(-1)))) {
    if (same(kept[0], kept.at(-1))) kept.pop();
    else kept.shift();
  }
  return kept;
}

function closed(ring: Ring): Ring {
  return ring[0] ? [...ring, ring[0]] : [];
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
