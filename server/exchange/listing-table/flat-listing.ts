import { COST_OPTIONS } from "#db/vocabulary.ts";
import type { TableName, TableSet } from "../hsds/table-set.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { Where } from "../read-result.ts";
import { readHours } from "./read-hours.ts";

/** Texts by HSDS column and language. */
export type FlatTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface FlatPlace {
  readonly privacy: string;
  readonly area?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly point?: readonly [latitude: string, longitude: string] | undefined;
}

/** One listing as it stands in a row. Lists are split; what is not there is not known. */
export interface FlatListing {
  readonly where: Where;
  readonly code: string;
  /** The languages of its texts, the one that it was exported in first. */
  readonly languages: readonly string[];
  readonly texts: FlatTexts;
  readonly organization: Readonly<Record<string, string>>;
  readonly plain: Readonly<Record<string, string | undefined>>;
  readonly services: readonly string[];
  readonly areas: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly contacts: readonly { readonly channel: string; readonly value: string }[];
  readonly spoken: readonly { readonly code: string; readonly mode: "direct" | "interpreter" }[];
  readonly hours: string;
  readonly costs: readonly string[];
  readonly documents: readonly string[];
  readonly places: readonly FlatPlace[];
  readonly source: string;
}

/** Adds the rows of HSDS that a listing makes. Two listings of one name of an organization belong to it both. */
export function addFlatListing(listing: FlatListing, tables: TableSet, problems: ProblemList): void {
  const { where, code, languages, texts, organization } = listing;
  const main = languages[0] ?? "en";
  const one = (said: Readonly<Record<string, string>>): string => said[main] ?? Object.values(said)[0] ?? "";
  const name = one(texts["name"] ?? {});
  const owner = one(organization);
  for (const [column, value] of [
    ["code", code],
    ["name", name],
    ["organization", owner],
  ] as const)
    if (value === "")
      problems.add("error", "missing-value", { ...where, column }, `${column} is missing.`, code);
  if (code === "" || name === "" || owner === "") return;

  let count = 0;
  const add = (table: TableName, cells: Readonly<Record<string, string | undefined>>): void => {
    count += 1;
    const filled = Object.entries(cells).flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [[key, value] as const],
    );
    const own = Object.fromEntries([["id", `${code}/${table}/${count}`] as const, ...filled]);
    tables.add(table, own, where);
  };
  const translate = (link: string, id: string, said: FlatTexts): void => {
    for (const [field, words] of Object.entries(said))
      for (const [language, text] of Object.entries(words))
        if (tables.get("translations", `${id}/${language}/${field}`) === undefined)
          add("translations", { id: `${id}/${language}/${field}`, [link]: id, language, field, text });
  };
  const several = languages.length > 1;
  if (tables.get("organizations", owner) === undefined)
    add("organizations", {
      id: owner,
      name: owner,
      provider_type: listing.plain["provider_type"],
      text_language: several ? main : undefined,
    });
  if (several) translate("organization_id", owner, { name: organization });
  const [sourceName, sourceDate] = sourceOf(listing.source);
  const words = Object.fromEntries(Object.entries(texts).map(([column, said]) => [column, one(said)]));
  add("services", {
    ...listing.plain,
    ...words,
    provider_type: undefined,
    id: code,
    organization_id: owner,
    status: "active",
    text_language: several ? main : undefined,
    source_name: sourceName,
    source_date: sourceDate,
  });
  if (several) translate("service_id", code, texts);
  const term = (id: string, value?: string): void => {
    if (tables.get("taxonomy_terms", id) === undefined) add("taxonomy_terms", { id, code: id, name: id });
    add("attributes", { link_id: code, link_entity: "service", taxonomy_term_id: id, value });
  };
  for (const service of listing.services) term(service);
  for (const condition of listing.yes) term(condition, "yes");
  for (const condition of listing.no) term(condition, "no");
  for (const area of listing.areas) add("service_areas", { service_id: code, area_code: area, name: area });
  for (const { channel, value } of listing.contacts)
    if (channel === "phone") add("phones", { service_id: code, number: value });
    else add("contact_points", { service_id: code, channel, value });
  for (const { code: language, mode } of listing.spoken)
    add(mode === "direct" ? "languages" : "interpreted_languages", {
      service_id: code,
      code: language,
      mode,
    });
  if (listing.hours !== "")
    for (const schedule of readHours(listing.hours))
      if (schedule !== null) add("schedules", { service_id: code, ...schedule });
      else
        problems.add(
          "note",
          "schedule",
          { ...where, column: "hours" },
          `${shown(listing.hours)}: a part of it is not written as our exports write hours.`,
          code,
        );
  for (const cost of listing.costs) add("cost_options", { service_id: code, ...readCost(cost) });
  for (const document of listing.documents) add("required_documents", { service_id: code, document });
  for (const [at, place] of listing.places.entries()) {
    const id = `${code}/place/${at}`;
    add("locations", {
      id,
      location_type: "physical",
      place_privacy: place.privacy,
      area_code: place.area,
      partial_street: place.street,
      partial_city: place.city,
      partial_postal_code: place.postalCode,
      latitude: place.point?.[0],
      longitude: place.point?.[1],
    });
    add("service_at_location", { service_id: code, location_id: id });
  }
}

/** `free`, `fee 200 THB a visit`: as our exports write costs. */
function readCost(text: string): Record<string, string | undefined> {
  const option = COST_OPTIONS.find((item) => text === item || text.startsWith(`${item} `));
  if (option === undefined) return { amount_description: text };
  const [, amount, currency, words] =
    /^(?: (\d+(?:\.\d+)?))?(?: ([A-Z]{3}))?(?: (.*))?$/su.exec(text.slice(option.length)) ?? [];
  return { option, amount, currency, amount_description: words };
}

/** `UNHCR; 2015-03-22`. */
function sourceOf(text: string): [name: string | undefined, date: string | undefined] {
  const [, name, date] = /^(.*?)(?:; (\d{4}-\d\d-\d\d))?$/su.exec(text) ?? [];
  return [name === "" ? undefined : name, date];
}
