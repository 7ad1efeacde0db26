/** Coordinates, checked against the country they should lie in. Doubtful ones are not kept as coordinates. */
import type { AreaFinder } from "./read-result.ts";

export type PointReading =
  | { latitude: number; longitude: number }
  | { code: "point-impossible" | "point-swapped" | "point-outside" | "point-zero"; reason: string };

/**
 * A point in degrees, or why it is doubtful: not numbers or out of range; outside the country and inside it the other
 * way round (then the two were swapped, most likely, and a person decides); outside it either way; 0, 0.
 */
export function readPoint(
  latitude: string,
  longitude: string,
  country: string | undefined,
  areas: AreaFinder,
): PointReading {
  const [lat, lon] = [degrees(latitude), degrees(longitude)];
  if (lat === undefined || lon === undefined || Math.abs(lat) > 180 || Math.abs(lon) > 180) {
    return { code: "point-impossible", reason: "these are not coordinates in degrees" };
  }
  if (lat === 0 && lon === 0) return { code: "point-zero", reason: "0, 0 stands for “not known”" };
  const shapes = country !== undefined && areas.hasShapes(country);
  const inside = (y: number, x: number): boolean =>
    shapes && Math.abs(y) <= 90 && areas.byPoint(y, x, country) !== undefined;
  if (shapes && !inside(lat, lon)) {
    return inside(lon, lat)
      ? {
          code: "point-swapped",
          reason: `latitude and longitude seem to be swapped: the other way round is in ${country}`,
        }
      : { code: "point-outside", reason: `the point is not in ${country}` };
  }
  if (Math.abs(lat) > 90) return { code: "point-impossible", reason: "a latitude is between -90 and 90" };
  return { latitude: lat, longitude: lon };
}

function degrees(text: string): number | undefined {
  const value = text.trim();
  return /^[+-]?\d{1,3}(\.\d+)?$/u.test(value) ? Number(value) : undefined;
}
