import { EVERYWHERE } from "#db/vocabulary.ts";
import type { PlaceOfService } from "#server/contract/hsds/objects.ts";
import type { Address, Location, ServiceArea } from "#server/contract/hsds/parts.ts";
import type { PublishedAddress, PublishedListing, PublishedPlace } from "#server/contract/listing.ts";
import { countryOf } from "#server/domain/area-served.ts";
import { type HsdsContext, wordsOf } from "./context.ts";
import { nameId } from "./name-id.ts";

/** What stands for the name of a place that is not shown (standards B.5). */
const UNDISCLOSED = "Undisclosed";

/**
 * Ids of places are made from their listing, never from the place: the same id under two listings would tell that
 * two private places are one.
 */
export const tieIdOf = (listingId: string, at: number): string => nameId(`${listingId}/place/${at}`);
const locationId = (listing: PublishedListing, at: number): string => nameId(`${listing.id}/location/${at}`);

/** The name of an area in the language that is written; its code where no name is known. */
export function areaName(code: string, context: HsdsContext): string {
  if (code === EVERYWHERE) return "Anywhere, by phone or online";
  return wordsOf(context.areas.get(code)?.names, context) ?? code;
}

/** The areas that a listing serves. */
export function toHsdsServiceAreas(listing: PublishedListing, context: HsdsContext): ServiceArea[] {
  return listing.facts.areas.map((code) => ({
    id: nameId(`${listing.id}/area/${code}`),
    name: areaName(code, context),
    area_code: code,
  }));
}

/**
 * The places of a listing, as far as the privacy of each lets it be known. Without a whole address a place has no
 * address at all, and its areas are named instead (standards B.7).
 */
export function toHsdsPlaces(listing: PublishedListing, context: HsdsContext): PlaceOfService[] {
  return listing.facts.places.map((place, at) => {
    const location = toHsdsLocation(listing, at, context);
    const areas = location.addresses === undefined ? placeAreas(listing, place, at, context) : [];
    return {
      id: tieIdOf(listing.id, at),
      service_id: listing.id,
      location_id: location.id,
      service_areas: areas,
      location,
    };
  });
}

/** One place. Address, way and coordinates are those of a public place, or they are not there. */
export function toHsdsLocation(listing: PublishedListing, at: number, context: HsdsContext): Location {
  const place = listing.facts.places[at];
  const words = listing.addresses.find((address) => address.place === at);
  const id = locationId(listing, at);
  const common = {
    id,
    location_type: "physical" as const,
    organization_id: listing.organization.id,
  };
  if (place === undefined || place.privacy !== "public") {
    return {
      ...common,
      name: UNDISCLOSED,
      place_privacy: place?.privacy ?? "withheld",
      area_code: place?.privacy === "area-only" ? (place.area ?? undefined) : undefined,
    };
  }
  const address = words === undefined ? undefined : toHsdsAddress(id, place, words, context);
  const point = isMeasured(place, context) ? place.point : null;
  return {
    ...common,
    name: wordsOf(words?.name, context),
    transportation: wordsOf(words?.directions, context),
    latitude: point?.[0],
    longitude: point?.[1],
    ...(address === undefined ? {} : { addresses: [address] }),
    partial_address: address === undefined ? toPartialAddress(words, context) : undefined,
    place_privacy: place.privacy,
    area_code: place.area ?? undefined,
  };
}

/** A place without coordinates of its own stands at the fixed point of its area, which is nobody's address. */
export function isMeasured(place: PublishedPlace, { areas }: HsdsContext): boolean {
  if (place.privacy !== "public" || place.point === null) return false;
  const fixed = place.area === null ? undefined : areas.get(place.area)?.point;
  return fixed === undefined || fixed[0] !== place.point[0] || fixed[1] !== place.point[1];
}

/** An address with every part that HSDS requires, or none. */
function toHsdsAddress(
  location: string,
  place: PublishedPlace,
  words: PublishedAddress,
  context: HsdsContext,
): Address | undefined {
  const street = wordsOf(words.lines, context);
  const city = wordsOf(words.city, context);
  const { postalCode } = words;
  const { area } = place;
  if (street === undefined || city === undefined || postalCode === null || area === null) return undefined;
  return {
    id: nameId(`${location}/address`),
    location_id: location,
    address_1: street,
    city,
    state_province: areaName(area, context),
    postal_code: postalCode,
    country: countryOf(area),
    address_type: "physical",
  };
}

/** The parts that are known of a public address that is not whole. */
function toPartialAddress(
  words: PublishedAddress | undefined,
  context: HsdsContext,
): Location["partial_address"] {
  const street = wordsOf(words?.lines, context);
  const city = wordsOf(words?.city, context);
  const postal_code = words?.postalCode ?? undefined;
  if (street === undefined && city === undefined && postal_code === undefined) return undefined;
  return { street, city, postal_code };
}

function placeAreas(
  listing: PublishedListing,
  place: PublishedPlace,
  at: number,
  context: HsdsContext,
): ServiceArea[] {
  const own = place.privacy === "withheld" || place.area === null ? listing.facts.areas : [place.area];
  const city =
    place.privacy === "public"
      ? wordsOf(listing.addresses.find((address) => address.place === at)?.city, context)
      : undefined;
  return own.map((code) => ({
    id: nameId(`${tieIdOf(listing.id, at)}/area/${code}`),
    name: city === undefined ? areaName(code, context) : `${city}, ${areaName(code, context)}`,
    area_code: code,
  }));
}
