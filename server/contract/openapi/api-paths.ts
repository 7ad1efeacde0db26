/** `/api`, `/bundles` and `/healthz`. */
import { EXAMPLES, SEARCH_EXAMPLE } from "./examples.ts";
import { answers, type Json, jsonContent, named, pathParameter, ref } from "./parts.ts";

/** One line for each parameter of a search. */
const ABOUT: Readonly<Record<string, string>> = {
  area: "ISO 3166-2 or ISO 3166-1; may be repeated: any one is enough.",
  need: "Area of the taxonomy; may be repeated.",
  service: "Sub-service of the taxonomy; may be repeated.",
  language: "BCP 47; may be repeated: any one is enough.",
  lat: "Latitude in degrees; with `lon`.",
  lon: "Longitude in degrees; with `lat`.",
  radius_km: "Kilometres around the point. Places that are kept private are never measured.",
  expand:
    "Where nothing is found within `radius_km`, the radius is doubled until something is; `radius_km` of the answer says how far.",
  direct: "Only people who speak the language themselves.",
  gender: "Who asks.",
  age: "Years.",
  scope: "`general` or `trafficking-specific`.",
  delivery: "How help is given.",
  no_documents: "Without papers.",
  no_identification: "Without being identified by anybody first.",
  no_cooperation: "Without working with police or courts.",
  without_staying: "Without staying overnight.",
  open_now: "Open at this moment.",
  q: "Words; every one must be found.",
  lang: "Language of names in the answer.",
  limit: "At most 100; 20 when left out.",
  cursor: "`next` of the page before.",
  include: "`no` adds what does not fit, with reasons.",
};

/** `search` are the properties of the search's contract. */
export function apiPaths(search: Record<string, Json>): Json {
  return {
    "/api/services": {
      get: {
        tags: ["search"],
        operationId: "searchServices",
        summary: "Listings that fit, or about which something must be asked.",
        parameters: Object.entries(search).map(([name, schema]) => ({
          name,
          in: "query",
          description: ABOUT[name] ?? "",
          schema,
        })),
        responses: answers("What was found.", named("SearchAnswer")),
      },
    },
    "/api/services/search": {
      post: {
        tags: ["search"],
        operationId: "searchServicesByPost",
        summary: "The same, asked in a body, so that it stands in no address.",
        requestBody: { required: true, content: jsonContent(ref("SearchInput"), SEARCH_EXAMPLE) },
        responses: answers("What was found.", named("SearchAnswer")),
      },
    },
    "/api/services/{id}": {
      get: {
        tags: ["search"],
        operationId: "getListing",
        summary: "One listing, in all its languages.",
        parameters: [pathParameter("id", "Its id, or its code as printed.", "K7Q2M-4")],
        responses: answers("The listing.", named("Listing"), [404]),
      },
    },
    "/api/areas": {
      get: {
        tags: ["search"],
        operationId: "listAreas",
        summary: "The areas of the directory.",
        responses: answers("Areas.", named("Areas"), []),
      },
    },
    "/api/taxonomy": {
      get: {
        tags: ["search"],
        operationId: "listTerms",
        summary: "The sub-services, with their names.",
        responses: answers("Terms.", named("Terms"), []),
      },
    },
    "/api/places": {
      get: {
        tags: ["search"],
        operationId: "listPlaceNames",
        summary: "The place names of a country.",
        parameters: [
          {
            name: "country",
            in: "query",
            required: true,
            description: "ISO 3166-1 alpha-2.",
            schema: { type: "string", pattern: "^[A-Z]{2}$" },
            example: "TH",
          },
        ],
        responses: answers("Place names.", jsonContent({ type: "object" }, undefined), [400, 404]),
      },
    },
    "/api/reports/challenge": {
      get: {
        tags: ["search"],
        operationId: "getChallenge",
        summary: "What a proof of work is made from, which keeps floods of reports away.",
        responses: answers(
          "The challenge.",
          jsonContent(
            {
              type: "object",
              properties: { challenge: { type: "string" }, bits: { type: "integer" } },
              required: ["challenge", "bits"],
            },
            { challenge: "0123456789abcdef0123456789abcdef", bits: 14 },
          ),
          [],
        ),
      },
    },
    "/api/reports": { post: message("sendReport", "A coded report about a listing.", "ReportInput") },
    "/api/suggestions": {
      post: message("sendSuggestion", "A service that is missing here.", "SuggestionInput"),
    },
    "/bundles/index.json": {
      get: {
        tags: ["bundles"],
        operationId: "getBundleIndex",
        summary: "Which parts hold the listings of which area, with their digests.",
        responses: answers("The index.", named("Bundles"), []),
      },
    },
    "/bundles/{file}": {
      get: {
        tags: ["bundles"],
        operationId: "getBundlePart",
        summary: "One part, as the index names it.",
        parameters: [pathParameter("file", "Name with its digest.", "th-50-index.0123456789abcdef.json")],
        responses: answers("The part.", jsonContent({}, undefined), [404, 410]),
      },
    },
    "/healthz": {
      get: {
        tags: ["state"],
        operationId: "getHealth",
        summary: "Whether it runs, and what is published.",
        responses: answers("It runs.", jsonContent(ref("Health"), EXAMPLES["Health"]), []),
      },
    },
  };
}

function message(operationId: string, summary: string, schema: string): Json {
  const { "200": taken, ...wrong } = answers(
    "Taken.",
    jsonContent({ type: "object" }, { ok: true }),
    [400, 429],
  );
  return {
    tags: ["search"],
    operationId,
    summary,
    requestBody: { required: true, content: jsonContent(ref(schema), undefined) },
    responses: { "202": taken, ...wrong },
  };
}
