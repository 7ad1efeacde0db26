/** One place, with its area and with what the source says about keeping it private. */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import type { AreaSearch } from "../find-area.ts";
import { shown } from "../problem-list.ts";
import type { SlashOrder } from "../read-date.ts";
import { readPoint } from "../read-point.ts";
import type { ReadOptions } from "../read-result.ts";
import type { Links } from "./links.ts";
import { nearestRows, readOwnEmail, readPersons, readPhones, readWebsite } from "./read-contacts.ts";
import { privacyOf } from "./read-privacy.ts";
import { readSchedules } from "./read-schedules.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";

export type LocationInput = NonNullable<OrganizationInput["locations"]>[number];

export interface HsdsContext {
  links: Links;
  options: ReadOptions;
  search: AreaSearch;
  dates: SlashOrder;
  /** Lower-case e-mail addresses of named persons anywhere in the source. */
  personal: ReadonlySet<string>;
}

/** The place. Reasons to hold it are in the draft, and go to every service that uses it. */
export function readLocation(row: Row, context: HsdsContext, draft: RecordDraft): LocationInput {
  const { links, options } = context;
  const id = row.cells["id"] ?? "";
  const addresses = links.of("addresses", "location_id", id);
  const address = addresses.find((item) => item.cells["address_type"] === "physical") ?? addresses[0];
  for (const other of addresses) {
    draft.held.push(...other.held);
    if (other !== address) draft.keepPrivate(`Another address: ${addressLine(other)}`);
    draft.private(other, "attention");
  }
  if (address?.cells["address_type"] === "postal")
    draft.note("address-postal", address, "address_type", "The only address of this place is a postal one.");

  const country = readCountry(address, options, draft) ?? countryOfArea(row);
  const location: LocationInput = { sourceId: id, locationType: locationType(row, draft) };
  const isKeptBack = !["public", undefined].includes(row.cells["place_privacy"]);
  const name = isKeptBack ? undefined : draft.name(row, "name");
  if (name) location.name = name;
  if (country !== undefined) location.country = country;
  if (address) {
    const street = [address.cells["address_1"], address.cells["address_2"]].filter(Boolean).join(", ");
    if (street !== "") location.lines = { [draft.language]: street.slice(0, 300) };
    const city = draft.name(address, "city");
    if (city) location.city = city;
    const postalCode = address.cells["postal_code"];
    if (postalCode !== undefined && postalCode.length <= 20) location.postalCode = postalCode;
    else if (postalCode !== undefined)
      draft.hold("postal-code", address, "postal_code", `${shown(postalCode)} is not a postal code.`);
  }
  addPartialAddress(location, row, draft);
  addPoint(location, row, country, context, draft);
  addArea(location, row, address, country, context);

  const privacy = privacyOf(row, address, location, options, draft);
  if (privacy !== undefined) location.privacy = privacy;
  const directions = [
    draft.text(row, "transportation"),
    ...links.of("accessibility", "location_id", id).map((item) => draft.text(item, "description")),
  ]
    .map((text) => text?.[draft.language] ?? "")
    .filter(Boolean)
    .join("\n");
  if (directions !== "") location.directions = { [draft.language]: directions };
  const schedules = readSchedules(
    links
      .of("schedules", "location_id", id)
      .filter(
        (item) =>
          item.cells["service_id"] === undefined && item.cells["service_at_location_id"] === undefined,
      ),
    context.dates,
    draft,
  );
  if (schedules.length > 0) location.schedules = schedules;
  const website = readWebsite(row, "url", draft);
  location.contacts = [
    ...readPhones(nearestRows(links, "phones", "location_id", id), country, draft),
    ...readOwnEmail(row, context.personal, draft),
    ...(website === undefined ? [] : [{ channel: "website" as const, value: website }]),
    ...readPersons(nearestRows(links, "contacts", "location_id", id), links, country, draft),
  ];
  for (const column of ["description", "short_desc", "alternate_name", "external_identifier", "private_note"])
    draft.private(row, column);
  const { privateNote } = draft;
  if (privateNote !== undefined) location.privateNote = privateNote;
  draft.held.push(...row.held);
  return location;
}

function locationType(row: Row, draft: RecordDraft): "physical" | "postal" | "virtual" {
  const type = row.cells["location_type"] ?? "physical";
  if (type === "physical" || type === "postal" || type === "virtual") return type;
  draft.hold("location-type", row, "location_type", `${shown(type)} is not a type of location.`);
  return "physical";
}

function readCountry(address: Row | undefined, options: ReadOptions, draft: RecordDraft): string | undefined {
  const cell = address?.cells["country"];
  if (address && cell !== undefined) {
    if (/^[A-Za-z]{2}$/u.test(cell)) return cell.toUpperCase();
    draft.hold("country", address, "country", `${shown(cell)} is not a country code of two letters.`);
  }
  return options.country;
}

/** Our profile names the area of a place that is not withheld. */
function countryOfArea(row: Row): string | undefined {
  return /^[A-Z]{2}/u.exec(row.cells["area_code"] ?? "")?.[0];
}

/** Our profile: what is known of an address that lacks a part which HSDS requires. */
function addPartialAddress(location: LocationInput, row: Row, draft: RecordDraft): void {
  const { partial_postal_code: postalCode } = row.cells;
  const street = draft.name(row, "partial_street");
  const city = draft.name(row, "partial_city");
  if (street !== undefined) location.lines ??= street;
  if (city !== undefined) location.city ??= city;
  if (postalCode !== undefined && postalCode.length <= 20) location.postalCode ??= postalCode;
}

function addPoint(
  location: LocationInput,
  row: Row,
  country: string | undefined,
  context: HsdsContext,
  draft: RecordDraft,
): void {
  const { latitude, longitude } = row.cells;
  if (latitude === undefined && longitude === undefined) return;
  const point = readPoint(latitude ?? "", longitude ?? "", country, context.options.areas);
  if ("latitude" in point) {
    location.latitude = point.latitude;
    location.longitude = point.longitude;
    return;
  }
  const text = `${latitude ?? ""}, ${longitude ?? ""}`;
  draft.keepPrivate(`Coordinates in the source: ${text}`);
  draft.hold(point.code, row, "latitude", `${shown(text)}: ${point.reason}.`);
}

function addArea(
  location: LocationInput,
  row: Row,
  address: Row | undefined,
  country: string | undefined,
  context: HsdsContext,
): void {
  const { state_province: state, region, city } = address?.cells ?? {};
  const found = context.search.find({
    country,
    codes: [row.cells["area_code"], state],
    names: [state, region, city],
    latitude: location.latitude,
    longitude: location.longitude,
  });
  if (found.code !== undefined) location.area = found.code;
}

function addressLine(row: Row): string {
  const { address_1, address_2, city, state_province, postal_code, country } = row.cells;
  return [address_1, address_2, city, state_province, postal_code, country].filter(Boolean).join(", ");
}
