/**
 * HSDS as tables: which there are, and their columns. Columns come from the contracts, so that a field that is added
 * there is a column here. Three tables are our profile's: what HSDS has no table for.
 */
import * as v from "valibot";
import { type HsdsObject, hsdsSchema } from "#server/contract/hsds/json-schemas.ts";

export interface Column {
  readonly name: string;
  readonly type: "string" | "number" | "boolean";
  readonly format?: "uuid" | "uri" | "email" | undefined;
  readonly required: boolean;
}

export interface Table {
  /** HSDS's name of the thing. */
  readonly name: string;
  /** File without its ending: what HSDS calls the file. */
  readonly file: string;
  readonly columns: readonly Column[];
  /** Column to the table that it names. */
  readonly foreignKeys: Readonly<Record<string, string>>;
}

const KEYS: Readonly<Record<string, string>> = {
  organization_id: "organization",
  service_id: "service",
  location_id: "location",
  service_at_location_id: "service_at_location",
  taxonomy_id: "taxonomy",
  taxonomy_term_id: "taxonomy_term",
};

/** Links to tables that are never written. */
const LEFT_OUT = new Set(["contact_id", "phone_id", "program_id", "parent_organization_id"]);

/** What the tables require beyond the nested objects (HSDS: `tabular_required`). */
const TABULAR_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  services: ["organization_id"],
  service_at_location: ["service_id", "location_id"],
  cost_options: ["service_id"],
  attributes: ["link_id", "taxonomy_term_id", "link_entity"],
};

const OBJECTS: readonly (readonly [HsdsObject, string])[] = [
  ["organization", "organizations"],
  ["service", "services"],
  ["attribute", "attributes"],
  ["service_at_location", "service_at_location"],
  ["location", "locations"],
  ["phone", "phones"],
  ["address", "addresses"],
  ["schedule", "schedules"],
  ["service_area", "service_areas"],
  ["required_document", "required_documents"],
  ["language", "languages"],
  ["taxonomy_term", "taxonomy_terms"],
  ["cost_option", "cost_options"],
  ["taxonomy", "taxonomies"],
];

/** Parts of nested objects that become columns of their own, and where they come from. */
export const NESTED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  services: ["source_name", "source_url", "source_date"],
  phones: ["tells"],
  locations: ["partial_street", "partial_city", "partial_postal_code"],
};

const text = (name: string, required = false, format?: "uuid"): Column => ({
  name,
  type: "string",
  required,
  format,
});
const careful = ["who_answers", "recorded", "free", "tells", "hours", "country"];

const PROFILE_TABLES: readonly Table[] = [
  {
    name: "contact_point",
    file: "contact_points",
    columns: [
      text("id", true, "uuid"),
      text("service_id", true, "uuid"),
      text("channel", true),
      text("value", true),
      ...["label", ...careful].map((name) => text(name)),
    ],
    foreignKeys: { service_id: "service" },
  },
  {
    name: "interpreted_language",
    file: "interpreted_languages",
    columns: [
      text("id", true, "uuid"),
      text("service_id", true, "uuid"),
      ...["name", "code", "note", "mode"].map((name) => text(name)),
    ],
    foreignKeys: { service_id: "service" },
  },
  {
    name: "translation",
    file: "translations",
    columns: [
      text("id", true, "uuid"),
      text("service_id", false, "uuid"),
      text("organization_id", false, "uuid"),
      text("language", true),
      text("field", true),
      text("text", true),
    ],
    foreignKeys: { service_id: "service", organization_id: "organization" },
  },
];

/** The tables of the data package, in HSDS's order, then our profile's. */
export const TABLES: readonly Table[] = [
  ...OBJECTS.map(([object, file]) => toTable(object, file)),
  ...PROFILE_TABLES,
];

interface Property {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
}

function toTable(object: HsdsObject, file: string): Table {
  const { properties, required } = v.parse(
    v.object({
      properties: v.record(v.string(), v.unknown()),
      required: v.optional(v.array(v.string()), []),
    }),
    hsdsSchema(object, ""),
  );
  const needed = new Set([...required, ...(TABULAR_REQUIRED[file] ?? [])]);
  const own = Object.entries(properties).flatMap(([name, property]): Column[] => {
    const { type, format } = property as Property;
    if (LEFT_OUT.has(name) || (type !== "string" && type !== "number" && type !== "boolean")) return [];
    const known = format === "uuid" || format === "uri" || format === "email" ? format : undefined;
    return [{ name, type, format: known, required: needed.has(name) }];
  });
  const columns = [...own, ...(NESTED_COLUMNS[file] ?? []).map((name) => text(name))];
  const keys = columns.flatMap(({ name }) => {
    const target = KEYS[name];
    return target === undefined || target === object ? [] : [[name, target] as const];
  });
  return { name: object, file, columns, foreignKeys: Object.fromEntries(keys) };
}
