import { beforeAll, describe, expect, test } from "vitest";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { type Item, type Listed, pageOf } from "./answers.ts";
import { hasOfficialSchemas, type OfficialKind, officialValidators } from "./official-schemas.ts";

/** Every operation of HSDS 3.1, answered with the demo and the hotlines, against the official schemas. */

const LISTS = {
  services: ["service_list", "service"],
  organizations: ["organization_list", "organization"],
  service_at_locations: ["service_at_location_list", "service_at_location"],
  taxonomies: ["taxonomy", "taxonomy"],
  taxonomy_terms: ["taxonomy_term", "taxonomy_term"],
} as const satisfies Record<string, readonly [list: OfficialKind, one: OfficialKind]>;
type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];
const FULL = ["services", "organizations", "service_at_locations"] as const;

describe.skipIf(!hasOfficialSchemas())("every answer is valid against the official schemas", () => {
  const validators = hasOfficialSchemas() ? officialValidators() : undefined;
  let directory: TestDirectory;
  beforeAll(async () => {
    directory = await openTestDirectory({ demo: true });
  });

  /** What is wrong with it, by the official schema; empty when nothing is. */
  function faults(kind: OfficialKind, value: unknown): string[] {
    const validate = validators?.[kind];
    if (validate === undefined) return ["no schema"];
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
  }

  test("GET /hsds names the version, the profile and the description, with and without a slash", async () => {
    for (const path of ["/hsds", "/hsds/"]) {
      expect(await (await directory.get(path)).json()).toMatchObject({
        version: "3.1",
        profile: "http://localhost/profile",
        openapi_url: "http://localhost/openapi.json",
      });
    }
  });

  for (const name of NAMES) {
    const [listKind, oneKind] = LISTS[name];

    test(`the list /${name}: its wrapper and every entry, by GET and POST, with and without a slash`, async () => {
      const query = "?per_page=500";
      const got = (await (await directory.get(`/hsds/${name}${query}`)).json()) as Listed;
      expect(faults("page", got)).toEqual([]);
      expect(got.contents.length).toBeGreaterThan(0);
      expect(got.contents.flatMap((item) => faults(listKind, item))).toEqual([]);
      for (const answer of [
        await directory.get(`/hsds/${name}/${query}`),
        await directory.post(`/hsds/${name}${query}`, ""),
        await directory.post(`/hsds/${name}`, { per_page: 500 }),
        await directory.post(`/hsds/${name}/`, { per_page: "500" }),
      ]) {
        expect(await answer.json()).toEqual(got);
      }
    });

    test(`/${name}/{id} for every entry of the list`, async () => {
      const { contents } = await pageOf(directory.get, `/hsds/${name}?per_page=500`);
      // Terms are many and alike.
      for (const { id } of name === "taxonomy_terms" ? contents.slice(0, 40) : contents) {
        const answer = await directory.get(`/hsds/${name}/${id}`);
        expect(answer.status).toBe(200);
        const one = (await answer.json()) as Item;
        expect(one.id).toBe(id);
        expect(faults(oneKind, one)).toEqual([]);
        expect(await (await directory.get(`/hsds/${name}/${id}/`)).json()).toEqual(one);
      }
    });

    test(`/${name} as ndjson: every entry on a line of its own, without pages`, async () => {
      const answer = await directory.get(`/hsds/${name}?format=ndjson&per_page=1`);
      expect(answer.headers.get("content-type")).toContain("application/x-ndjson");
      const lines = (await answer.text()).split("\n").filter((line) => line !== "");
      const { contents } = await pageOf(directory.get, `/hsds/${name}?per_page=500`);
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(contents);
    });
  }

  for (const name of FULL) {
    test(`/${name}?full=true: every entry nested whole`, async () => {
      const { contents } = await pageOf(directory.get, `/hsds/${name}?full=true&per_page=500`);
      const [, oneKind] = LISTS[name];
      expect(contents.length).toBeGreaterThan(0);
      expect(contents.flatMap((item) => faults(oneKind, item))).toEqual([]);
    });
  }

  test("/organizations?full_service=true: every service of every organisation whole", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/organizations?full_service=true&per_page=500");
    expect(contents.flatMap((item) => faults("organization", item))).toEqual([]);
    const services = contents.flatMap((item) => item["services"] as Item[]);
    expect(services.length).toBe((await pageOf(directory.get, "/hsds/services?per_page=1")).total_items);
    expect(services.flatMap((item) => faults("service", item))).toEqual([]);
    expect(services.every((item) => Array.isArray(item["attributes"]))).toBe(true);
  });

  test("in another language the answers are as valid", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/services?full=true&per_page=500&lang=th");
    expect(contents.flatMap((item) => faults("service", item))).toEqual([]);
  });

  test("every id is a UUID, and no two different things have the same", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/organizations?full_service=true&per_page=500");
    const seen = new Map<string, string>();
    const visit = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const item of value) visit(item, key);
      else if (typeof value === "object" && value !== null) {
        // Under `translations` the key "id" is Indonesian.
        const { id } = value as { id?: unknown };
        if (typeof id === "string") {
          expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
          expect(seen.get(id) ?? key).toBe(key);
          seen.set(id, key);
        }
        for (const [name, item] of Object.entries(value))
          visit(item, name.replace("interpreted_", "").replace(/^location$/u, "locations"));
      }
    };
    visit(contents, "organizations");
    expect(seen.size).toBeGreaterThan(1000);
  });
});

describe("what Open Referral UK asks for", () => {
  test("every service has an id, a name, a status and an address of its own", async () => {
    const { get } = await openTestDirectory({ demo: true });
    const { contents } = await pageOf(get, "/hsds/services?per_page=500");
    for (const service of contents) {
      expect(service).toMatchObject({ id: expect.any(String), name: expect.any(String), status: "active" });
      expect(URL.canParse(String(service["url"]))).toBe(true);
    }
  });

  test("any site may read every answer, errors and the question before a POST included", async () => {
    const { get, app } = await openTestDirectory({ demo: false });
    for (const path of ["/hsds", "/hsds/services", "/hsds/services/none", "/hsds/services?nonsense=1"]) {
      const answer = await get(path);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
    const asked = await app.request("/hsds/services", {
      method: "OPTIONS",
      headers: { Origin: "https://example.org", "Access-Control-Request-Method": "POST" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    expect(asked.headers.get("access-control-allow-headers")).toContain("Content-Type");
  });

  test("an empty directory answers empty pages", async () => {
    const { get } = await openTestDirectory({ demo: false });
    for (const name of ["services", "organizations", "service_at_locations"]) {
      expect(await pageOf(get, `/hsds/${name}`)).toEqual({
        total_items: 0,
        total_pages: 0,
        page_number: 1,
        size: 0,
        first_page: true,
        last_page: true,
        empty: true,
        contents: [],
      });
    }
  });
});
