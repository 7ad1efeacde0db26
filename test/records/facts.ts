import type { ListingFacts } from "#server/contract/listing.ts";

/** Facts about which nobody has confirmed anything: what a test does not set is not known. */
export function factsWith(known: Partial<ListingFacts> = {}): ListingFacts {
  return {
    code: "00000-0",
    scope: "general",
    providerType: null,
    needs: ["legal"],
    services: ["legal-advice"],
    areas: ["TH-50"],
    minimumAge: null,
    maximumAge: null,
    maxChildAge: null,
    boysMaxAge: null,
    answers: {},
    languages: [],
    places: [],
    opening: null,
    checkedOn: null,
    demo: false,
    starter: false,
    ...known,
  };
}
