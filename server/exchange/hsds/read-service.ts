/** One service and everything that hangs on it. */
import { SERVICE_STATUSES, type ServiceStatus } from "#db/vocabulary.ts";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { shown } from "../problem-list.ts";
import { readDate } from "../read-date.ts";
import { addAges, addAreas, readLanguages } from "./read-eligibility.ts";
import { readAnswers, readContactPoints, readScope, translated, withoutTwins } from "./read-profile.ts";
import { readTerms } from "./read-terms.ts";
import { readCosts } from "./read-costs.ts";
import { nearestRows, readOwnEmail, readPersons, readPhones, readWebsite } from "./read-contacts.ts";
import type { HsdsContext, LocationInput } from "./read-location.ts";
import { readSchedules } from "./read-schedules.ts";
import type { Localized, RecordDraft } from "./record-draft.ts";
import type { Row, TableSet } from "./table-set.ts";

export type ServiceInput = NonNullable<OrganizationInput["services"]>[number];

export interface ServicePlaces {
  locations: LocationInput[];
  /** Who told us: shown with the listing. */
  sourceName: string;
  /** The rows that tie the service to its places. */
  ties: readonly Row[];
}

/** HSDS column to text of the listing. */
const TEXTS = {
  description: "description",
  eligibility_description: "eligibilityDescription",
  application_process: "applicationProcess",
  fees_description: "feesDescription",
  wait_time: "waitTime",
  interpretation_services: "interpretationServices",
  alert: "alert",
  // Our profile's.
  what_happens_first: "whatHappensFirst",
  for_children: "forChildren",
  documents_description: "documentsDescription",
  rules: "rules",
  limits: "limits",
  access_later: "accessLater",
  who_is_told: "whoIsTold",
  contact_care: "contactCare",
  travel: "travel",
  culture: "culture",
  follow_up: "followUp",
  complaints: "complaints",
} as const;
/** Columns for colleagues alone: they name people, or say nothing to a reader. */
const PRIVATE = [
  "assurer_email",
  "accreditations",
  "licenses",
  "funding_sources",
  "accepted_payments",
  "alternate_name",
  "private_note",
];

/** The service as a draft of a record. */
export function readService(
  row: Row,
  places: ServicePlaces,
  tables: TableSet,
  ownCodes: ReadonlySet<string>,
  context: HsdsContext,
  draft: RecordDraft,
): ServiceInput {
  const { links, options } = context;
  const id = row.cells["id"] ?? "";
  const country =
    places.locations.find((place) => place.country !== undefined)?.country ??
    options.country ??
    countryServed(links.of("service_areas", "service_id", id));
  const translations = links.of("translations", "service_id", id);
  const ties = places.ties.map((tie) => tie.cells["id"] ?? "");
  const placeIds = places.ties.map((tie) => tie.cells["location_id"] ?? "");
  const own = <T extends "phones" | "contacts">(table: T): Row[] => [
    ...nearestRows(links, table, "service_id", id),
    ...ties.flatMap((tie) => nearestRows(links, table, "service_at_location_id", tie)),
  ];
  draft.held.push(...row.held);

  const service: ServiceInput = {
    sourceId: id,
    name: translated(draft.name(row, "name"), "name", translations, draft) ?? {
      [draft.language]: "(name in the private note)",
    },
    texts: readTexts(row, translations, draft),
    status: readStatus(row, draft),
    services: readTerms(row, id, tables, ownCodes, context, draft),
    locations: places.locations.map((place) => place.sourceId),
    costs: readCosts(row, links.of("cost_options", "service_id", id), draft),
    languages: readLanguages(
      [
        ...links.of("languages", "service_id", id),
        ...links.of("interpreted_languages", "service_id", id),
        ...placeIds.flatMap((place) =>
          links
            .of("languages", "location_id", place)
            .filter((item) => item.cells["service_id"] === undefined),
        ),
      ],
      draft,
    ),
    requiredDocuments: links
      .of("required_documents", "service_id", id)
      .map((item) => draft.name(item, "document"))
      .filter((name) => name !== undefined),
  };
  addGuards(row, service, draft);
  const scope = readScope(row) ?? options.defaultScope;
  if (scope === undefined)
    draft.hold(
      "scope-unknown",
      row,
      "name",
      "The source does not say whether this is general or specialised help.",
    );
  else service.scope = scope;

  addAreas(service, row, places, country, context, draft);
  addAges(service, row, draft);
  const hours = readSchedules(
    [
      ...links.of("schedules", "service_id", id),
      ...ties.flatMap((tie) =>
        links
          .of("schedules", "service_at_location_id", tie)
          .filter((item) => item.cells["service_id"] === undefined),
      ),
    ],
    context.dates,
    draft,
  );
  if (hours.length > 0) service.schedules = hours;
  const stepFree = isStepFree(placeIds, context)
    ? { "accessible-formats": { "step-free": "yes" as const } }
    : {};
  service.answers = { ...stepFree, ...readAnswers(id, tables, links) };
  // Our profile: where a service has no website, the address is the directory's own page about it.
  const isOwnPage = row.cells["url"] !== undefined && row.cells["url"] === row.cells["listing_url"];
  const website = isOwnPage ? undefined : readWebsite(row, "url", draft);
  service.contacts = withoutTwins([
    ...readPhones(own("phones"), country, draft),
    ...readContactPoints(links.of("contact_points", "service_id", id), draft),
    ...readOwnEmail(row, context.personal, draft),
    ...(website === undefined ? [] : [{ channel: "website" as const, value: website }]),
    ...readPersons(own("contacts"), links, country, draft),
  ]);
  addEnd(service, row, context, draft);
  for (const column of PRIVATE) draft.private(row, column);
  for (const tie of places.ties) draft.private(tie, "description");

  const modified = row.cells["last_modified"] ?? row.cells["assured_date"];
  const date = modified === undefined ? undefined : readDate(modified, context.dates);
  // The source's own date: when it was told so, never a check by this directory.
  service.source = readSource(row) ?? {
    name: places.sourceName,
    ...(date && "date" in date ? { date: date.date } : {}),
  };
  if (date && !("date" in date))
    draft.report(
      date.level,
      date.code,
      row,
      row.cells["last_modified"] === undefined ? "assured_date" : "last_modified",
      `${shown(modified ?? "")}: ${date.reason}.`,
    );
  return service;
}

