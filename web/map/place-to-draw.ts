import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";

/** The place to draw: a public one, else the area of one whose address is not shown. A withheld one is no place here. */
export function placeToDraw({ places }: ListingFacts): PublishedPlace | null {
  const first = (privacy: PublishedPlace["privacy"]) =>
    places.find((place) => place.privacy === privacy && place.area !== null && place.point !== null) ?? null;
  return first("public") ?? first("area-only");
}
