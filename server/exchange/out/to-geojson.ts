import type { PublishedListing } from "#server/contract/listing.ts";
import { type HsdsContext, listingUrl, wordsOf } from "./hsds/context.ts";
import { areaName, isMeasured } from "./hsds/to-places.ts";

/**
 * The places of a listing as GeoJSON features (RFC 7946: longitude first); one without a place for a listing that has
 * none. Only public places with coordinates of their own have a geometry: a mark on any other spot would be taken for
 * a door. The areas served stand in the properties.
 */
export function toGeojsonFeatures(listing: PublishedListing, context: HsdsContext): object[] {
  const { facts } = listing;
  const properties = {
    code: facts.code,
    name: wordsOf(listing.name, context),
    organization: wordsOf(listing.organization.name, context),
    scope: facts.scope,
    provider_type: facts.providerType,
    needs: facts.needs,
    services: facts.services,
    area_codes: facts.areas,
    areas: facts.areas.map((code) => areaName(code, context)),
    description: wordsOf(listing.texts.description, context) ?? null,
    phones: listing.contacts.filter(({ channel }) => channel === "phone").map(({ value }) => value),
    conditions_yes: answered(facts.answers, "yes"),
    conditions_no: answered(facts.answers, "no"),
    checked_on: facts.checkedOn,
    listing_url: listingUrl(facts.code, context) ?? null,
    fictional: facts.demo,
  };
  const feature = (id: string, geometry: object | null, more: object) => ({
    type: "Feature",
    id,
    geometry,
    properties: { ...properties, ...more },
  });
  const none = {
    place_privacy: null,
    place_area: null,
    address: null,
    street: null,
    city: null,
    postal_code: null,
  };
  if (facts.places.length === 0) return [feature(listing.id, null, none)];
  return facts.places.map((place, at) => {
    const words = listing.addresses.find((address) => address.place === at);
    const point = isMeasured(place, context) ? place.point : null;
    const address = [
      wordsOf(words?.lines, context),
      wordsOf(words?.city, context),
      words?.postalCode ?? undefined,
    ];
    const known = address.filter((part) => part !== undefined);
    return feature(
      `${listing.id}/${at}`,
      point === null ? null : { type: "Point", coordinates: [point[1], point[0]] },
      {
        place_privacy: place.privacy,
        place_area: place.area,
        address: known.length === 0 ? null : known.join(", "),
        street: address[0] ?? null,
        city: address[1] ?? null,
        postal_code: address[2] ?? null,
      },
    );
  });
}

/** Conditions that were answered so, as `facet:code`. */
const answered = (answers: PublishedListing["facts"]["answers"], wanted: "yes" | "no"): string[] =>
  Object.entries(answers).flatMap(([facet, codes]) =>
    Object.entries(codes).flatMap(([code, said]) => (said === wanted ? [`${facet}:${code}`] : [])),
  );
