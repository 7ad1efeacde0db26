/** The official schemas of HSDS 3.1, read from the folder that WAYMARK_SHARED names. They are not part of this repository. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const folder = path.join(process.env["WAYMARK_SHARED"] ?? "", "hsds");

/** Whether the schemas are there; tests that need them are skipped otherwise. */
export function hasOfficialSchemas(): boolean {
  const found = process.env["WAYMARK_SHARED"] !== undefined && existsSync(path.join(folder, "openapi.json"));
  if (!found)
    console.warn("Skipped: set WAYMARK_SHARED to the folder that holds hsds/ with the official schemas.");
  return found;
}

/** A file of the official set. */
export function official(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Record<string, unknown>;
}

/** A validator as the standard asks: draft 2020-12, with formats, every error told. */
export function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // The package's types name the module, not its default export.
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv;
}

/** What HSDS calls its answers, each with a validator (standards B.7 says which file holds which). */
export const OFFICIAL_KINDS = [
  "service",
  "service_list",
  "organization",
  "organization_list",
  "service_at_location",
  "service_at_location_list",
  "taxonomy",
  "taxonomy_term",
  "page",
] as const;
export type OfficialKind = (typeof OFFICIAL_KINDS)[number];

export function officialValidators(): Record<OfficialKind, ValidateFunction> {
  const ajv = newAjv();
  ajv.addSchema(official("compiled_service_with_definitions.json"), "hsds");
  const part = (name: string) => ajv.compile({ $ref: `hsds#/definitions/${name}` });
  const { components } = official("openapi.json") as { components: { schemas: { Page: object } } };
  return {
    service: ajv.compile({ $ref: "hsds" }),
    service_list: ajv.compile(official("compiled_service_list.json")),
    organization: part("organization"),
    organization_list: ajv.compile(official("compiled_organization_list.json")),
    service_at_location: ajv.compile(official("compiled_service_at_location.json")),
    service_at_location_list: ajv.compile(official("compiled_service_at_location_list.json")),
    taxonomy: part("taxonomy"),
    taxonomy_term: part("taxonomy_term"),
    page: ajv.compile(components.schemas.Page),
  };
}

/** The official examples of single answers. */
export const OFFICIAL_EXAMPLES: Readonly<Partial<Record<OfficialKind, string>>> = {
  service: "ex_service_full.json",
  organization: "ex_organization_full.json",
  service_at_location: "ex_service_at_location_full.json",
  taxonomy: "ex_taxonomy.json",
  taxonomy_term: "ex_taxonomy_term.json",
};
