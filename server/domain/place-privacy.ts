import { GUARDED_SERVICES, type Privacy } from "#db/vocabulary.ts";
import type { CatalogueListing, CatalogueLocation } from "./catalogue-listing.ts";

/**
 * How much of a place may be known (architecture: "Place privacy"). What a person decided stands. Where nothing
 * was said: residential, specialised, or help of a guarded kind → `withheld`; everything else → `area-only`.
 * Not known is never public.
 *
 * The rule follows the place, not the listing: `listings` are all that are given there. It is decided when a
 * record is written, so that no unpublished listing moves anything public later.
 */
export function placePrivacy(
  location: Pick<CatalogueLocation, "privacy" | "residential">,
  listings: readonly Pick<CatalogueListing, "scope" | "services" | "answers">[],
): Privacy {
  if (location.privacy !== null) return location.privacy;
  if (location.residential) return "withheld";
  return listings.some(isGuarded) ? "withheld" : "area-only";
}

function isGuarded({
  scope,
  services,
  answers,
}: Pick<CatalogueListing, "scope" | "services" | "answers">): boolean {
  return (
    scope !== "general" ||
    answers["delivery"]?.["residential"] === "yes" ||
    services.some((code) => (GUARDED_SERVICES as readonly string[]).includes(code))
  );
}
