/** Plane geometry in degrees. Everything here is pure. */

export type Position = [lon: number, lat: number];
export type Ring = Position[];
/** The outer ring first, then its holes. */
export type Polygon = Ring[];
/** [west, south, east, north]. */
export type Box = [west: number, south: number, east: number, north: number];

/** The smallest box around positions. */
export function boxOf(positions: Iterable<Position>): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Area of a ring in square degrees, without sign. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = at(ring, i);
    const [x2, y2] = at(ring, (i + 1) % ring.length);
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}

/** Even-odd rule over the rings of one polygon. */
export function isInside(polygon: Polygon, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1, y1] = at(ring, i);
      const [x2, y2] = at(ring, j);
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/**
 * The point of a polygon that lies farthest from its edge, to 0.01 degree: well inside and the same on every run.
 * Cells are halved while they could still hold a better point (the idea of Mapbox's polylabel).
 */
export function innermostPoint(polygon: Polygon): Position {
  const [west, south, east, north] = boxOf(polygon[0] ?? []);
  const half = Math.min(east - west, north - south) / 2;
  let best: { position: Position; depth: number } = {
    position: [(west + east) / 2, (south + north) / 2],
    depth: -Infinity,
  };
  let cells: { x: number; y: number; half: number }[] = [];
  for (let x = west + half; x < east + half; x += half * 2) {
    for (let y = south + half; y < north + half; y += half * 2) cells.push({ x, y, half });
  }
  while (cells.length > 0) {
    const next: typeof cells = [];
    for (const cell of cells) {
      const depth = signedDepth(polygon, [cell.x, cell.y]);
      if (depth > best.depth) best = { position: [cell.x, cell.y], depth };
      if (depth + cell.half * Math.SQRT2 - best.depth <= 0.01) continue;
      const h = cell.half / 2;
      for (const dx of [-h, h])
        for (const dy of [-h, h]) next.push({ x: cell.x + dx, y: cell.y + dy, half: h });
    }
    cells = next;
  }
  return best.position;
}

/**
 * Where the name of a whole country belongs: near its middle, on its own land and not at an edge. Of a grid of
 * 48 steps across the longer side it takes the point that is nearest to the centre of gravity, where a point
 * deeper inside may lie as much farther away. Null where there is no shape.
 */
export function middlePoint(polygons: readonly Polygon[]): Position | null {
  const [west, south, east, north] = boxOf(polygons.flatMap(([outer]) => outer ?? []));
  const centre = centreOfGravity(polygons);
  if (centre === null) return null;
  const step = Math.max(east - west, north - south) / 48;
  let best: { position: Position; cost: number } | null = null;
  for (const polygon of polygons) {
    const [left, bottom, right, top] = boxOf(polygon[0] ?? []);
    for (let x = west + step / 2; x < right; x += step) {
      for (let y = south + step / 2; y < top; y += step) {
        if (x < left || y < bottom) continue;
        const away = Math.hypot(x - centre[0], y - centre[1]);
        if (best !== null && away - step * 12 > best.cost) continue;
        const depth = signedDepth(polygon, [x, y]);
        const cost = away - Math.min(depth, step * 12);
        if (depth > 0 && (best === null || cost < best.cost)) best = { position: [x, y], cost };
      }
    }
  }
  return best?.position ?? null;
}

/** Centre of gravity of the outer rings, by their areas in degrees. */
function centreOfGravity(polygons: readonly Polygon[]): Position | null {
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (const [ring = []] of polygons) {
    let ringTwice = 0;
    let ringX = 0;
    let ringY = 0;
    for (let i = 0; i < ring.length; i++) {
      const [x1, y1] = at(ring, i);
      const [x2, y2] = at(ring, (i + 1) % ring.length);
      const cross = x1 * y2 - x2 * y1;
      ringTwice += cross;
      ringX += (x1 + x2) * cross;
      ringY += (y1 + y2) * cross;
    }
    const sign = Math.sign(ringTwice);
    twice += sign * ringTwice;
    sumX += sign * ringX;
    sumY += sign * ringY;
  }
  return twice === 0 ? null : [sumX / (3 * twice), sumY / (3 * twice)];
}

/** Clips a polygon to a box (Sutherland and Hodgman). Rings that leave nothing are dropped. */
export function clipPolygon(polygon: Polygon, box: Box): Polygon {
  const clipped = polygon.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 3);
  return clipped[0] === undefined || (polygon[0] && clipRing(polygon[0], box).length < 4) ? [] : clipped;
}

/** The pieces of a line that lie in a box, cut at vertices: the cut is outside the view anyway. */
export function clipLine(line: Position[], [west, south, east, north]: Box): Position[][] {
  const pieces: Position[][] = [[]];
  for (const position of line) {
    const [x, y] = position;
    if (x >= west && x <= east && y >= south && y <= north) pieces.at(-1)?.push(position);
    else if (pieces.at(-1)?.length) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

function clipRing(ring: Ring, box: Box): Ring {
  let points = ring.slice(0, -1);
  for (const side of [0, 1, 2, 3] as const) {
    const axis = side % 2 === 0 ? 0 : 1;
    const limit = box[side];
    const keeps = (p: Position): boolean => (side < 2 ? p[axis] >= limit : p[axis] <= limit);
    const input = points;
    points = [];
    input.forEach((current, i) => {
      const previous = at(input, (i + input.length - 1) % input.length);
      if (keeps(current) !== keeps(previous)) points.push(crossing(previous, current, axis, limit));
      if (keeps(current)) points.push(current);
    });
  }
  const first = points[0];
  return first ? [...points, first] : [];
}

function crossing(a: Position, b: Position, axis: 0 | 1, limit: number): Position {
  const t = (limit - a[axis]) / (b[axis] - a[axis]);
  const other = axis === 0 ? a[1] + t * (b[1] - a[1]) : a[0] + t * (b[0] - a[0]);
  return axis === 0 ? [limit, other] : [other, limit];
}

function signedDepth(polygon: Polygon, position: Position): number {
  let squared = Infinity;
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++)
      squared = Math.min(squared, segmentDistance(position, at(ring, i - 1), at(ring, i)));
  }
  return (isInside(polygon, position) ? 1 : -1) * Math.sqrt(squared);
}

function segmentDistance([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2;
}

function at(ring: readonly Position[], index: number): Position {
  return ring[index] ?? [0, 0];
}
