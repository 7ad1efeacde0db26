/** A service with everything in it, taken apart into rows of HSDS's tables. */
import type { Service } from "#server/contract/hsds/objects.ts";
import type { HsdsTaxonomies } from "../hsds/taxonomies.ts";
import { nameId } from "../hsds/name-id.ts";
import { TABLES } from "./tables.ts";

export type Cell = string | number | boolean;
export interface TableRow {
  /** File of the table, without its ending. */
  readonly table: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Which table the entries of a list are rows of. */
const CHILDREN: Readonly<Record<string, string>> = {
  phones: "phones",
  schedules: "schedules",
  service_areas: "service_areas",
  service_at_locations: "service_at_location",
  languages: "languages",
  interpreted_languages: "interpreted_languages",
  contact_points: "contact_points",
  cost_options: "cost_options",
  required_documents: "required_documents",
  attributes: "attributes",
  addresses: "addresses",
};
/** Objects inside another that have a table of their own. */
const PARENTS: Readonly<Record<string, string>> = { organization: "organizations", location: "locations" };
/** The column in which rows name what they hang on. */
const LINK: Readonly<Record<string, string>> = {
  services: "service_id",
  service_at_location: "service_at_location_id",
  locations: "location_id",
};

const COLUMNS = new Map(TABLES.map(({ file, columns }) => [file, new Set(columns.map(({ name }) => name))]));

/** Rows of one service, its organisation among them: the same organisation comes again with each of its services. */
export function toTableRows(service: Service): TableRow[] {
  const rows: TableRow[] = [];
  visit("services", { ...service }, {}, rows);
  return rows;
}

/** The taxonomies and their terms. */
export function toTaxonomyRows({ taxonomies, terms }: HsdsTaxonomies): TableRow[] {
  return [
    ...taxonomies.map((item) => toRow("taxonomies", { ...item }, {})),
    ...terms.map((item) => toRow("taxonomy_terms", { ...item }, {})),
  ];
}

type Nested = Readonly<Record<string, unknown>>;

function visit(table: string, value: Nested, link: Readonly<Record<string, Cell>>, rows: TableRow[]): void {
  const own = toRow(table, value, link);
  const { id } = own.cells;
  for (const [key, parent] of Object.entries(PARENTS)) {
    const item = value[key];
    if (isObject(item)) visit(parent, item, {}, rows);
  }
  rows.push(own);
  addTranslations(table, value["translations"], String(id), rows);
  const column = LINK[table];
  for (const [key, child] of Object.entries(CHILDREN)) {
    const items = value[key];
    if (!Array.isArray(items)) continue;
    const childLink =
      child === "attributes" || column === undefined || id === undefined ? {} : { [column]: id };
    for (const item of items) if (isObject(item)) visit(child, item, childLink, rows);
  }
}

/** Objects whose parts are columns of their own. */
const PREFIXES: Readonly<Record<string, string>> = { source: "source", partial_address: "partial" };

function addTranslations(table: string, translations: unknown, id: string, rows: TableRow[]): void {
  const column = table === "services" ? "service_id" : "organization_id";
  if (!isObject(translations)) return;
  for (const [language, texts] of Object.entries(translations)) {
    if (!isObject(texts)) continue;
    for (const [field, text] of Object.entries(texts)) {
      const own = nameId(`${id}/translation/${language}/${field}`);
      rows.push({
        table: "translations",
        cells: { id: own, [column]: id, language, field, text: String(text) },
      });
    }
  }
}

function toRow(table: string, value: Nested, link: Readonly<Record<string, Cell>>): TableRow {
  const columns = COLUMNS.get(table);
  const cells: Record<string, Cell> = {};
  const put = (name: string, item: unknown): void => {
    if (columns?.has(name) !== true) return;
    if (typeof item === "string" || typeof item === "number" || typeof item === "boolean") cells[name] = item;
  };
  for (const [name, item] of Object.entries(value)) {
    const prefix = PREFIXES[name];
    if (prefix !== undefined && isObject(item))
      for (const [part, inner] of Object.entries(item)) put(`${prefix}_${part}`, inner);
    else if (name === "tells" && isObject(item))
      put(
        name,
        Object.entries(item)
          .map(([who, answer]) => `${who}:${String(answer)}`)
          .join(" "),
      );
    else put(name, item);
  }
  for (const [name, item] of Object.entries(link)) put(name, item);
  return { table, cells };
}

function isObject(value: unknown): value is Nested {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
