/** Which listings a list of HSDS answers. Pure: a filter and a listing in, yes or no out. */
import type { PublishedListing } from "#server/contract/listing.ts";
import { servesArea } from "#server/domain/area-served.ts";
import { distanceKm } from "#server/domain/distance.ts";
import { hasWords, searchable } from "#server/domain/search-text.ts";
import type { HsdsContext } from "./context.ts";
import { isMeasured } from "./to-places.ts";
import { type HsdsTaxonomies, taxonomyId, type TaxonomyKey } from "./taxonomies.ts";

export interface HsdsFilter {
  readonly search?: string | undefined;
  readonly taxonomy_term_id?: readonly string[] | undefined;
  readonly taxonomy_id?: readonly string[] | undefined;
  readonly area?: string | undefined;
  readonly scope?: string | undefined;
}

/** Whether a filter asks for anything that only the listing itself can answer. */
export function isOpenFilter(filter: HsdsFilter): boolean {
  return (
    filter.search === undefined &&
    filter.taxonomy_term_id === undefined &&
    filter.taxonomy_id === undefined &&
    filter.area === undefined &&
    filter.scope === undefined
  );
}

/** Whether everything that was asked holds (cumulative AND). */
export function passesFilter(
  listing: PublishedListing,
  filter: HsdsFilter,
  taxonomies: HsdsTaxonomies,
): boolean {
  const { facts } = listing;
  return (
    (filter.scope === undefined || facts.scope === filter.scope) &&
    (filter.area === undefined || servesArea(facts.areas, filter.area)) &&
    (filter.taxonomy_term_id ?? []).every((id) => hasTerm(listing, id, taxonomies)) &&
    (filter.taxonomy_id ?? []).every((id) => hasTaxonomy(listing, id)) &&
    (filter.search === undefined || hasWords(searchText(listing), filter.search))
  );
}

/** The same for an organisation: each thing that was asked must hold for it or for one of its listings. */
export function organizationPasses(
  listings: readonly PublishedListing[],
  filter: HsdsFilter,
  taxonomies: HsdsTaxonomies,
): boolean {
  return (
    (filter.taxonomy_term_id ?? []).every((id) => listings.some((item) => hasTerm(item, id, taxonomies))) &&
    (filter.taxonomy_id ?? []).every((id) => listings.some((item) => hasTaxonomy(item, id))) &&
    (filter.search === undefined || hasWords(listings.map(searchText).join("\n"), filter.search))
  );
}

/** A condition counts when it was answered yes: whoever asks for a term wants what has it. */
function hasTerm({ facts }: PublishedListing, id: string, taxonomies: HsdsTaxonomies): boolean {
  const found = taxonomies.find(id);
  if (found === undefined) return false;
  const { key, code } = found;
  if (key === "needs") return facts.services.includes(code) || facts.needs.some((need) => need === code);
  const [facet = "", value] = code.split(":");
  if (key === "conditions") {
    const answers = facts.answers[facet] ?? {};
    return value === undefined ? Object.values(answers).includes("yes") : answers[value] === "yes";
  }
  const said = facet === "scope" ? facts.scope : facts.providerType;
  return value === undefined ? said !== null : said === value;
}

function hasTaxonomy({ facts }: PublishedListing, id: string): boolean {
  const holds: Readonly<Record<TaxonomyKey, boolean>> = {
    needs: facts.services.length > 0,
    conditions: Object.values(facts.answers).some((codes) => Object.keys(codes).length > 0),
    listings: true,
  };
  return (Object.keys(holds) as TaxonomyKey[]).some((key) => holds[key] && taxonomyId(key) === id);
}

/** Names and texts of a listing in every language, folded. There is nothing in it that is not shown. */
function searchText(listing: PublishedListing): string {
  const localized = [
    listing.name,
    listing.organization.name,
    ...Object.values(listing.texts),
    ...listing.addresses.flatMap(({ name, city }) => [name, city]),
  ];
  return searchable(localized.flatMap((texts) => Object.values(texts ?? {})));
}

/** A postal code, as far as public addresses tell where it is. */
export interface Postcode {
  /** The middle of the public addresses with this code; null when none has coordinates of its own. */
  readonly centre: readonly [number, number] | null;
  readonly areas: ReadonlySet<string>;
}

/** What the public addresses with this code tell of it. */
export function locatePostcode(
  code: string,
  listings: readonly PublishedListing[],
  context: HsdsContext,
): Postcode {
  const places = listings.flatMap((listing) =>
    listing.addresses.flatMap((address) => {
      const place = listing.facts.places[address.place];
      return address.postalCode === code && place !== undefined ? [place] : [];
    }),
  );
  const points = places.flatMap((place) =>
    isMeasured(place, context) && place.point !== null ? [place.point] : [],
  );
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return {
    centre: points.length === 0 ? null : [mean(0), mean(1)],
    areas: new Set(places.flatMap(({ area }) => area ?? [])),
  };
}

/**
 * Whether a place of a listing is near a postal code. Only places with coordinates of their own can be near: any
 * other answer would measure what is not shown (standards B.5: radius oracle).
 */
export function isNear(
  listing: PublishedListing,
  at: number,
  { centre }: Postcode,
  metres: number,
  context: HsdsContext,
): boolean {
  const place = listing.facts.places[at];
  if (place === undefined || place.point === null || centre === null || !isMeasured(place, context))
    return false;
  return distanceKm(place.point, centre) * 1000 <= metres;
}

/** Whether a listing serves the area of a postal code. */
export function servesPostcode({ facts }: PublishedListing, { areas }: Postcode): boolean {
  return [...areas].some((area) => servesArea(facts.areas, area));
}
