/** Small area finders for tests: real rules are tested with the areas, these give readers something to ask. */
import type { AreaFinder } from "#server/exchange/read-result.ts";

export interface TestArea {
  code: string;
  names: string[];
  /** [south, west, north, east] in degrees. */
  box?: [number, number, number, number];
  /** Outer rings, [longitude, latitude]. */
  rings?: [number, number][][];
}

/** Finds areas by code, exact name, box or ring; knows no towns unless told. */
export function finderOf(areas: readonly TestArea[], town?: string): AreaFinder {
  const fold = (text: string): string =>
    text
      .normalize("NFD")
      .replaceAll(/[\p{M}\s'’-]/gu, "")
      .toLowerCase();
  return {
    byCode: (code) => areas.find((area) => area.code === code)?.code,
    byName: (text, country) =>
      areas.find(
        (area) => area.code.startsWith(country) && area.names.some((name) => fold(name) === fold(text)),
      )?.code,
    hasShapes: (country) =>
      areas.some((area) => area.code.startsWith(country) && (area.box ?? area.rings) !== undefined),
    byPoint: (latitude, longitude, country) =>
      areas.find((area) => area.code.startsWith(country) && holds(area, latitude, longitude))?.code,
    nearestTown: () => town,
  };
}

function holds(area: TestArea, latitude: number, longitude: number): boolean {
  if (area.box) {
    const [south, west, north, east] = area.box;
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  }
  return (area.rings ?? []).some((ring) => {
    let inside = false;
    ring.forEach(([x, y], at) => {
      const [px, py] = ring[(at + ring.length - 1) % ring.length] ?? [0, 0];
      if (y > latitude !== py > latitude && longitude < ((px - x) * (latitude - y)) / (py - y) + x)
        inside = !inside;
    });
    return inside;
  });
}

/** A made-up country, TH in code only, with two provinces. */
export const TWO_PROVINCES = finderOf([
  { code: "TH-50", names: ["Chiang Mai", "เชียงใหม่"], box: [18, 98, 20, 100] },
  { code: "TH-10", names: ["Bangkok", "กรุงเทพมหานคร"], box: [13, 100, 14, 101] },
]);
