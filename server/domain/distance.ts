/** Mean radius of the earth. */
export const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in kilometres between two `[latitude, longitude]` points in degrees. A straight line:
 * never the length of the way.
 */
export function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const dLat = (b[0] - a[0]) * RADIANS;
  const dLon = (b[1] - a[1]) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[0] * RADIANS) * Math.cos(b[0] * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Distance in kilometres from a point to a box `[south, west, north, east]` in degrees; 0 inside. */
export function distanceToBox(
  point: readonly [number, number],
  [south, west, north, east]: readonly [number, number, number, number],
): number {
  const nearest: [number, number] = [
    Math.min(Math.max(point[0], south), north),
    Math.min(Math.max(point[1], west), east),
  ];
  return distanceKm(point, nearest);
}
