import { EVERYWHERE } from "#db/vocabulary.ts";

/** ISO 3166-1 of an area code: `TH-50` → `TH`. */
export function countryOf(area: string): string {
  return area.slice(0, 2);
}

/**
 * Whether help for `served` areas reaches somebody in `wanted`: the area itself, its whole country, or
 * everywhere; looking in a country finds what serves any part of it.
 */
export function servesArea(served: readonly string[], wanted: string): boolean {
  return served.some(
    (area) =>
      area === wanted ||
      area === EVERYWHERE ||
      wanted === EVERYWHERE ||
      (area.length === 2 && countryOf(wanted) === area) ||
      (wanted.length === 2 && countryOf(area) === wanted),
  );
}
