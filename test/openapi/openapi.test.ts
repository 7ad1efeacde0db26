import type { ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { pageOf } from "../hsds/answers.ts";
import { newAjv } from "../hsds/official-schemas.ts";
import { faultsOfOpenApi } from "../hsds/openapi-faults.ts";

/** `/openapi.json`: a valid description, and live answers that are what it says. */

interface Media {
  schema: Record<string, unknown>;
  example?: unknown;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; example?: string }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content: Record<string, Media> }>;
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let directory: TestDirectory;
let description: Description;
let ajv: Ajv2020;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
  description = (await (await directory.get("/openapi.json")).json()) as Description;
  ajv = newAjv();
  ajv.addSchema({ $id: "api", components: description.components });
});

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by a schema of the description. */
function faults(schema: object, value: unknown): unknown[] {
  const within = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
  const validate = compiled.get(within) ?? ajv.compile(JSON.parse(within) as object);
  compiled.set(within, validate);
  validate(value);
  return validate.errors ?? [];
}

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe("the description", () => {
  test("is valid OpenAPI 3.1, and names every operation once", async () => {
    expect(description.openapi).toBe("3.1.0");
    expect(await faultsOfOpenApi(description)).toEqual([]);
  });

  test("describes search, HSDS with its twins by POST, bundles and the state", () => {
    const told = operations().map(({ method, path }) => `${method} ${path}`);
    for (const path of ["/api/services", "/api/areas", "/bundles/index.json", "/healthz", "/hsds"])
      expect(told).toContain(`get ${path}`);
    expect(told.filter((path) => path.startsWith("get /hsds"))).toHaveLength(11);
    expect(told.filter((path) => path.startsWith("post /hsds"))).toHaveLength(5);
  });

  test("has examples that fit their schemas", () => {
    const media = operations().flatMap(({ operation }) => [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content)),
    ]);
    const examples = media.filter(({ example }) => example !== undefined);
    expect(examples.length).toBeGreaterThan(30);
    for (const { schema, example } of examples)
      expect([example, faults(schema, example)]).toEqual([example, []]);
  });

  test("is drawn as a page of our own that runs nothing and asks nobody else", async () => {
    const answer = await directory.get("/openapi");
    const page = await answer.text();
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|style=|https?:\/\/(?!localhost)/u);
    for (const { path } of operations()) expect(page).toContain(path);
  });
});

describe("live answers", () => {
  test("are what the description says, for every operation that reads", async () => {
    const file = (
      (await (await directory.get("/bundles/index.json")).json()) as { areas: { parts: { url: string }[] }[] }
    ).areas[0]?.parts[0]?.url
      .split("/")
      .at(-1);
    const first = async (name: string) =>
      (await pageOf(directory.get, `/hsds/${name}?per_page=1`)).contents[0]?.id;
    for (const { path, method, operation } of operations()) {
      if (method !== "get") continue;
      const id = path.startsWith("/hsds/") ? await first(path.split("/")[2] ?? "") : await first("services");
      const query = (operation.parameters ?? [])
        .filter((item) => item.in === "query" && item.example !== undefined)
        .map((item) => `${item.name}=${item.example ?? ""}`);
      const address = path.replace("{id}", id ?? "").replace("{file}", file ?? "");
      const answer = await directory.get(`${address}?${query.join("&")}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const schema = operation.responses["200"]?.content["application/json"]?.schema ?? {};
      expect([path, faults(schema, await answer.json())]).toEqual([path, []]);
    }
  });

  test("to questions in a body, and to wrong ones, are as well", async () => {
    for (const { path, method, operation } of operations()) {
      const body = operation.requestBody?.content["application/json"]?.example;
      if (method !== "post" || body === undefined) continue;
      const answer = await directory.post(path, body);
      const schema = operation.responses["200"]?.content["application/json"]?.schema ?? {};
      expect([path, answer.status, faults(schema, await answer.json())]).toEqual([path, 200, []]);
      const wrong = await directory.post(path, { nonsense: 1 });
      expect([path, wrong.status]).toEqual([path, 400]);
      const failure = operation.responses["400"]?.content["application/json"]?.schema ?? {};
      expect(faults(failure, await wrong.json())).toEqual([]);
    }
  });

  test("hold every full listing, and minimal ones", async () => {
    const schema =
      description.paths["/hsds/services"]?.["get"]?.responses["200"]?.content["application/json"]?.schema;
    for (const query of ["full=true&per_page=500", "minimal=true"]) {
      const answer = await directory.get(`/hsds/services?${query}`);
      expect(faults(schema ?? {}, await answer.json())).toEqual([]);
    }
    const listing = description.components.schemas["Listing"] ?? {};
    const { items } = (await (await directory.get("/api/services?limit=100")).json()) as {
      items: { id: string }[];
    };
    for (const { id } of items)
      expect(faults(listing, await (await directory.get(`/api/services/${id}`)).json())).toEqual([]);
  });
});
