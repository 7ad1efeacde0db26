/** The area of a place, in the order of the contract: code, name, point, nearest town, country. Each way is counted. */
import { AREA_WAYS, type AreaFinder, type AreaWay } from "./read-result.ts";

export interface PlaceHints {
  /** ISO 3166-1 alpha-2; without it only a full code can be used. */
  country?: string | undefined;
  /** Codes that the source gives: `TH-50`, or `50` inside the country. */
  codes?: readonly (string | undefined)[];
  /** Names in any language, the surest first. */
  names?: readonly (string | undefined)[];
  latitude?: number | undefined;
  longitude?: number | undefined;
  /** The source says that it is for the whole country. */
  countrywide?: boolean;
}

export class AreaSearch {
  readonly counts: Record<AreaWay, number>;
  readonly #finder: AreaFinder;

  constructor(finder: AreaFinder) {
    this.#finder = finder;
    this.counts = Object.fromEntries(AREA_WAYS.map((way) => [way, 0])) as Record<AreaWay, number>;
  }

  /** The area of a place and how it was found; the code is undefined only when not even the country is known. */
  find(hints: PlaceHints): { code: string | undefined; way: AreaWay } {
    const found = this.#search(hints);
    this.counts[found.way] += 1;
    return found;
  }

  #search(hints: PlaceHints): { code: string | undefined; way: AreaWay } {
    const { country, latitude, longitude } = hints;
    for (const given of hints.codes ?? []) {
      if (!given) continue;
      const local: string | undefined =
        country === undefined ? undefined : this.#finder.byCode(`${country}-${given}`);
      const code: string | undefined = this.#finder.byCode(given) ?? local;
      if (code !== undefined && (!country || code.startsWith(country))) return { code, way: "code" };
    }
    if (!country) return { code: undefined, way: "none" };
    if (hints.countrywide === true) return { code: country, way: "country" };
    for (const name of hints.names ?? []) {
      const code: string | undefined = name ? this.#finder.byName(name, country) : undefined;
      if (code !== undefined && code !== country) return { code, way: "name" };
    }
    if (latitude !== undefined && longitude !== undefined) {
      const inside = this.#finder.byPoint(latitude, longitude, country);
      if (inside !== undefined) return { code: inside, way: "point" };
      const near = this.#finder.nearestTown(latitude, longitude, country);
      if (near !== undefined) return { code: near, way: "town" };
    }
    return { code: country, way: "country" };
  }
}
