/** The operations of HSDS 3.1, once: the routes' description and our profile's patch are made from this list. */
import type * as v from "valibot";
import type { HsdsObject } from "./json-schemas.ts";
import {
  OrganizationsInput,
  ServicesAtLocationsInput,
  ServicesInput,
  TaxonomiesInput,
  TaxonomyTermsInput,
} from "./parameters.ts";

export interface HsdsOperations {
  /** Path below `/hsds`, with `{id}` for one. */
  readonly path: string;
  /** What one answer is. */
  readonly object: HsdsObject;
  readonly listId: string;
  readonly oneId: string;
  readonly about: string;
  readonly input: v.GenericSchema & { readonly entries: Readonly<Record<string, unknown>> };
  /** Parameters of the answer for one, besides `lang`. */
  readonly oneParameters: readonly string[];
}

/** Operation names as HSDS 3.1.3 has them. */
export const HSDS_OPERATIONS: readonly HsdsOperations[] = [
  {
    path: "/services",
    object: "service",
    listId: "getPaginatedListOfServices",
    oneId: "getFullyNestedServiceById",
    about: "services",
    input: ServicesInput,
    oneParameters: [],
  },
  {
    path: "/taxonomies",
    object: "taxonomy",
    listId: "getPaginatedListOfTaxonomies",
    oneId: "getTaxonomyById",
    about: "taxonomies",
    input: TaxonomiesInput,
    oneParameters: [],
  },
  {
    path: "/taxonomy_terms",
    object: "taxonomy_term",
    listId: "getPaginatedListOfTaxonomyTerms",
    oneId: "getTaxonomyTermById",
    about: "terms of taxonomies",
    input: TaxonomyTermsInput,
    oneParameters: [],
  },
  {
    path: "/organizations",
    object: "organization_with_services",
    listId: "getPaginatedListOfOrganizations",
    oneId: "getOrganizationById",
    about: "organisations",
    input: OrganizationsInput,
    oneParameters: ["full_service"],
  },
  {
    path: "/service_at_locations",
    object: "service_at_location",
    listId: "getPaginatedListOfServiceAtLocation",
    oneId: "getServiceAtLocationWithNestedDataById",
    about: "services at places",
    input: ServicesAtLocationsInput,
    oneParameters: [],
  },
];

/** One line and the JSON type of every parameter. Those that may be given several times must all hold. */
export const PARAMETERS: Readonly<
  Record<string, { readonly about: string; readonly schema: object; readonly example: unknown }>
> = {
  search: {
    about: "Words; every one of them must be found in a name or a text, in any language.",
    schema: { type: "string", maxLength: 200 },
    example: "advice",
  },
  page: { about: "Number of the page, from 1.", schema: { type: "integer", minimum: 1 }, example: 1 },
  per_page: {
    about: "Entries on a page: 50 when left out, 500 at most; minimal answers hold everything.",
    schema: { type: "integer", minimum: 1 },
    example: 50,
  },
  format: {
    about: "`ndjson` streams everything, one object a line, without pages.",
    schema: { type: "string", enum: ["json", "ndjson"] },
    example: "json",
  },
  lang: {
    about: "Profile: BCP 47 language of names and texts. English, then any other, where there is none.",
    schema: { type: "string" },
    example: "en",
  },
  taxonomy_term_id: {
    about:
      "Only what has this term. A condition counts when it was answered yes. May be repeated: all must hold.",
    schema: { type: "array", items: { type: "string" } },
    example: [],
  },
  taxonomy_id: {
    about: "Only what has any term of this taxonomy. May be repeated: all must hold.",
    schema: { type: "array", items: { type: "string" } },
    example: [],
  },
  area: {
    about: "Profile: only what serves this area, ISO 3166-2 or ISO 3166-1.",
    schema: { type: "string" },
    example: "TH-50",
  },
  scope: {
    about: "Profile: only help that is open to everyone, or only help that is specialised.",
    schema: { type: "string", enum: ["general", "trafficking-specific"] },
    example: "general",
  },
  organization_id: {
    about: "Only what this organisation offers.",
    schema: { type: "string" },
    example: "11111111-1111-4111-8111-111111111111",
  },
  modified_after: {
    about: "Only what changed on the day (UTC) of this moment or later: days are all that is published.",
    schema: { type: "string" },
    example: "2026-01-31T00:00:00Z",
  },
  minimal: {
    about: "Id and date of change alone, all on one page.",
    schema: { type: "boolean" },
    example: false,
  },
  full: {
    about: "Everything nested, as in the answer for one.",
    schema: { type: "boolean" },
    example: false,
  },
  full_service: {
    about: "Organisations with their services whole.",
    schema: { type: "boolean" },
    example: false,
  },
  top_only: { about: "Only terms without a parent.", schema: { type: "boolean" }, example: true },
  parent_id: {
    about: "Only terms directly under this one.",
    schema: { type: "string" },
    example: "11111111-1111-4111-8111-111111111111",
  },
  postcode: {
    about:
      "A postal code. Without a distance: services for its area. Codes are known from the public addresses in this directory.",
    schema: { type: "string", maxLength: 20 },
    example: "50200",
  },
  proximity: {
    about:
      "Metres from the middle of the postcode. Only places with public coordinates are measured; no other place is ever answered.",
    schema: { type: "number", minimum: 0 },
    example: 5000,
  },
};
