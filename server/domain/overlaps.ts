import { type Need, PROVIDER_TYPES, type ProviderType, type Scope } from "#db/vocabulary.ts";
import type { Covering } from "./coverage.ts";

/** The same help by several organisations in one area: R58, "avoid duplication of services". */
export interface Overlap {
  readonly area: string;
  readonly service: string;
  readonly need: Need | null;
  readonly scope: Scope;
  /** Codes of the listings, sorted. */
  readonly listings: readonly string[];
  /** How many organisations are behind them. */
  readonly providers: number;
}

/**
 * Where one kind of help is offered by two organisations or more in the very same area, the most first. Help for a
 * whole country stands apart from help in one of its areas: it is no overlap with each of them.
 */
export function overlaps(
  listings: readonly Covering[],
  areas: readonly string[],
  needOf: (service: string) => Need | null,
): readonly Overlap[] {
  const groups = new Map<string, { codes: string[]; providers: Set<string>; overlap: Overlap }>();
  for (const { facts, organizationId } of listings) {
    for (const area of facts.areas.filter((code) => areas.includes(code))) {
      for (const service of facts.services) {
        const key = `${area} ${service} ${facts.scope}`;
        const group = groups.get(key) ?? {
          codes: [],
          providers: new Set<string>(),
          overlap: { area, service, need: needOf(service), scope: facts.scope, listings: [], providers: 0 },
        };
        group.codes.push(facts.code);
        group.providers.add(organizationId);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .filter(({ providers }) => providers.size > 1)
    .map(({ codes, providers, overlap }) => ({
      ...overlap,
      listings: codes.sort(),
      providers: providers.size,
    }))
    .sort((a, b) => b.providers - a.providers || compare(a.area, b.area) || compare(a.service, b.service));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Kinds of provider of which an area has no listing at all (R02): of its own, its country's and everywhere's. */
export function missingProviderTypes(listings: readonly Covering[], area: string): readonly ProviderType[] {
  const reach = new Set([area, area.slice(0, 2), "001"]);
  const there = new Set(
    listings
      .filter(({ facts }) => facts.areas.some((code) => reach.has(code)))
      .map(({ facts }) => facts.providerType),
  );
  return PROVIDER_TYPES.filter((type) => !there.has(type));
}
