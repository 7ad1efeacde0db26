import type { IsoArea } from "./read-iso.ts";
import type { AreaPolygons } from "#server/domain/area-of-point.ts";
import { newerInside } from "./build-areas.ts";
import type { CountrySource } from "./countries.ts";
import type { Polygon } from "./geometry.ts";
import { shapeCollection, shapesOf, simplifyArcs, type Shape, type TopologyTools } from "./topology.ts";
import { dissolve } from "./dissolve.ts";
import type { PlacedTown } from "./town-areas.ts";

/** Triangles below this many square degrees are dropped: the line moves by some 250 m. */
const WEIGHT = 3e-6;
/** Enough towns to tell two areas apart, few enough to keep the file small. */
const SEEDS_PER_AREA = 60;

/** The shapes of a country for telling which area a point lies in. */
export function buildPolygons(
  tools: TopologyTools,
  country: CountrySource,
  iso: readonly IsoArea[],
  shapes: readonly Shape[],
  towns: readonly PlacedTown[],
): AreaPolygons {
  const parents = new Map(iso.map(({ code, parent }) => [code, parent]));
  const codes = iso.filter(({ parent }) => parent === country.code).map(({ code }) => code);
  const topology = tools.topology({ areas: shapeCollection(shapes) });
  dissolve(topology, "areas");
  const simple = simplifyArcs(tools, topology, () => WEIGHT);
  const areas = simple.objects["areas"] ?? { type: "GeometryCollection" };
  const polygons = shapesOf(tools, simple, areas).map(({ id, polygons: parts }) => ({
    // A shape without a code is the whole country where no current shapes exist: its towns decide.
    codes: id === "" ? codes : [id, ...newerInside(id)],
    rings: parts.flatMap((polygon: Polygon) => polygon.map(encodeRing)).filter((ring) => ring.length > 6),
  }));
  const shared = new Set(
    polygons.filter((polygon) => polygon.codes.length > 1).flatMap((polygon) => polygon.codes),
  );
  const seeds = [...shared].sort().flatMap((code) =>
    towns
      .filter((town) => town.area === code || parents.get(town.area) === code)
      .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
      .slice(0, SEEDS_PER_AREA)
      .map((town): [string, number, number] => [code, round(town.lat), round(town.lon)]),
  );
  return { country: country.code, polygons, seeds };
}

/** First vertex, then steps, in 1/1000 degree; vertices that fall together are one. */
function encodeRing(ring: readonly (readonly [number, number])[]): number[] {
  const encoded: number[] = [];
  let [px, py] = [0, 0];
  ring.forEach(([lon, lat], i) => {
    const [x, y] = [Math.round(lon * 1000), Math.round(lat * 1000)];
    if (i > 0 && x === px && y === py) return;
    encoded.push(x - px, y - py);
    [px, py] = [x, y];
  });
  return encoded;
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
