/** HSDS 3 JSON, nested as its APIs answer, to rows. */
import { guardOf, isGuarded } from "../guard-columns.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ProblemList } from "../problem-list.ts";
import { HSDS_HEADERS } from "./headers.ts";
import { profileCells, translationsIn } from "./profile-json.ts";
import { READ_TABLES, type TableName, type TableSet } from "./table-set.ts";
import { lookUp } from "../look-up.ts";

/** Which table a nested key leads to. */
const CHILDREN: Readonly<Record<string, TableName>> = {
  services: "services",
  service: "services",
  organization: "organizations",
  locations: "locations",
  location: "locations",
  service_at_locations: "service_at_location",
  addresses: "addresses",
  phones: "phones",
  contacts: "contacts",
  schedules: "schedules",
  languages: "languages",
  service_areas: "service_areas",
  cost_options: "cost_options",
  required_documents: "required_documents",
  accessibility: "accessibility",
  attributes: "attributes",
  taxonomy_term: "taxonomy_terms",
  programs: "programs",
  contact_points: "contact_points",
  interpreted_languages: "interpreted_languages",
};

/** The column in which a child names a parent of this table. */
const PARENT_KEY: Partial<Record<TableName, string>> = {
  organizations: "organization_id",
  services: "service_id",
  locations: "location_id",
  service_at_location: "service_at_location_id",
  contacts: "contact_id",
  phones: "phone_id",
  taxonomy_terms: "taxonomy_term_id",
};

/** Reads one document: an object, an array, a page with `contents`, or tables by file name. */
export function readHsdsJson(value: Json, file: string, tables: TableSet, problems: ProblemList): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => readEntity(item, file, `[${at}]`, tables, problems));
    return;
  }
  if (!isObject(value)) return;
  const { contents } = value;
  if (Array.isArray(contents)) {
    contents.forEach((item, at) => readEntity(item, file, `contents[${at}]`, tables, problems));
    return;
  }
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => name.endsWith(".csv"))) {
    for (const [name, rows] of Object.entries(value)) {
      const table = READ_TABLES.find((item) => `${item}.csv` === name);
      if (!table || !Array.isArray(rows)) continue;
      rows.forEach(
        (row, at) => isObject(row) && visit(table, row, file, `${name}[${at}]`, {}, tables, problems),
      );
    }
    return;
  }
  readEntity(value, file, "", tables, problems);
}

function readEntity(value: Json, file: string, path: string, tables: TableSet, problems: ProblemList): void {
  if (!isObject(value)) {
    problems.add(
      "error",
      "not-a-record",
      { file, row: path === "" ? "$" : path },
      "This entry is not an object.",
    );
    return;
  }
  if ("version" in value && "uri" in value && !("website" in value)) {
    problems.add(
      "note",
      "table-ignored",
      { file, row: path === "" ? "$" : path },
      "Descriptions of taxonomies are known and not taken in.",
    );
    return;
  }
  visit(tableOfEntity(value), value, file, path, {}, tables, problems);
}

/** The table of an object that stands on its own, by keys that only its kind has. */
function tableOfEntity(value: JsonObject): TableName {
  if ("location_type" in value) return "locations";
  const standsAlone = "name" in value;
  if (!standsAlone && (isObject(value["service"]) || isObject(value["location"])))
    return "service_at_location";
  if ("term_uri" in value || "taxonomy_detail" in value || "taxonomy" in value) return "taxonomy_terms";
  const service = [
    "service_at_locations",
    "organization",
    "organization_id",
    "status",
    "eligibility_description",
  ];
  if (service.some((key) => key in value)) return "services";
  return "organizations";
}

function visit(
  table: TableName,
  value: JsonObject,
  file: string,
  path: string,
  parent: Record<string, string>,
  tables: TableSet,
  problems: ProblemList,
): string | undefined {
  const where = { file, row: path === "" ? "$" : path };
  const cells: Record<string, string> = { ...parent };
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string" || typeof item === "number" || typeof item === "boolean") {
      const text = String(item).trim();
      if (text !== "") cells[key] = text;
    }
  }
  Object.assign(cells, profileCells(value));
  // A nested parent is read first, so that the child can name it.
  for (const key of ["organization", "service", "location", "taxonomy_term"] as const) {
    const item = value[key];
    const child = CHILDREN[key];
    if (!isObject(item) || !child) continue;
    const id = visit(child, item, file, join(path, key), {}, tables, problems);
    const column = PARENT_KEY[child];
    if (id !== undefined && column !== undefined) cells[column] ??= id;
  }
  const missing = HSDS_HEADERS[table].required.filter((column) => cells[column] === undefined);
  for (const column of missing) {
    problems.add("error", "missing-value", { ...where, column }, `${column} is missing.`, cells["id"]);
  }
  if (missing.length > 0) return undefined;
  // Objects without an id of their own are told apart by their place in the document.
  cells["id"] ??= `${file}#${where.row}`;
  const row = tables.add(table, cells, where);
  const standard = [...HSDS_HEADERS[table].needed, ...HSDS_HEADERS[table].further];
  for (const [column, said] of Object.entries(cells)) {
    const guard = standard.includes(column) ? undefined : guardOf(column);
    if (guard !== undefined && isGuarded(column, said)) row.guards.push({ guard, column, value: said });
  }
  const id = cells["id"];
  const column = PARENT_KEY[table];
  for (const [key, item] of Object.entries(value)) {
    const child = lookUp(CHILDREN, key);
    if (!child || !Array.isArray(item)) continue;
    const link: Record<string, string> =
      child === "attributes" ? { link_id: id } : column ? { [column]: id } : {};
    item.forEach((entry, at) => {
      if (isObject(entry)) visit(child, entry, file, `${join(path, key)}[${at}]`, link, tables, problems);
    });
  }
  if (column === "service_id" || column === "organization_id") {
    for (const text of translationsIn(value)) {
      const own = `${id}/${text["language"] ?? ""}/${text["field"] ?? ""}`;
      tables.add("translations", { id: own, [column]: id, ...text }, where);
    }
  }
  return id;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
