import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import type { Fit } from "#server/domain/query.ts";
import { factsWith } from "../../records/facts.ts";

/** A listing as a search found it. */
export function matched(code: string, facts: Partial<ListingFacts>, fit: Fit = "fits"): MatchedListing {
  const name = { text: `Listing ${code}`, lang: "en" };
  return {
    listing: {
      facts: factsWith({ code, ...facts }),
      card: { name, organization: name, city: null, fee: null },
      detail: null,
    },
    match: { found: true, fit, reasons: [], distance: null },
  };
}

/** Numbers as the cards have them. */
export const numbered = (items: readonly MatchedListing[]): ReadonlyMap<string, number> =>
  new Map(items.map(({ listing }, index) => [listing.facts.code, index + 1]));

export const publicAt = (lat: number, lon: number, area = "TH-50"): PublishedPlace => ({
  privacy: "public",
  area,
  point: [lat, lon],
});
export const areaOnly = (point: readonly [number, number], area = "TH-50"): PublishedPlace => ({
  privacy: "area-only",
  area,
  point,
});
export const withheld: PublishedPlace = { privacy: "withheld", area: null, point: null };
