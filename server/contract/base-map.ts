/**
 * The base map of one country as it crosses the wire (`web/public/map/{CC}.json`): a TopoJSON topology, so that
 * neighbouring provinces share their border and no gap opens between them. `server/domain/base-map.ts` decodes it.
 */

/** [south, west, north, east] in degrees. */
export type Bounds = [south: number, west: number, north: number, east: number];

/** Indexes into `arcs`; a negative index `~i` is arc `i` read backwards (TopoJSON 1.0 §2.1.4). */
export type ArcIndexes = number[];

/** One shape of the topology. `id` is an ISO 3166-2 code (areas) or an ISO 3166-1 code (neighbours). */
export type BaseMapGeometry =
  | { type: "Polygon"; id?: string; arcs: ArcIndexes[] }
  | { type: "MultiPolygon"; id?: string; arcs: ArcIndexes[][] }
  | { type: "MultiLineString"; id?: string; arcs: ArcIndexes[] };

/** A layer of the topology. */
export interface BaseMapLayer {
  type: "GeometryCollection";
  geometries: BaseMapGeometry[];
}

/** The file. Coordinates are integers, delta-encoded along each arc: lon = x * scale[0] + translate[0]. */
export interface BaseMapFile {
  type: "Topology";
  /** ISO 3166-1 alpha-2 code of the country drawn in detail. */
  country: string;
  /** The country itself; the first view. */
  bounds: Bounds;
  /** Everything that is drawn; panning further shows nothing. */
  extent: Bounds;
  /** Newer areas drawn inside an older shape: shape id to the further ISO 3166-2 codes it stands for. */
  also: Record<string, string[]>;
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: {
    /** First-level areas of the country. Empty where no current shapes exist under an open licence. */
    areas: BaseMapLayer;
    /** The country as one shape. */
    country: BaseMapLayer;
    /** Other countries' land inside `extent`, coarse. */
    neighbours: BaseMapLayer;
    /** Borders between two neighbours. */
    borders: BaseMapLayer;
    lakes: BaseMapLayer;
    rivers: BaseMapLayer;
  };
}

/** Names the map and the printed directory must show. Text around them is translated; these names are not. */
export const MAP_CREDIT = {
  shapes: { name: "Natural Earth", url: "https://www.naturalearthdata.com/" },
  places: {
    name: "GeoNames",
    url: "https://www.geonames.org/",
    licence: "CC BY 4.0",
    licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
  },
  areaNames: { name: "Unicode CLDR", url: "https://cldr.unicode.org/" },
} as const;
