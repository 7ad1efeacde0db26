/** Which area an entry of the UNHCR Jordan set serves. */
import type { AreaFinder } from "../read-result.ts";
import { lookUp } from "../look-up.ts";

export const COUNTRY = "JO";

/** The three regions of Jordan as its statistics office draws them, by governorate (ISO 3166-2). */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  North: ["JO-IR", "JO-MA", "JO-JA", "JO-AJ"],
  Central: ["JO-AM", "JO-AZ", "JO-BA", "JO-MD"],
  South: ["JO-KA", "JO-AT", "JO-MN", "JO-AQ"],
};

/** Areas that the coverage names on its own: the whole country or a region; undefined: where the place is. */
export function coveredAreas(coverage: readonly string[], areas: AreaFinder): string[] | undefined {
  if (coverage.includes("Countrywide")) return [COUNTRY];
  const codes = coverage.flatMap((name) => lookUp(REGIONS, name) ?? []);
  if (codes.length === 0) return undefined;
  return codes.every((code) => areas.byCode(code) !== undefined) ? codes : [COUNTRY];
}

/** Names to look an area up by: the place's own and, without “Governorate”, the province's. Cities come by point. */
export function areaNames(locationName: string): string[] {
  const province = /^(.*) Governorate$/u.exec(locationName.trim())?.[1];
  return province === undefined ? [] : [province, `Al ${province}`, locationName];
}
