/** Examples for the description. Everything in them is made up; the number cannot be dialled. */

const ID = "11111111-1111-4111-8111-111111111111";
const ORGANIZATION = "22222222-2222-4222-8222-222222222222";

const item = {
  id: ID,
  code: "K7Q2M-4",
  name: "Advice desk",
  organization: { id: ORGANIZATION, name: "Lantern House" },
  scope: "general",
  provider_type: "ngo",
  fit: "ask",
  reasons: [{ answer: "unknown", code: "documents-unknown" }],
  needs: ["legal"],
  services: ["legal-advice"],
  areas: ["TH-50"],
  languages: [{ code: "th", mode: "direct" }],
  places: [{ privacy: "area-only", area: "TH-50", point: [18.79, 98.98] }],
  distance_km: null,
  distance_about: false,
  checked_on: "2026-11-01",
  demo: true,
  unverified: false,
};

const service = {
  id: ID,
  organization_id: ORGANIZATION,
  name: "Advice desk",
  status: "active",
  scope: "general",
  assured_date: "2026-11-01",
  last_modified: "2026-11-21T00:00:00Z",
};

/** By the name of the schema that each is an example of. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  SearchAnswer: { total: 1, items: [item], facets: { need: { legal: 1 } }, next: null, radius_km: null },
  Areas: {
    areas: [
      {
        code: "TH-50",
        country: "TH",
        names: { en: "Chiang Mai" },
        point: [18.79, 98.98],
        bbox: [17.2, 98.1, 20.1, 99.5],
        listings: 40,
      },
    ],
  },
  Terms: {
    terms: [
      {
        code: "legal-advice",
        need: "legal",
        alsoIn: [],
        name: "Legal advice",
        description: "Somebody who knows the law.",
      },
    ],
  },
  Health: { ok: true, version: "0.1.0", published: { version: "0123456789abcdef", listings: 97 } },
  Failure: {
    error: {
      code: "bad_request",
      message: "Something in the request is not valid.",
      fields: { page: "is not valid" },
    },
  },
  service,
  organization_with_services: {
    id: ORGANIZATION,
    name: "Lantern House",
    description: "A non-governmental organisation.",
    services: [service],
  },
  service_at_location: {
    id: ID,
    service_id: ID,
    location: { id: ORGANIZATION, location_type: "physical", name: "Undisclosed", place_privacy: "withheld" },
  },
  taxonomy: { id: ID, name: "Kinds of help", description: "Twelve kinds of need." },
  taxonomy_term: {
    id: ID,
    code: "legal-advice",
    name: "Legal advice",
    description: "Advice.",
    taxonomy_id: ORGANIZATION,
  },
};

/** A page of a list with one entry. */
export function pageExample(entry: unknown): object {
  return {
    total_items: 1,
    total_pages: 1,
    page_number: 1,
    size: 1,
    first_page: true,
    last_page: true,
    empty: false,
    contents: [entry],
  };
}

/** What may be asked in a search, as a body. */
export const SEARCH_EXAMPLE = {
  area: ["TH-50"],
  need: "legal",
  language: ["lo", "th"],
  no_documents: true,
  limit: 20,
};
