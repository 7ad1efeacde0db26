import type { CatalogueListing } from "./catalogue-listing.ts";
import type { PublishingContext } from "./public-places.ts";

/** What a wrong fact about a listing risks: decides how often it is checked (curation: freshness). */
export function riskOf(listing: CatalogueListing): "hotline" | "shelter" | "other" {
  if (listing.answers["delivery"]?.["residential"] === "yes") return "shelter";
  const byPhone = listing.locations.length === 0 && listing.contacts.some((c) => c.channel === "phone");
  return byPhone ? "hotline" : "other";
}

/** Days after which a listing is due, by its risk. */
export function deadlineOf(listing: CatalogueListing, context: PublishingContext): number {
  return context.deadlines[riskOf(listing)];
}
