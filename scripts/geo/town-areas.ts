import { fold } from "#server/domain/fold.ts";
import type { CountrySource } from "./countries.ts";
import { boxOf, isInside, type Box, type Polygon } from "./geometry.ts";
import { ADMIN2_NAMES, AREA_OVERRIDES } from "./overrides.ts";
import type { GeoNames, Town } from "./read-geonames.ts";
import type { Crosswalk, IsoArea } from "./read-iso.ts";
import type { Shape } from "./topology.ts";

/** A town with the ISO 3166-2 code it lies in, "" when none was found. */
export interface PlacedTown extends Town {
  area: string;
}

/** GeoNames admin1 code of an area, from the overrides or the crosswalk. */
export function geonamesCode(code: string, crosswalk: ReadonlyMap<string, Crosswalk>): string | null {
  const known = AREA_OVERRIDES[code]?.geonames ?? crosswalk.get(code)?.admin1 ?? "";
  return known === "" ? null : known;
}

/**
 * Gives each town its area: by GeoNames code where that is current, by second-level name where the areas are finer,
 * by shape where the codes are newer than ISO 3166-2 (`townArea` in `countries.ts`).
 */
export function placeTowns(
  country: CountrySource,
  geonames: GeoNames,
  areas: readonly IsoArea[],
  crosswalk: ReadonlyMap<string, Crosswalk>,
  shapes: readonly Shape[],
): PlacedTown[] {
  const byAdmin1 = new Map(areas.map(({ code }) => [geonamesCode(code, crosswalk), code]));
  const byName = new Map(
    areas.filter((area) => area.parent !== country.code).map((area) => [fold(area.name), area.code]),
  );
  const boxed = shapes
    .filter((shape) => shape.id !== "")
    .flatMap(({ id, polygons }) =>
      polygons.map((polygon) => ({ id, polygon, box: boxOf(polygon[0] ?? []) })),
    );
  const mine = new Set([country.code, ...(country.geonames ?? [])]);

  const byAdmin2Name = (town: Town): string | undefined => {
    const name = geonames.admin2.get(`${town.country}.${town.admin1}.${town.admin2}`) ?? "";
    const bare = name.replace(/^Province of | (Zila|District)$/g, "");
    return ADMIN2_NAMES[`${town.country} ${bare}`] ?? byName.get(fold(bare));
  };
  const find = (town: Town): string => {
    if (town.country !== country.code) return byAdmin1.get(town.country) ?? "";
    const shape = shapeAt(boxed, town);
    if (country.townArea === "shape") return shape ?? "";
    if (country.townArea === "admin2") return byAdmin2Name(town) ?? byAdmin1.get(town.admin1) ?? shape ?? "";
    return byAdmin1.get(town.admin1) ?? shape ?? "";
  };
  return geonames.towns
    .filter((town) => mine.has(town.country))
    .map((town) => ({ ...town, area: find(town) }));
}

/** The largest town of an area: its seat first, then by population, then by name. */
export function mainTown(towns: readonly PlacedTown[]): PlacedTown | undefined {
  return [...towns].sort(
    (a, b) => seat(b) - seat(a) || b.population - a.population || (a.name < b.name ? -1 : 1),
  )[0];
}

function seat(town: Town): number {
  return town.feature === "PPLC" ? 2 : town.feature === "PPLA" ? 1 : 0;
}

/** The shape around a town, or the one whose vertex is nearest within 0.1 degree: harbours lie on the coast. */
function shapeAt(
  boxed: readonly { id: string; polygon: Polygon; box: Box }[],
  { lat, lon }: Town,
): string | undefined {
  let nearest: { id: string; gap: number } | undefined;
  for (const { id, polygon, box } of boxed) {
    if (lon < box[0] - 0.1 || lon > box[2] + 0.1 || lat < box[1] - 0.1 || lat > box[3] + 0.1) continue;
    if (isInside(polygon, [lon, lat])) return id;
    for (const [x, y] of polygon[0] ?? []) {
      const gap = Math.hypot(x - lon, y - lat);
      if (gap < (nearest?.gap ?? 0.1)) nearest = { id, gap };
    }
  }
  return nearest?.id;
}
