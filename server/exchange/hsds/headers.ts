/** The columns of each CSV table: what must be there, what may be, and which dialect it speaks. */
import type { TableName } from "./table-set.ts";

export interface TableHeaders {
  /** Columns that must be in the header. */
  needed: readonly string[];
  /** Further columns of the standard. */
  further: readonly string[];
  /** Cells that must not be empty. */
  required: readonly string[];
}

const headers = (needed: string, further: string, required = ""): TableHeaders => ({
  needed: needed.split(" "),
  further: further.split(" ").filter(Boolean),
  required: required === "" ? [] : required.split(" "),
});

/** HSDS 3 (`datapackage.json`). */
export const HSDS_HEADERS: Readonly<Record<TableName, TableHeaders>> = {
  organizations: headers(
    "id name",
    "alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri parent_organization_id additional_websites provider_type text_language",
    "id name",
  ),
  programs: headers("id organization_id name", "alternate_name description", "id organization_id name"),
  services: headers(
    "id organization_id name status",
    "program_id alternate_name description url email interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified additional_urls scope short_code listing_url text_language maximum_child_age maximum_boys_age fictional what_happens_first for_children documents_description rules limits access_later who_is_told contact_care travel culture follow_up complaints source_name source_url source_date",
    "id organization_id name",
  ),
  locations: headers(
    "id",
    "location_type url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type privacy place_privacy area_code partial_street partial_city partial_postal_code",
    "id",
  ),
  service_at_location: headers("id service_id location_id", "description", "service_id location_id"),
  addresses: headers(
    "id location_id address_1",
    "attention address_2 city region state_province postal_code country address_type",
    "location_id",
  ),
  phones: headers(
    "id number",
    "location_id service_id organization_id contact_id service_at_location_id extension type description dial dial_scope who_answers recorded free tells hours country",
    "number",
  ),
  contacts: headers(
    "id",
    "organization_id service_id service_at_location_id location_id name title department email phone_id",
  ),
  schedules: headers(
    "id",
    "service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes iana_time_zone whole_day closes_next_day_at continues_previous_day",
  ),
  languages: headers("id", "service_id location_id phone_id name code note mode"),
  service_areas: headers(
    "id service_id",
    "name description extent extent_type uri service_at_location_id area_code",
  ),
  cost_options: headers(
    "id service_id",
    "valid_from valid_to option currency amount amount_description",
    "service_id",
  ),
  required_documents: headers("id service_id", "document uri", "service_id"),
  accessibility: headers("id location_id", "description details url", "location_id"),
  attributes: headers(
    "id link_id taxonomy_term_id",
    "link_type link_entity value label",
    "link_id taxonomy_term_id",
  ),
  taxonomy_terms: headers(
    "id name",
    "code description parent_id taxonomy language taxonomy_id term_uri",
    "id name",
  ),
  contact_points: headers(
    "id service_id channel value",
    "label who_answers recorded free tells hours country",
    "service_id channel value",
  ),
  interpreted_languages: headers("id service_id", "name code note mode", "service_id"),
  translations: headers("id language field text", "service_id organization_id", "language field text"),
};

export type OhanaTable =
  | "organizations"
  | "programs"
  | "locations"
  | "addresses"
  | "mail_addresses"
  | "contacts"
  | "phones"
  | "services"
  | "regular_schedules"
  | "holiday_schedules"
  | "taxonomy";

/** Open Referral 1.0 as the Ohana API writes it. */
export const OHANA_HEADERS: Readonly<Record<OhanaTable, TableHeaders>> = {
  organizations: headers(
    "id name description date_incorporated",
    "accreditations alternate_name email funding_sources legal_status licenses tax_id tax_status website",
    "id name",
  ),
  programs: headers("id organization_id name alternate_name", "", "id organization_id name"),
  locations: headers(
    "id organization_id name latitude longitude",
    "accessibility admin_emails alternate_name description email languages short_desc transportation website virtual",
    "id organization_id name",
  ),
  addresses: headers(
    "id location_id address_1 city state_province postal_code country",
    "address_2",
    "location_id address_1 city country",
  ),
  mail_addresses: headers(
    "id location_id address_1 city state_province postal_code country",
    "attention address_2",
    "location_id address_1 city country",
  ),
  contacts: headers("id location_id organization_id service_id name", "title email department", "name"),
  phones: headers(
    "id contact_id location_id organization_id service_id number number_type",
    "country_prefix department extension vanity_number",
    "number number_type",
  ),
  services: headers(
    "id location_id name status",
    "program_id accepted_payments alternate_name application_process audience description eligibility email fees funding_sources interpretation_services keywords languages required_documents service_areas wait_time website taxonomy_ids",
    "id location_id name",
  ),
  regular_schedules: headers(
    "id location_id service_id weekday opens_at closes_at",
    "",
    "weekday opens_at closes_at",
  ),
  holiday_schedules: headers(
    "id location_id service_id start_date end_date closed",
    "opens_at closes_at",
    "start_date end_date closed",
  ),
  taxonomy: headers("taxonomy_id name", "parent_id parent_name", "taxonomy_id name"),
};

export type CsvDialect = "hsds" | "ohana";

/** Open Referral 1.0 when a header has columns that only it has. */
export function dialectOf(files: readonly { header: readonly string[] }[]): CsvDialect {
  const only = [
    "date_incorporated",
    "number_type",
    "taxonomy_ids",
    "weekday",
    "start_date",
    "virtual",
    "accepted_payments",
  ];
  return files.some(
    ({ header }) =>
      only.some((column) => header.includes(column)) && !header.includes("service_at_location_id"),
  )
    ? "ohana"
    : "hsds";
}

/**
 * The table that a file holds: by its name, or, when it has another name, by the header that fits best with nothing
 * left over. Undefined when none fits.
 */
export function tableOf<T extends string>(
  file: string,
  header: readonly string[],
  known: Readonly<Record<T, TableHeaders>>,
): T | undefined {
  const stem = (file.split("/").at(-1) ?? "").replace(/\.csv$/iu, "").toLowerCase();
  const names = Object.keys(known) as T[];
  const byName = names.find((name) => name === stem || name === `${stem}s`);
  if (byName) return byName;
  return names
    .filter((name) => {
      const { needed, further } = known[name];
      const all = new Set([...needed, ...further]);
      return needed.every((column) => header.includes(column)) && header.every((column) => all.has(column));
    })
    .toSorted((a, b) => known[b].needed.length - known[a].needed.length)
    .at(0);
}
