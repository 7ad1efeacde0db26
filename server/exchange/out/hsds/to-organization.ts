import type { Organization, OrganizationWithServices } from "#server/contract/hsds/objects.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { HsdsContext } from "./context.ts";
import { toProviderAttributes } from "./to-attributes.ts";
import { toHsdsOrganizationBasics } from "./to-organization-basics.ts";
import { toHsdsLocation } from "./to-places.ts";
import { toHsdsServiceBasics, toHsdsServiceOfOrganization } from "./to-service.ts";

/** All published listings of one organisation, at least one, in the order of their ids. */
export type ListingsOfOrganization = readonly [PublishedListing, ...PublishedListing[]];

/**
 * An organisation with the fields that are one to one. Its website is shown only when no listing of it had to leave
 * it out: a website may lead to the door of a private place (architecture: "Place privacy").
 */
export function toHsdsOrganizationAlone(
  listings: ListingsOfOrganization,
  context: HsdsContext,
): Organization {
  const [first] = listings;
  const isOpen = listings.every(({ organization }) => organization.website !== null);
  return {
    ...toHsdsOrganizationBasics(first, context),
    website: isOpen ? (first.organization.website ?? undefined) : undefined,
  };
}

/** An organisation with its places, its kind and its services: their one-to-one fields, or `full` ones. */
export function toHsdsOrganization(
  listings: ListingsOfOrganization,
  services: "basic" | "full",
  context: HsdsContext,
): OrganizationWithServices {
  const [first] = listings;
  return {
    ...toHsdsOrganizationAlone(listings, context),
    locations: listings.flatMap((listing) =>
      listing.facts.places.map((_, at) => toHsdsLocation(listing, at, context)),
    ),
    attributes: toProviderAttributes(first, context),
    services: listings.map((listing) =>
      services === "full"
        ? toHsdsServiceOfOrganization(listing, context)
        : { ...toHsdsServiceBasics(listing, context), organization: undefined },
    ),
  };
}
