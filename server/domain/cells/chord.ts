import { EARTH_RADIUS_KM } from "../distance.ts";

/**
 * Straight lines through a sphere of radius 1. They grow as distances along its surface do and cost no sine, so a scan
 * compares them and works out the true distance only where rounding could matter.
 */

const RADIANS = Math.PI / 180;

/**
 * How far a chord to a rounded point (32 bits a coordinate) may be from the true one, twice over: about 1.3 m. Two
 * chords that differ by more are in the order of their distances.
 */
export const CHORD_MARGIN = 2e-7;

/** Longer than any chord: for what has no distance. */
export const NO_CHORD = 3;

/** A `[latitude, longitude]` in degrees on a sphere of radius 1. */
export function toSphere([latitude, longitude]: readonly [number, number]): [number, number, number] {
  const flat = Math.cos(latitude * RADIANS);
  return [
    flat * Math.cos(longitude * RADIANS),
    flat * Math.sin(longitude * RADIANS),
    Math.sin(latitude * RADIANS),
  ];
}

/** The chord of a distance in kilometres; NO_CHORD for one that goes round the earth. */
export function chordOf(km: number): number {
  const half = km / (2 * EARTH_RADIUS_KM);
  return half >= Math.PI / 2 ? NO_CHORD : 2 * Math.sin(half);
}
