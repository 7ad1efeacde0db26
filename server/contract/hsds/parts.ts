/** The parts of HSDS 3.1 that hang on services, organisations and places, each with what our profile adds. */
import * as v from "valibot";
import { LOCATION_TYPES, WEEKDAYS } from "#db/vocabulary.ts";
import {
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
  LANGUAGE_PROFILE,
  LOCATION_PROFILE,
  PHONE_PROFILE,
  SCHEDULE_PROFILE,
  SERVICE_AREA_PROFILE,
} from "./profile.ts";
import { noted } from "./taxonomy.ts";

export const Url = v.object({
  id,
  label: optionalText,
  url: uri,
  organization_id: optionalId,
  service_id: optionalId,
  ...noted,
});
export type Url = v.InferOutput<typeof Url>;

export const Language = v.object({
  id,
  service_id: optionalId,
  location_id: optionalId,
  phone_id: optionalId,
  name: optionalText,
  code: optionalText,
  note: optionalText,
  ...noted,
  ...LANGUAGE_PROFILE,
});
export type Language = v.InferOutput<typeof Language>;

export const Phone = v.object({
  id,
  location_id: optionalId,
  service_id: optionalId,
  organization_id: optionalId,
  contact_id: optionalId,
  service_at_location_id: optionalId,
  number: text,
  extension: optionalNumber,
  type: optionalText,
  description: optionalText,
  languages: listOf(Language),
  ...noted,
  ...PHONE_PROFILE,
});
export type Phone = v.InferOutput<typeof Phone>;

export const Contact = v.object({
  id,
  organization_id: optionalId,
  service_id: optionalId,
  service_at_location_id: optionalId,
  location_id: optionalId,
  name: optionalText,
  title: optionalText,
  department: optionalText,
  email: optionalEmail,
  phones: listOf(Phone),
  ...noted,
});

export const Address = v.object({
  id,
  location_id: optionalId,
  attention: optionalText,
  address_1: text,
  address_2: optionalText,
  city: text,
  region: optionalText,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: v.picklist(LOCATION_TYPES),
  ...noted,
});
export type Address = v.InferOutput<typeof Address>;

export const Schedule = v.object({
  id,
  service_id: optionalId,
  location_id: optionalId,
  service_at_location_id: optionalId,
  valid_from: optionalText,
  valid_to: optionalText,
  dtstart: optionalText,
  timezone: optionalNumber,
  until: optionalText,
  count: optionalNumber,
  wkst: v.optional(v.picklist(WEEKDAYS)),
  freq: v.optional(v.picklist(["WEEKLY", "MONTHLY"])),
  interval: optionalNumber,
  byday: optionalText,
  byweekno: optionalText,
  bymonthday: optionalText,
  byyearday: optionalText,
  description: optionalText,
  opens_at: optionalText,
  closes_at: optionalText,
  schedule_link: optionalUri,
  attending_type: optionalText,
  notes: optionalText,
  ...noted,
  ...SCHEDULE_PROFILE,
});
export type Schedule = v.InferOutput<typeof Schedule>;

export const ServiceArea = v.object({
  id,
  service_id: optionalId,
  service_at_location_id: optionalId,
  name: optionalText,
  description: optionalText,
  extent: optionalText,
  extent_type: optionalText,
  uri: optionalText,
  ...noted,
  ...SERVICE_AREA_PROFILE,
});
export type ServiceArea = v.InferOutput<typeof ServiceArea>;

export const Accessibility = v.object({
  id,
  location_id: optionalId,
  description: optionalText,
  details: optionalText,
  url: optionalUri,
  ...noted,
});

export const Location = v.object({
  id,
  location_type: v.picklist(LOCATION_TYPES),
  url: optionalUri,
  organization_id: optionalId,
  name: optionalText,
  alternate_name: optionalText,
  description: optionalText,
  transportation: optionalText,
  latitude: optionalNumber,
  longitude: optionalNumber,
  external_identifier: optionalText,
  external_identifier_type: optionalText,
  languages: listOf(Language),
  addresses: listOf(Address),
  contacts: listOf(Contact),
  accessibility: listOf(Accessibility),
  phones: listOf(Phone),
  schedules: listOf(Schedule),
  ...noted,
  ...LOCATION_PROFILE,
});
export type Location = v.InferOutput<typeof Location>;

export const Funding = v.object({
  id,
  organization_id: optionalId,
  service_id: optionalId,
  source: optionalText,
  ...noted,
});

export const RequiredDocument = v.object({
  id,
  service_id: optionalId,
  document: optionalText,
  uri: optionalUri,
  ...noted,
});
export type RequiredDocument = v.InferOutput<typeof RequiredDocument>;

export const CostOption = v.object({
  id,
  service_id: optionalId,
  valid_from: optionalText,
  valid_to: optionalText,
  option: optionalText,
  currency: optionalText,
  amount: optionalNumber,
  amount_description: optionalText,
  ...noted,
});
export type CostOption = v.InferOutput<typeof CostOption>;

export const Program = v.object({
  id,
  organization_id: optionalId,
  name: text,
  alternate_name: optionalText,
  description: text,
  ...noted,
});

export const OrganizationIdentifier = v.object({
  id,
  organization_id: optionalId,
  identifier_scheme: optionalText,
  identifier_type: text,
  identifier: text,
  ...noted,
});

export const Unit = v.object({
  id,
  name: text,
  scheme: optionalText,
  identifier: optionalText,
  uri: optionalUri,
  ...noted,
});

export const ServiceCapacity = v.object({
  id,
  service_id: optionalId,
  unit: Unit,
  unit_id: optionalId,
  available: number,
  maximum: optionalNumber,
  description: optionalText,
  updated: moment,
  ...noted,
});
