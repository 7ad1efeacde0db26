/** The contracts of HSDS under our profile as JSON Schema, draft 2020-12: what `/schema` serves. */
import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { Organization, OrganizationWithServices, Page, Service, ServiceAtLocation } from "./objects.ts";
import {
  Accessibility,
  Address,
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
  Unit,
  Url,
} from "./parts.ts";
import { Attribute, Metadata, Taxonomy, TaxonomyTerm } from "./taxonomy.ts";

/** Every object by its HSDS name. Those of parts come before what they are part of. */
export const HSDS_OBJECTS = {
  metadata: Metadata,
  taxonomy: Taxonomy,
  taxonomy_term: TaxonomyTerm,
  attribute: Attribute,
  url: Url,
  language: Language,
  phone: Phone,
  contact: Contact,
  address: Address,
  accessibility: Accessibility,
  schedule: Schedule,
  service_area: ServiceArea,
  location: Location,
  funding: Funding,
  required_document: RequiredDocument,
  cost_option: CostOption,
  program: Program,
  organization_identifier: OrganizationIdentifier,
  unit: Unit,
  service_capacity: ServiceCapacity,
  organization: Organization,
  service: Service,
  service_at_location: ServiceAtLocation,
  organization_with_services: OrganizationWithServices,
  page: Page,
} as const satisfies Record<string, v.GenericSchema>;
export type HsdsObject = keyof typeof HSDS_OBJECTS;

export type JsonObject = { readonly [key: string]: unknown };

/** Definitions are shared: each object refers to the others by name. */
const DEFINITIONS: Record<string, v.GenericSchema> = HSDS_OBJECTS;

/** The schema of one object, with every object that it refers to under `$defs`. `base` is the address of the folder. */
export function hsdsSchema(name: HsdsObject, base: string): JsonObject {
  const {
    $schema,
    $defs = {},
    ...rest
  } = toJsonSchema(DEFINITIONS[name] ?? Page, {
    target: "draft-2020-12",
    typeMode: "input",
    definitions: DEFINITIONS,
  }) as { $schema?: string; $defs?: Record<string, JsonObject> } & JsonObject;
  const own = ownSchema(rest, $defs);
  return { $schema, $id: `${base}/${name}.json`, title: name, ...own, $defs: usedDefinitions(own, $defs) };
}

/** A definition refers to itself by name; here it stands itself. */
function ownSchema(schema: JsonObject, definitions: Record<string, JsonObject>): JsonObject {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  return definitions[$ref.replace("#/$defs/", "")] ?? schema;
}

/** The definitions that a schema needs, directly or through others. */
function usedDefinitions(
  schema: JsonObject,
  definitions: Record<string, JsonObject>,
): Record<string, JsonObject> {
  const used: Record<string, JsonObject> = {};
  const open = referencesIn(schema);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = definitions[name];
    if (definition === undefined || name in used) continue;
    used[name] = definition;
    open.push(...referencesIn(definition));
  }
  return Object.fromEntries(Object.entries(used).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referencesIn(schema: unknown): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/gu)].map(([, name]) => name ?? "");
}
