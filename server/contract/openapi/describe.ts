/** `/openapi.json` (OpenAPI 3.1), made from the contracts that check requests and from those of the answers. */
import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { HSDS_OBJECTS } from "../hsds/json-schemas.ts";
import { Meta } from "../hsds/objects.ts";
import { ReportInput, SuggestionInput } from "../messages.ts";
import { SearchInput } from "../search.ts";
import { VERSION } from "../version.ts";
import { Areas, Bundles, Failure, Health, Listing, SearchAnswer, Terms } from "./answers.ts";
import { apiPaths } from "./api-paths.ts";
import { hsdsPaths } from "./hsds-paths.ts";

type Json = Record<string, unknown>;

const SCHEMAS: Record<string, v.GenericSchema> = {
  ...HSDS_OBJECTS,
  Meta,
  SearchInput,
  SearchAnswer,
  Listing,
  Areas,
  Terms,
  Bundles,
  Health,
  Failure,
  ReportInput,
  SuggestionInput,
};

/** The whole description. `site` is our own origin; `name` the public name of the directory. */
export function describeApi(site: string, name: string): Json {
  const schemas = components();
  const search = schemas["SearchInput"]?.["properties"] as Record<string, Json>;
  return {
    openapi: "3.1.0",
    info: {
      title: name,
      version: VERSION,
      summary: "The open interface of a directory of services.",
      description:
        "Open without a key. Everything comes from published listings: a place that is kept private has no address and no coordinates here. Whoever searches here tells this server what they look for; the public site never does, it searches on the device. An error is `{ error: { code, message, fields } }`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: site }],
    tags: [
      { name: "search", description: "Listings, areas and the taxonomy." },
      { name: "hsds", description: "HSDS 3.1 with our profile." },
      { name: "bundles", description: "All listings of an area in one go, for searching on the device." },
      { name: "state", description: "Whether it runs." },
    ],
    paths: { ...apiPaths(search), ...hsdsPaths() },
    components: { schemas },
  };
}

/** Every schema under its name; references lead to each other here. */
function components(): Record<string, Json> {
  const { $defs } = toJsonSchema(Failure, {
    target: "draft-2020-12",
    typeMode: "input",
    // Checks that JSON Schema has no words for are left to the server.
    errorMode: "ignore",
    definitions: SCHEMAS,
  });
  return JSON.parse(JSON.stringify($defs).replaceAll("#/$defs/", "#/components/schemas/")) as Record<
    string,
    Json
  >;
}
