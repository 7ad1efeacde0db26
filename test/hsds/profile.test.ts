import { beforeAll, describe, expect, test } from "vitest";
import { mergePatch } from "#server/contract/hsds/merge-patch.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { pageOf } from "./answers.ts";
import { faultsOfOpenApi } from "./openapi-faults.ts";
import {
  hasOfficialSchemas,
  newAjv,
  official,
  OFFICIAL_EXAMPLES,
  type OfficialKind,
  officialValidators,
} from "./official-schemas.ts";

/** What `/schema` and `/profile` serve, held against the official schemas and our own answers. */

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
});
const json = async (path: string) => (await (await directory.get(path)).json()) as Record<string, unknown>;

describe("our schemas and patches are served", () => {
  test("the lists name files that are there, under /hsds as well", async () => {
    const { schemas } = (await json("/schema")) as { schemas: string[] };
    const { patches, datapackage } = (await json("/hsds/profile/")) as {
      patches: string[];
      datapackage: string;
    };
    expect(schemas.length).toBeGreaterThan(20);
    expect(patches.map((url) => url.split("/").at(-1))).toContain("service.json");
    for (const url of [...schemas, ...patches, datapackage]) {
      const path = new URL(url).pathname;
      expect((await directory.get(path)).status).toBe(200);
      expect(await json(`/hsds${path}`)).toEqual(await json(path));
    }
    expect((await directory.get("/schema/none.json")).status).toBe(404);
    expect((await directory.get("/profile/none.json")).headers.get("access-control-allow-origin")).toBe("*");
  });

  test("every schema is a valid schema of draft 2020-12 that refers to nothing outside itself", async () => {
    const { schemas } = (await json("/schema")) as { schemas: string[] };
    for (const url of schemas) {
      const schema = await json(new URL(url).pathname);
      expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(schema["$id"]).toBe(url);
      expect(() => newAjv().compile(schema)).not.toThrow();
    }
  });

  test("a scope, an answer or a privacy that is none of ours is refused by our schemas", async () => {
    const ajv = newAjv();
    const service = ajv.compile(await json("/schema/service.json"));
    const { contents } = await pageOf(directory.get, "/hsds/services?full=true&per_page=500");
    for (const item of contents) expect([service(item), service.errors]).toEqual([true, null]);
    const [first] = contents;
    expect(service({ ...first, scope: "special" })).toBe(false);
    expect(service({ ...first, interpreted_languages: [{ id: first?.id, mode: "maybe" }] })).toBe(false);
    const location = ajv.compile(await json("/schema/location.json"));
    expect(location({ id: first?.id, location_type: "physical", place_privacy: "secret" })).toBe(false);
  });
});

describe.skipIf(!hasOfficialSchemas())("held against the official schemas", () => {
  const KINDS = Object.keys(OFFICIAL_EXAMPLES) as OfficialKind[];
  const example = (kind: OfficialKind) => official(OFFICIAL_EXAMPLES[kind] ?? "");

  for (const kind of KINDS) {
    test(`our ${kind} accepts the official example`, async () => {
      const ours = newAjv().compile(await json(`/schema/${kind}.json`));
      ours(example(kind));
      expect(ours.errors).toBe(null);
    });

    test(`our ${kind} refuses what the official schema refuses: every field spoiled in turn`, async () => {
      const ours = newAjv().compile(await json(`/schema/${kind}.json`));
      const theirs = officialValidators()[kind];
      const missed: string[] = [];
      let refused = 0;
      for (const { path, spoiled } of spoil(example(kind))) {
        if (theirs(spoiled)) continue;
        refused += 1;
        if (ours(spoiled)) missed.push(path);
      }
      expect(missed).toEqual([]);
      expect(refused).toBeGreaterThan(5);
    });
  }

  test("the patches merge onto the official schemas, which then accept our answers and the official examples", async () => {
    const definitions = official("compiled_service_with_definitions.json");
    const { patches } = (await json("/profile")) as { patches: string[] };
    let merged: unknown = definitions;
    for (const url of patches.filter((item) => !item.endsWith("openapi.json"))) {
      const name = url.split("/").at(-1)?.replace(".json", "") ?? "";
      const patch: unknown = JSON.parse(
        // The whole official schema refers to its parts by definition, its single files by file.
        JSON.stringify(await json(new URL(url).pathname)).replace(
          '"language.json"',
          '"#/definitions/language"',
        ),
      );
      merged = mergePatch(merged, name === "service" ? patch : { definitions: { [name]: patch } });
    }
    const ajv = newAjv();
    expect(ajv.validateSchema(merged as object)).toBe(true);
    const validate = ajv.compile(merged as object);
    const { contents } = await pageOf(directory.get, "/hsds/services?full=true&per_page=500");
    for (const item of [...contents, example("service")])
      expect([validate(item), validate.errors]).toEqual([true, null]);
    expect(validate({ ...contents[0], scope: "special" })).toBe(false);
  });

  test("the patched description of the API is valid OpenAPI 3.1", async () => {
    const patched = mergePatch(official("openapi.json"), await json("/profile/openapi.json"));
    expect(await faultsOfOpenApi(patched)).toEqual([]);
  });

  test("the tables have the official columns under their names, and require what the official ones require", async () => {
    interface Package {
      resources: {
        name: string;
        path: string;
        schema: { fields: { name: string; constraints?: { required?: boolean } }[] };
      }[];
    }
    const ours = (await json("/profile/datapackage.json")) as unknown as Package;
    const theirs = new Map(
      (official("datapackage.json") as unknown as Package).resources.map((item) => [item.name, item]),
    );
    const compared = ours.resources.flatMap(({ name, path, schema }) => {
      const standard = theirs.get(name);
      if (standard === undefined) return [];
      const own = new Map(schema.fields.map((field) => [field.name, field.constraints?.required === true]));
      const lost = standard.schema.fields.filter(
        (field) => field.constraints?.required === true && own.get(field.name) !== true,
      );
      return [{ name, samePath: path === standard.path, lost: lost.map((field) => field.name) }];
    });
    expect(compared.length).toBe(14);
    expect(compared.filter(({ samePath, lost }) => !samePath || lost.length > 0)).toEqual([]);
  });
});

/** The same thing with one field left out, of another type, or badly written, for every field however deep. */
function spoil(value: unknown, path = ""): { path: string; spoiled: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) =>
      spoil(item, `${path}[${at}]`).map((inner) => ({
        path: inner.path,
        spoiled: value.map((other: unknown, index) => (index === at ? inner.spoiled : other)),
      })),
    );
  }
  if (typeof value !== "object" || value === null) {
    const worse: unknown[] = typeof value === "string" ? [7, "not right"] : ["seven", {}];
    return worse.map((spoiled) => ({ path, spoiled }));
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const { [key]: _left, ...rest } = value as Record<string, unknown>;
    const inner = spoil(item, `${path}.${key}`);
    return [
      { path: `${path}.${key} left out`, spoiled: rest },
      ...inner.map((one) => ({ path: one.path, spoiled: { ...value, [key]: one.spoiled } })),
    ];
  });
}
