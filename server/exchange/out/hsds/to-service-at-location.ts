import type { ServiceAtLocation } from "#server/contract/hsds/objects.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { HsdsContext } from "./context.ts";
import { toHsdsPlaces } from "./to-places.ts";
import { toHsdsService, toHsdsServiceBasics } from "./to-service.ts";

/** A service at each of its places: in lists with what is one to one, `full` with everything. */
export function toHsdsServicesAtLocations(
  listing: PublishedListing,
  full: boolean,
  context: HsdsContext,
): ServiceAtLocation[] {
  const service = full
    ? { ...toHsdsService(listing, context), service_at_locations: undefined }
    : toHsdsServiceBasics(listing, context);
  return toHsdsPlaces(listing, context).map((place) => ({ ...place, service }));
}
