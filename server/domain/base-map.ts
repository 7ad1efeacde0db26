import type { ArcIndexes, BaseMapFile, BaseMapGeometry, BaseMapLayer, Bounds } from "../contract/base-map.ts";

/** [longitude, latitude] in degrees, the order of GeoJSON. */
export type Position = [lon: number, lat: number];
/** An open line or a closed ring. */
export type Line = Position[];
/** The outer ring first, then its holes. */
export type Rings = Line[];

/** A shape ready to draw. */
export interface BaseMapShape {
  /** ISO 3166-2 or 3166-1 codes the shape stands for; empty for lakes. */
  codes: string[];
  polygons: Rings[];
}

/** A base map ready to draw. Paint in the order of the fields, from `neighbours` to `rivers`. */
export interface BaseMap {
  country: string;
  bounds: Bounds;
  extent: Bounds;
  neighbours: BaseMapShape[];
  borders: Line[];
  outline: BaseMapShape[];
  areas: BaseMapShape[];
  /** Borders between two areas of the country, each once. */
  areaBorders: Line[];
  lakes: BaseMapShape[];
  rivers: Line[];
}

/**
 * Turns a base map file into rings and lines in degrees. Pure; about 10 ms for the largest country.
 * Arcs are decoded once and shared by the shapes that use them.
 */
export function decodeBaseMap(file: BaseMapFile): BaseMap {
  const arcs = file.arcs.map((arc) => decodeArc(arc, file.transform));
  const shapes = (layer: BaseMapLayer): BaseMapShape[] =>
    layer.geometries.map((geometry) => ({
      codes: geometry.id === undefined ? [] : [geometry.id, ...(file.also[geometry.id] ?? [])],
      polygons: polygonArcs(geometry).map((rings) => rings.map((ring) => join(ring, arcs))),
    }));
  const lines = (layer: BaseMapLayer): Line[] =>
    layer.geometries.flatMap((geometry) =>
      geometry.type === "MultiLineString" ? geometry.arcs.map((line) => join(line, arcs)) : [],
    );
  return {
    country: file.country,
    bounds: file.bounds,
    extent: file.extent,
    neighbours: shapes(file.objects.neighbours),
    borders: lines(file.objects.borders),
    outline: shapes(file.objects.country),
    areas: shapes(file.objects.areas),
    areaBorders: sharedArcs(file.objects.areas).map((index) => arcs[index] ?? []),
    lakes: shapes(file.objects.lakes),
    rivers: lines(file.objects.rivers),
  };
}

function decodeArc(arc: [number, number][], { scale, translate }: BaseMapFile["transform"]): Line {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** Arcs end to end; the first point of each following arc repeats the last of the one before. */
function join(indexes: ArcIndexes, arcs: Line[]): Line {
  const line: Line = [];
  for (const index of indexes) {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    const skip = line.length === 0 ? 0 : 1;
    for (let i = skip; i < arc.length; i++) {
      const position = arc[index < 0 ? arc.length - 1 - i : i];
      if (position) line.push(position);
    }
  }
  return line;
}

function polygonArcs(geometry: BaseMapGeometry): ArcIndexes[][] {
  if (geometry.type === "Polygon") return [geometry.arcs];
  return geometry.type === "MultiPolygon" ? geometry.arcs : [];
}

function sharedArcs(layer: BaseMapLayer): number[] {
  const uses = new Map<number, number>();
  for (const geometry of layer.geometries) {
    for (const index of polygonArcs(geometry).flat(2)) {
      const arc = index < 0 ? ~index : index;
      uses.set(arc, (uses.get(arc) ?? 0) + 1);
    }
  }
  return [...uses].filter(([, count]) => count > 1).map(([arc]) => arc);
}
