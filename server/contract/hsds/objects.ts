/**
 * Services, organisations and their places as the API of HSDS 3.1 answers them, nested, each with what our profile
 * adds. Written from the names, types and requirements in the specification; a test holds them to the official
 * schemas.
 */
import * as v from "valibot";
import { SERVICE_STATUSES } from "#db/vocabulary.ts";
import {
  email,
  id,
  listOf,
  moment,
  number,
  optionalEmail,
  optionalId,
  optionalNumber,
  optionalText,
  optionalUri,
  text,
  uri,
} from "./fields.ts";
import {
  Contact,
  CostOption,
  Funding,
  Language,
  Location,
  OrganizationIdentifier,
  Phone,
  Program,
  RequiredDocument,
  Schedule,
  ServiceArea,
  ServiceCapacity,
  Url,
} from "./parts.ts";
import { ORGANIZATION_PROFILE, SERVICE_PROFILE } from "./profile.ts";
import { noted } from "./taxonomy.ts";

export const Organization = v.object({
  id,
  name: text,
  alternate_name: optionalText,
  description: text,
  email: optionalEmail,
  website: optionalUri,
  additional_websites: listOf(Url),
  tax_status: optionalText,
  tax_id: optionalText,
  year_incorporated: optionalNumber,
  legal_status: optionalText,
  logo: optionalText,
  uri: optionalUri,
  parent_organization_id: optionalId,
  funding: listOf(Funding),
  contacts: listOf(Contact),
  phones: listOf(Phone),
  locations: listOf(Location),
  programs: listOf(Program),
  organization_identifiers: listOf(OrganizationIdentifier),
  ...noted,
  ...ORGANIZATION_PROFILE,
});
export type Organization = v.InferOutput<typeof Organization>;

const tie = {
  id,
  service_id: optionalId,
  location_id: optionalId,
  description: optionalText,
  service_areas: listOf(ServiceArea),
  contacts: listOf(Contact),
  phones: listOf(Phone),
  schedules: listOf(Schedule),
  location: v.optional(Location),
  ...noted,
};

/** As it stands inside a service. */
export const PlaceOfService = v.object(tie);
export type PlaceOfService = v.InferOutput<typeof PlaceOfService>;

export const Service = v.object({
  id,
  organization_id: optionalId,
  program_id: optionalId,
  name: text,
  alternate_name: optionalText,
  description: optionalText,
  url: optionalUri,
  additional_urls: listOf(Url),
  email: v.optional(email),
  status: v.picklist(SERVICE_STATUSES),
  interpretation_services: optionalText,
  application_process: optionalText,
  fees_description: optionalText,
  wait_time: optionalText,
  fees: optionalText,
  accreditations: optionalText,
  eligibility_description: optionalText,
  minimum_age: optionalNumber,
  maximum_age: optionalNumber,
  assured_date: optionalText,
  assurer_email: optionalEmail,
  licenses: optionalText,
  alert: optionalText,
  last_modified: v.optional(moment),
  phones: listOf(Phone),
  schedules: listOf(Schedule),
  service_areas: listOf(ServiceArea),
  service_at_locations: listOf(PlaceOfService),
  languages: listOf(Language),
  organization: v.optional(Organization),
  funding: listOf(Funding),
  cost_options: listOf(CostOption),
  program: v.optional(Program),
  required_documents: listOf(RequiredDocument),
  contacts: listOf(Contact),
  capacities: listOf(ServiceCapacity),
  ...noted,
  ...SERVICE_PROFILE,
  /** Languages that are spoken only through an interpreter; `languages` has the others, as HSDS asks. */
  interpreted_languages: listOf(Language),
});
export type Service = v.InferOutput<typeof Service>;

/** On its own: with its service. */
export const ServiceAtLocation = v.object({ ...tie, service: v.optional(Service) });
export type ServiceAtLocation = v.InferOutput<typeof ServiceAtLocation>;

/** With the services that it runs, as `/organizations` answers. */
export const OrganizationWithServices = v.object({
  ...Organization.entries,
  services: listOf(Service),
});
export type OrganizationWithServices = v.InferOutput<typeof OrganizationWithServices>;

/** A page of a list. */
export const Page = v.object({
  total_items: v.pipe(number, v.integer()),
  total_pages: v.pipe(number, v.integer()),
  page_number: v.pipe(number, v.integer()),
  size: v.pipe(number, v.integer()),
  first_page: v.boolean(),
  last_page: v.boolean(),
  empty: v.boolean(),
});
export type Page = v.InferOutput<typeof Page>;

/** `GET /`. */
export const Meta = v.object({
  version: text,
  profile: uri,
  openapi_url: uri,
});
