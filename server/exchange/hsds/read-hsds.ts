/** Tables of HSDS to catalogue records, organization by organization. */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { AreaSearch } from "../find-area.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { SlashOrder } from "../read-date.ts";
import type { AreaWay, Draft, ReadOptions, Where } from "../read-result.ts";
import { linkRows } from "./links.ts";
import { nearestRows, readOwnEmail, readPersons, readPhones, readWebsite } from "./read-contacts.ts";
import { type HsdsContext, type LocationInput, readLocation } from "./read-location.ts";
import { readAffiliations, readProviderType, textLanguage, translated } from "./read-profile.ts";
import { readService } from "./read-service.ts";
import { RecordDraft } from "./record-draft.ts";
import { SourceName } from "./source-name.ts";
import type { Row, TableSet } from "./table-set.ts";

/** Everything in the tables as drafts of records. `ownCodes` are the sub-services of our taxonomy. */
export function readHsds(
  tables: TableSet,
  dates: SlashOrder,
  ownCodes: ReadonlySet<string>,
  options: ReadOptions,
  problems: ProblemList,
): Draft & { areas: Record<AreaWay, number> } {
  const language = options.language ?? "en";
  const search = new AreaSearch(options.areas);
  const links = linkRows(tables, problems);
  const personal = new Set(tables.rows("contacts").flatMap((row) => row.cells["email"]?.toLowerCase() ?? []));
  const context: HsdsContext = { links, options, search, dates, personal };
  const origins = new Map<string, Where>();
  const remember = (row: Row): string => {
    const id = row.cells["id"] ?? "";
    origins.set(id, row.where);
    return id;
  };
  noteShared(tables, problems);

  const used = new Set<string>();
  const organizations = tables.rows("organizations").map((row): OrganizationInput => {
    const id = remember(row);
    const draft = new RecordDraft(id, textLanguage(row, language), problems);
    const places = new Map<string, { location: LocationInput; held: string[] }>();
    const placeOf = (placeId: string): { location: LocationInput; held: string[] } | undefined => {
      const known = places.get(placeId);
      const placeRow = known ? undefined : tables.get("locations", placeId);
      if (!placeRow) return known;
      remember(placeRow);
      // A place used by two organizations is told once for each: records belong to one organization.
      const shared = used.has(placeId);
      used.add(placeId);
      const own = new RecordDraft(placeId, language, problems);
      const location = readLocation(placeRow, context, own);
      if (shared) location.sourceId = `${placeId}@${id}`;
      const place = { location, held: own.held };
      places.set(placeId, place);
      return place;
    };
    for (const item of links.of("locations", "organization_id", id)) placeOf(item.cells["id"] ?? "");

    const services = links.of("services", "organization_id", id).map((serviceRow) => {
      const serviceId = remember(serviceRow);
      const own = new RecordDraft(serviceId, textLanguage(serviceRow, language), problems);
      const ties = links.of("service_at_location", "service_id", serviceId);
      const ownPlaces = ties.flatMap((tie) => placeOf(tie.cells["location_id"] ?? "") ?? []);
      const service = readService(
        serviceRow,
        { locations: ownPlaces.map((place) => place.location), ties, sourceName: sourceOf(row, options) },
        tables,
        ownCodes,
        context,
        own,
      );
      const siblings = links.of("services", "organization_id", id);
      if (serviceRow.cells["fictional"] === "true" && !isFictional(siblings))
        own.hold("fictional", serviceRow, "fictional", "This service is made up; its organization is not.");
      for (const guard of row.guards) {
        if (guard.guard === "do-not-refer") service.doNotRefer = true;
        own.hold(
          "guarded",
          row,
          guard.column,
          `The source keeps this organization back (${guard.column}: ${shown(guard.value)}).`,
        );
      }
      const { privateNote } = own;
      if (privateNote !== undefined) service.privateNote = privateNote;
      service.held = [...new Set([...own.held, ...ownPlaces.flatMap((place) => place.held)])];
      return { service, own };
    });

    const record: OrganizationInput = {
      sourceId: id,
      name: translated(
        draft.name(row, "name"),
        "name",
        links.of("translations", "organization_id", id),
        draft,
      ) ?? { [language]: "(name in the private note)" },
      contacts: [
        ...readPhones(nearestRows(links, "phones", "organization_id", id), options.country, draft),
        ...readOwnEmail(row, personal, draft),
        ...readPersons(nearestRows(links, "contacts", "organization_id", id), links, options.country, draft),
      ],
    };
    const description = draft.text(row, "description");
    if (description) record.description = description;
    const providerType = readProviderType(row);
    if (providerType !== undefined) record.providerType = providerType;
    const affiliations = readAffiliations(id, tables, links);
    if (affiliations !== undefined) record.affiliations = affiliations;
    const website = readWebsite(row, "website", draft) ?? readWebsite(row, "url", draft);
    if (website !== undefined) record.website = website;
    for (const column of ["private_note", "alternate_name", "licenses", "accreditations", "funding_sources"])
      draft.private(row, column);
    draft.held.push(...row.held);
    for (const { service } of services) service.held = [...new Set([...(service.held ?? []), ...draft.held])];
    record.locations = [...places.values()].map((place) => place.location);
    record.services = services.map(({ service }) => service);
    const { privateNote } = draft;
    if (privateNote !== undefined) record.privateNote = privateNote;
    return record;
  });
  for (const row of tables.rows("locations")) {
    if (used.has(row.cells["id"] ?? "")) continue;
    problems.add(
      "note",
      "place-unused",
      row.where,
      "No organization and no service here uses this place; it is left out.",
      row.cells["id"],
    );
  }
  const fictional = tables
    .rows("organizations")
    .map((row) => row.cells["id"] ?? "")
    .filter((id) => isFictional(links.of("services", "organization_id", id)));
  return {
    source: options.source ?? sourceName(tables),
    organizations,
    origins,
    fictional,
    areas: search.counts,
  };
}

