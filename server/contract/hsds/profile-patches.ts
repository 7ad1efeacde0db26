/**
 * Our profile as HSDS asks for it: a folder of JSON Merge Patches (RFC 7386) with the file names of the official
 * schemas. Merged onto those they are what `/schema` serves.
 */
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { HSDS_OPERATIONS, PARAMETERS } from "./operations.ts";
import {
  LANGUAGE_PROFILE,
  LOCATION_PROFILE,
  ORGANIZATION_PROFILE,
  PHONE_PROFILE,
  SCHEDULE_PROFILE,
  SERVICE_AREA_PROFILE,
  SERVICE_PROFILE,
} from "./profile.ts";
import { PROFILE_VERSION } from "./version.ts";

/** Where the official schemas lie that the patches are for. */
export const OFFICIAL_SCHEMAS = "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/";

export const PROFILE_TITLE = "HSDS profile for directories of protective services";

const EXTENDED = {
  "language.json": LANGUAGE_PROFILE,
  "location.json": LOCATION_PROFILE,
  "organization.json": ORGANIZATION_PROFILE,
  "phone.json": PHONE_PROFILE,
  "schedule.json": SCHEDULE_PROFILE,
  "service_area.json": SERVICE_AREA_PROFILE,
  "service.json": SERVICE_PROFILE,
} as const satisfies Record<string, v.ObjectEntries>;

type Json = Record<string, unknown>;

/** Every patch by its file name. `site` is our own origin, which the patched description points at. */
export function profilePatches(site: string): Readonly<Record<string, Json>> {
  const patches = Object.fromEntries(
    Object.entries(EXTENDED).map(([file, entries]) => [file, { properties: propertiesOf(entries) }]),
  );
  const service = patches["service.json"]?.properties ?? {};
  return {
    ...patches,
    "service.json": {
      properties: {
        ...service,
        interpreted_languages: {
          type: "array",
          description: "Languages that are spoken only through an interpreter.",
          items: { $ref: "language.json" },
        },
      },
    },
    "openapi.json": openApiPatch(site),
  };
}

function propertiesOf(entries: v.ObjectEntries): Json {
  const { properties } = toJsonSchema(v.object(entries), { target: "draft-2020-12", typeMode: "input" });
  return { ...properties };
}

/** Our own parameters, bodies for POST, names of operations that are each used once, and schemas of our own. */
function openApiPatch(site: string): Json {
  const own = ["lang", "area", "scope"];
  return {
    info: {
      title: PROFILE_TITLE,
      version: PROFILE_VERSION,
      summary: "HSDS 3.1 with scope, conditions in three values, privacy of places, and what contacts tell.",
      description: `The whole description of this server: ${site}/openapi.json`,
      contact: null,
      license: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
    },
    servers: [{ url: `${site}/hsds` }],
    paths: Object.fromEntries(
      HSDS_OPERATIONS.flatMap((operation) => [
        [operation.path, listPatch(operation.path, site)],
        [
          `${operation.path}/{id}`,
          { get: { operationId: operation.oneId, responses: answers(site, operation.object) } },
        ],
      ]),
    ),
    components: {
      parameters: Object.fromEntries(
        own.map((name) => [
          name,
          { name, in: "query", description: PARAMETERS[name]?.about, schema: PARAMETERS[name]?.schema },
        ]),
      ),
    },
  };
}

function listPatch(path: string, site: string): Json {
  const operation = HSDS_OPERATIONS.find((item) => item.path === path);
  if (operation === undefined) return {};
  const names = Object.keys(operation.input.entries);
  // Two parameters of terms stand in their operation alone; the others are shared.
  const shared = (name: string) => name !== "top_only" && name !== "parent_id";
  const parameters = names.map((name) =>
    shared(name)
      ? { $ref: `#/components/parameters/${name}` }
      : { name, in: "query", description: PARAMETERS[name]?.about, schema: PARAMETERS[name]?.schema },
  );
  const body = {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, PARAMETERS[name]?.schema ?? {}])),
  };
  const responses = answers(site, operation.object, true);
  return {
    get: { operationId: operation.listId, parameters, responses },
    post: {
      operationId: `${operation.listId}ByPost`,
      parameters,
      requestBody: { content: { "application/json": { schema: body } } },
      responses,
    },
  };
}

function answers(site: string, object: string, listed = false): Json {
  const schema = { $ref: `${site}/schema/${object}.json` };
  const page = {
    properties: { contents: { type: "array", items: schema } },
    allOf: [{ $ref: "#/components/schemas/Page" }],
  };
  return {
    "200": { content: { "application/json": { schema: listed ? page : { ...schema, allOf: null } } } },
  };
}
