/** `/hsds`, from the list of its operations. */
import { HSDS_OPERATIONS, type HsdsOperations, PARAMETERS } from "../hsds/operations.ts";
import { EXAMPLES, pageExample } from "./examples.ts";
import { answers, type Json, jsonContent, named, pathParameter, ref } from "./parts.ts";

const ID = "11111111-1111-4111-8111-111111111111";

export function hsdsPaths(): Json {
  return {
    "/hsds": {
      get: {
        tags: ["hsds"],
        operationId: "getAPIMetaInformation",
        summary: "The version of HSDS, our profile, and this description.",
        responses: answers("About this interface.", named("Meta"), []),
      },
    },
    ...Object.fromEntries(
      HSDS_OPERATIONS.flatMap((operation) => [
        [`/hsds${operation.path}`, listOf(operation)],
        [`/hsds${operation.path}/{id}`, oneOf(operation)],
      ]),
    ),
  };
}

function parameter(name: string): Json {
  const { about, schema } = PARAMETERS[name] ?? { about: "", schema: {} };
  return { name, in: "query", description: about, schema };
}

function listOf(operation: HsdsOperations): Json {
  const names = Object.keys(operation.input.entries);
  const entry = EXAMPLES[operation.object];
  const minimal = { type: "object", required: ["id", "last_modified"], maxProperties: 3 };
  const items =
    "minimal" in operation.input.entries
      ? { anyOf: [ref(operation.object), minimal] }
      : ref(operation.object);
  const page = {
    allOf: [
      ref("page"),
      { type: "object", properties: { contents: { type: "array", items } }, required: ["contents"] },
    ],
  };
  const responses = answers(
    `A page of ${operation.about}. Entries have what is one to one; with \`full\` all of \`${operation.object}\`; with \`format=ndjson\` one a line.`,
    {
      ...jsonContent(page, pageExample(entry)),
      "application/x-ndjson": { schema: { type: "string" } },
    },
  );
  const body = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, PARAMETERS[name]?.schema ?? {}])),
  };
  const summary = `Pages of ${operation.about}.`;
  return {
    get: {
      tags: ["hsds"],
      operationId: operation.listId,
      summary,
      parameters: names.map(parameter),
      responses,
    },
    post: {
      tags: ["hsds"],
      operationId: `${operation.listId}ByPost`,
      summary: `${summary} The same, asked in a body, so that it stands in no address.`,
      parameters: names.map(parameter),
      requestBody: { content: jsonContent(body, { per_page: 50 }) },
      responses,
    },
  };
}

function oneOf(operation: HsdsOperations): Json {
  return {
    get: {
      tags: ["hsds"],
      operationId: operation.oneId,
      summary: `One of the ${operation.about}, nested whole.`,
      parameters: [
        pathParameter("id", "Its id.", ID),
        ...["lang", ...operation.oneParameters].map(parameter),
      ],
      responses: answers("The record.", named(operation.object), [400, 404]),
    },
  };
}