/** An organization is made up when all of its services are (our profile: `fictional`). */
function isFictional(services: readonly Row[]): boolean {
  return services.length > 0 && services.every((row) => row.cells["fictional"] === "true");
}

/** The name of the source as a listing shows it: the one that was given, else the organization's own records. */
function sourceOf(organization: Row, options: ReadOptions): string {
  return (options.source ?? organization.cells["name"] ?? "HSDS").slice(0, 300);
}

function sourceName(tables: TableSet): string {
  const source = new SourceName();
  for (const { cells } of tables.rows("organizations")) source.add(cells["id"] ?? "", cells["name"] ?? "");
  return source.toString();
}

/** One number on many organizations is often a switchboard, and sometimes a mistake: a person looks. */
function noteShared(tables: TableSet, problems: ProblemList): void {
  const owners = new Map<string, { row: Row; of: Set<string> }>();
  const organizationOf = (row: Row): string | undefined => {
    const service = tables.get("services", row.cells["service_id"]);
    const place = tables.get("locations", row.cells["location_id"]);
    return (
      row.cells["organization_id"] ?? service?.cells["organization_id"] ?? place?.cells["organization_id"]
    );
  };
  for (const row of tables.rows("phones")) {
    const number = (row.cells["number"] ?? "").replace(/\D/gu, "");
    const owner = organizationOf(row);
    if (number === "" || owner === undefined) continue;
    const known = owners.get(number) ?? { row, of: new Set<string>() };
    known.of.add(owner);
    owners.set(number, known);
  }
  for (const { row, of } of owners.values()) {
    if (of.size < 2) continue;
    problems.add(
      "note",
      "number-shared",
      { ...row.where, column: row.aliases["number"] ?? "number" },
      `${shown(row.cells["number"] ?? "")} is given for ${of.size} organizations.`,
    );
  }
}
