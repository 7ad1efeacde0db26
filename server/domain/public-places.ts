import type { Privacy } from "#db/vocabulary.ts";
import type { Affiliation } from "#server/contract/affiliation.ts";
import type { PublishedPlace } from "#server/contract/listing.ts";
import type { CatalogueListing, CatalogueLocation } from "./catalogue-listing.ts";
import { placePrivacy } from "./place-privacy.ts";

/** What the redaction must know beside the listing itself. All of it is plain data, given by the caller. */
export interface PublishingContext {
  /** Networks, standards and codes of conduct of the settings; absent: none. */
  readonly affiliations?: readonly Affiliation[];
  /** The fixed point of an area, in degrees, and its time zone. Null: not a known area. */
  area(code: string): { readonly point: readonly [number, number]; readonly timeZone: string } | null;
  /** Days. */
  readonly deadlines: {
    readonly hotline: number;
    readonly shelter: number;
    readonly other: number;
    readonly grace: number;
  };
}

export interface PublicPlace {
  readonly location: CatalogueLocation;
  readonly place: PublishedPlace;
}

/**
 * A listing's places as the public may know them. `area-only` gets the fixed point of its area, which is the
 * same for every listing there; `withheld` has neither point nor own area, so that it shows under each area
 * that it serves.
 */
export function publicPlaces(listing: CatalogueListing, context: PublishingContext): readonly PublicPlace[] {
  return listing.locations.map((location) => {
    const privacy = placePrivacy(location, [listing]);
    return { location, place: { privacy, ...whereabouts(location, privacy, context) } };
  });
}

function whereabouts(
  location: CatalogueLocation,
  privacy: Privacy,
  context: PublishingContext,
): Pick<PublishedPlace, "area" | "point"> {
  if (privacy === "withheld") return { area: null, point: null };
  const area = location.area;
  const fixed = area === null ? null : (context.area(area)?.point ?? null);
  if (privacy === "area-only") return { area, point: fixed };
  const { latitude, longitude } = location;
  return { area, point: latitude === null || longitude === null ? fixed : [latitude, longitude] };
}

/**
 * Areas served: those a person wrote and those of the places that are not withheld. A place that is kept
 * private adds none: its areas must be written (importers write them), so that nothing public moves when its
 * address does.
 */
export function servedAreas(listing: CatalogueListing, places: readonly PublicPlace[]): readonly string[] {
  const shown = places.flatMap(({ place }) => (place.area === null ? [] : [place.area]));
  const areas = listing.areas.length > 0 ? listing.areas : shown;
  return [...new Set(areas)].sort();
}
