/** Which first-level area a point lies in. For imports and for the back office; never sent to the public site. */

/** One shape of `db/places/polygons/{CC}.json`. */
export interface AreaPolygon {
  /** ISO 3166-2 codes inside the shape: more than one where the shape is older than a split. */
  codes: string[];
  /** Rings, outer ones and holes alike: x, y of the first point, then steps, in 1/1000 degree; x is longitude. */
  rings: number[][];
}

/** `db/places/polygons/{CC}.json`: shapes good to about 1 km. */
export interface AreaPolygons {
  /** ISO 3166-1 alpha-2 code. */
  country: string;
  polygons: AreaPolygon[];
  /** Towns that tell apart the areas sharing one shape: [code, lat, lon]. */
  seeds: [code: string, lat: number, lon: number][];
}

/** The answer of `areaOfPoint`. */
export interface AreaOfPoint {
  /** ISO 3166-2 code. */
  code: string;
  /** `inside` a shape of its own; `approximate`: taken from the nearest town or coast, to be checked by a person. */
  certainty: "inside" | "approximate";
}

/** Anything with a place and an ISO 3166-2 code; the rows of a place index fit. */
export interface TownPoint {
  name: string;
  area: string;
  lat: number;
  lon: number;
}

/** A harbour or an island may lie outside the simplified coast by this much, in km. */
const COAST_TOLERANCE_KM = 5;
const KM_PER_DEGREE = 111.2;

/**
 * The ISO 3166-2 area at a point in degrees, or null when it is more than 5 km outside every shape of the country.
 * Even-odd rule over all rings of a shape, so holes need no mark of their own.
 */
export function areaOfPoint(areas: AreaPolygons, lat: number, lon: number): AreaOfPoint | null {
  let nearest: AreaPolygon | undefined;
  let nearestKm = COAST_TOLERANCE_KM;
  for (const polygon of areas.polygons) {
    const { inside, km } = locate(polygon, lat, lon);
    if (inside) return choose(areas, polygon, lat, lon, "inside");
    if (km < nearestKm) [nearest, nearestKm] = [polygon, km];
  }
  return nearest ? choose(areas, nearest, lat, lon, "approximate") : null;
}

/** The nearest of the towns passed in, with the distance in km, or null when there are none. */
export function nearestTownArea(
  towns: Iterable<TownPoint>,
  lat: number,
  lon: number,
): { area: string; name: string; km: number } | null {
  let best: { area: string; name: string; km: number } | null = null;
  for (const town of towns) {
    if (town.area === "") continue;
    const km = flatKm(town.lat - lat, town.lon - lon, lat);
    if (!best || km < best.km) best = { area: town.area, name: town.name, km };
  }
  return best;
}

function choose(
  areas: AreaPolygons,
  polygon: AreaPolygon,
  lat: number,
  lon: number,
  certainty: AreaOfPoint["certainty"],
): AreaOfPoint | null {
  const [only, ...others] = polygon.codes;
  if (only === undefined) return null;
  if (others.length === 0) return { code: only, certainty };
  const seeds = areas.seeds
    .filter(([code]) => polygon.codes.includes(code))
    .map(([code, seedLat, seedLon]) => ({ name: code, area: code, lat: seedLat, lon: seedLon }));
  return { code: nearestTownArea(seeds, lat, lon)?.area ?? only, certainty: "approximate" };
}

/** Whether a point is inside, and how many km it is from the nearest edge. */
function locate(polygon: AreaPolygon, lat: number, lon: number): { inside: boolean; km: number } {
  let inside = false;
  let km = Infinity;
  for (const ring of polygon.rings) {
    let x1 = (ring[0] ?? 0) / 1000;
    let y1 = (ring[1] ?? 0) / 1000;
    for (let i = 2; i + 1 < ring.length; i += 2) {
      const x2 = x1 + (ring[i] ?? 0) / 1000;
      const y2 = y1 + (ring[i + 1] ?? 0) / 1000;
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
      km = Math.min(km, kmToSegment(lat, lon, x1, y1, x2, y2));
      [x1, y1] = [x2, y2];
    }
  }
  return { inside, km };
}

function kmToSegment(lat: number, lon: number, x1: number, y1: number, x2: number, y2: number): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [ax, ay, bx, by] = [(x1 - lon) * shrink, y1 - lat, (x2 - lon) * shrink, y2 - lat];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (ax * (ax - bx) + ay * (ay - by)) / length));
  return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)) * KM_PER_DEGREE;
}

function flatKm(dLat: number, dLon: number, lat: number): number {
  return Math.hypot(dLat, dLon * Math.cos((lat * Math.PI) / 180)) * KM_PER_DEGREE;
}