/** The last day that a source gives. Past or not is asked when it is published, by the clock of that day. */
function addEnd(service: ServiceInput, row: Row, context: HsdsContext, draft: RecordDraft): void {
  const cell = row.cells["ends"];
  if (cell === undefined) return;
  const reading = readDate(cell, context.dates);
  if (!("date" in reading)) {
    draft.report(reading.level, reading.code, row, "ends", `${shown(cell)}: ${reading.reason}.`);
    return;
  }
  service.validTo = reading.date;
  draft.note(
    "ended",
    row,
    "ends",
    `It runs until ${reading.date}; it is published only while that is not past.`,
  );
}

/** Our profile names where the facts came from in the first place. */
function readSource(row: Row): ServiceInput["source"] {
  const { source_name: name, source_url: url, source_date: date } = row.cells;
  if (name === undefined || [...name].length > 300) return undefined;
  const isUrl = url !== undefined && URL.canParse(url);
  return { name, ...(isUrl ? { url } : {}), ...(date === undefined ? {} : { date }) };
}

/** The country of the first area that is served, as our profile names it: where short numbers work. */
function countryServed(areas: readonly Row[]): string | undefined {
  return areas.flatMap((area) => /^[A-Z]{2}/u.exec(area.cells["area_code"] ?? "")?.[0] ?? [])[0];
}

function readTexts(
  row: Row,
  translations: readonly Row[],
  draft: RecordDraft,
): NonNullable<ServiceInput["texts"]> {
  const texts: Record<string, Localized> = {};
  for (const [column, key] of Object.entries(TEXTS)) {
    const text = translated(draft.text(row, column), column, translations, draft);
    if (text) texts[key] = text;
  }
  return texts;
}

function readStatus(row: Row, draft: RecordDraft): ServiceStatus {
  const cell = row.cells["status"];
  const status = SERVICE_STATUSES.find((item) => item === cell?.toLowerCase());
  if (status !== undefined) return status;
  draft.hold(
    "status",
    row,
    "status",
    cell === undefined ? "The source does not say whether it is active." : `${shown(cell)} is not a status.`,
  );
  return "inactive";
}

function addGuards(row: Row, service: ServiceInput, draft: RecordDraft): void {
  for (const { guard, column, value } of row.guards) {
    if (guard === "inactive") service.status = "inactive";
    if (guard === "do-not-refer") service.doNotRefer = true;
    draft.hold("guarded", row, column, `The source keeps this service back (${column}: ${shown(value)}).`);
  }
}

/** Codes of Open Referral 1.0; free text about access stays text. */
function isStepFree(placeIds: readonly string[], context: HsdsContext): boolean {
  return placeIds.some((place) =>
    context.links
      .of("accessibility", "location_id", place)
      .some((item) => ["ramp", "wheelchair"].includes(item.cells["code"] ?? "")),
  );
}
