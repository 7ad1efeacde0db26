import { beforeAll, describe, expect, test } from "vitest";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { namesOf, pageOf, termId } from "./answers.ts";

/** What each parameter of `/hsds` asks, and that all of them must hold together. */

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await directory.publish(
    organizationInput({
      name: { en: "Lantern House" },
      locations: [
        placeInput({
          sourceId: "office",
          privacy: "public",
          postalCode: "50200",
          latitude: 18.79,
          longitude: 98.98,
        }),
        placeInput({
          sourceId: "annex",
          privacy: "public",
          postalCode: "50300",
          latitude: 18.89,
          longitude: 98.98,
        }),
      ],
      services: [
        serviceInput({
          sourceId: "a",
          name: { en: "Advice desk", th: "โต๊ะให้คำปรึกษา" },
          locations: ["office"],
        }),
        serviceInput({
          sourceId: "b",
          name: { en: "Advice by phone" },
          answers: { "documents-needed": { none: "yes" }, "identification-needed": { none: "no" } },
        }),
        serviceInput({
          sourceId: "c",
          name: { en: "Counselling" },
          services: ["individual-counselling"],
          scope: "trafficking-specific",
          areas: ["TH-57"],
        }),
      ],
    }),
    organizationInput({
      sourceId: "harbour",
      name: { en: "Harbour" },
      providerType: "state",
      locations: [
        placeInput({
          sourceId: "annex",
          privacy: "public",
          postalCode: "50300",
          latitude: 18.89,
          longitude: 98.98,
        }),
      ],
      services: [serviceInput({ name: { en: "Harbour advice" }, areas: ["KH-1"], locations: ["annex"] })],
    }),
  );
});

const names = (path: string) => namesOf(directory.get, path);
const sorted = async (path: string) => (await names(path)).sort();
const term = (code: string) => termId(directory.get, code);

describe("pages", () => {
  test("say how many there are, and where they begin and end", async () => {
    const { contents: all } = await pageOf(directory.get, "/hsds/services");
    const first = await pageOf(directory.get, "/hsds/services?per_page=3");
    expect(first).toMatchObject({ total_items: 4, total_pages: 2, page_number: 1, size: 3, empty: false });
    expect([first.first_page, first.last_page]).toEqual([true, false]);
    const second = await pageOf(directory.get, "/hsds/services?per_page=3&page=2");
    expect(second).toMatchObject({ page_number: 2, size: 1, first_page: false, last_page: true });
    expect([...first.contents, ...second.contents]).toEqual(all);
    expect(await pageOf(directory.get, "/hsds/services?per_page=3&page=9")).toMatchObject({
      total_items: 4,
      size: 0,
      empty: true,
      last_page: true,
    });
  });

  test("hold 500 at most, but minimal ones hold everything", async () => {
    expect((await directory.get("/hsds/services?per_page=501")).status).toBe(400);
    const { contents, total_pages } = await pageOf(directory.get, "/hsds/services?minimal=true");
    expect(total_pages).toBe(1);
    expect(contents.map((item) => Object.keys(item))).toEqual(
      Array.from({ length: 4 }, () => ["id", "modified_date", "last_modified"]),
    );
  });
});

describe("parameters", () => {
  test("search finds words of the name and the organisation in any language, all of them", async () => {
    expect(await sorted("/hsds/services?search=advice")).toEqual([
      "Advice by phone",
      "Advice desk",
      "Harbour advice",
    ]);
    expect(await names("/hsds/services?search=harbour+advice")).toEqual(["Harbour advice"]);
    expect(await names(`/hsds/services?search=${encodeURIComponent("ปรึกษา")}`)).toEqual(["Advice desk"]);
    expect(await names("/hsds/organizations?search=counselling")).toEqual(["Lantern House"]);
    expect(await names("/hsds/taxonomies?search=conditions")).toEqual(["Conditions of use"]);
    expect(await sorted("/hsds/taxonomy_terms?search=legal+advice")).not.toEqual([]);
  });

  test("taxonomy_term_id finds a kind of help, its need, a condition answered yes, and the scope", async () => {
    const of = async (code: string) => sorted(`/hsds/services?taxonomy_term_id=${await term(code)}`);
    expect(await of("individual-counselling")).toEqual(["Counselling"]);
    expect(await of("legal")).toEqual(["Advice by phone", "Advice desk", "Harbour advice"]);
    expect(await of("documents-needed:none")).toEqual(["Advice by phone"]);
    expect(await of("identification-needed:none")).toEqual([]);
    expect(await of("scope:trafficking-specific")).toEqual(["Counselling"]);
    expect(await of("provider-type:state")).toEqual(["Harbour advice"]);
    expect(await sorted("/hsds/services?taxonomy_term_id=none-such")).toEqual([]);
  });

  test("taxonomy_id finds what has any term of a taxonomy", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/taxonomies");
    const conditions = contents.find(({ name }) => name === "Conditions of use")?.id ?? "";
    expect(await names(`/hsds/services?taxonomy_id=${conditions}`)).toEqual(["Advice by phone"]);
    expect(await names(`/hsds/organizations?taxonomy_id=${conditions}`)).toEqual(["Lantern House"]);
    expect(
      (await pageOf(directory.get, `/hsds/taxonomy_terms?taxonomy_id=${conditions}`)).total_items,
    ).toBeGreaterThan(100);
  });

  test("organization_id, area and scope each narrow", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/organizations");
    const harbour = contents.find(({ name }) => name === "Harbour")?.id ?? "";
    expect(await names(`/hsds/services?organization_id=${harbour}`)).toEqual(["Harbour advice"]);
    expect(await names("/hsds/services?area=TH-57")).toEqual(["Counselling"]);
    expect(await names("/hsds/services?area=KH")).toEqual(["Harbour advice"]);
    expect(await names("/hsds/services?scope=trafficking-specific")).toEqual(["Counselling"]);
  });

  test("all that are given must hold, one that is repeated included", async () => {
    const [legal, none] = [await term("legal"), await term("documents-needed:none")];
    expect(await names(`/hsds/services?taxonomy_term_id=${legal}&taxonomy_term_id=${none}`)).toEqual([
      "Advice by phone",
    ]);
    expect(await names(`/hsds/services?taxonomy_term_id=${none}&search=desk`)).toEqual([]);
    expect(await names(`/hsds/services?taxonomy_term_id=${legal}&area=KH-1`)).toEqual(["Harbour advice"]);
    expect(
      await names(`/hsds/services?search=advice&scope=general&area=TH-50&modified_after=2026-11-21`),
    ).toHaveLength(2);
  });

  test("services at places and organisations are narrowed by the same parameters, in an address and in a body", async () => {
    const { contents } = await pageOf(directory.get, "/hsds/organizations");
    const harbour = contents.find(({ name }) => name === "Harbour")?.id ?? "";
    const [legal, state] = [await term("legal"), await term("provider-type:state")];
    const { contents: taxonomies } = await pageOf(directory.get, "/hsds/taxonomies");
    const conditions = taxonomies.find(({ name }) => name === "Conditions of use")?.id ?? "";
    const places = async (query: Readonly<Record<string, string>>) => {
      const inAddress = await directory.get(
        `/hsds/service_at_locations?${new URLSearchParams(query).toString()}`,
      );
      const inBody = await directory.post("/hsds/service_at_locations", query);
      const answer = (await inAddress.json()) as { total_items: number };
      expect(await inBody.json()).toEqual(answer);
      return answer.total_items;
    };
    expect(await places({})).toBe(2);
    expect(await places({ search: "harbour" })).toBe(1);
    expect(await places({ taxonomy_term_id: legal })).toBe(2);
    expect(await places({ taxonomy_id: conditions })).toBe(0);
    expect(await places({ organization_id: harbour })).toBe(1);
    expect(await places({ area: "KH-1" })).toBe(1);
    expect(await places({ scope: "trafficking-specific" })).toBe(0);
    expect(await places({ modified_after: "2026-11-22" })).toBe(0);
    expect(
      await places({ postcode: "50300", proximity: "100", organization_id: harbour, search: "advice" }),
    ).toBe(1);
    expect(await places({ postcode: "50200", proximity: "100", organization_id: harbour })).toBe(0);
    expect(await names(`/hsds/organizations?taxonomy_term_id=${state}`)).toEqual(["Harbour"]);
    expect(await names(`/hsds/organizations?taxonomy_term_id=${state}&search=lantern`)).toEqual([]);
  });

  test("modified_after counts whole days in UTC, because days are all that is published", async () => {
    const count = async (when: string) =>
      (await pageOf(directory.get, `/hsds/services?modified_after=${encodeURIComponent(when)}`)).total_items;
    expect(await count("2026-11-21")).toBe(4);
    expect(await count("2026-11-21T23:59:00Z")).toBe(4);
    expect(await count("2026-11-22T02:00:00+07:00")).toBe(4);
    expect(await count("2026-11-22")).toBe(0);
    expect((await directory.get("/hsds/services?modified_after=2026-11-22T02:00:00+07:00")).status).toBe(200);
    expect((await directory.get("/hsds/services?modified_after=2026-02-31T00:00:00Z")).status).toBe(400);
    expect((await directory.get("/hsds/services?modified_after=yesterday")).status).toBe(400);
  });

  test("top_only and parent_id walk down a taxonomy", async () => {
    const legal = await term("legal");
    const tops = await pageOf(directory.get, "/hsds/taxonomy_terms?top_only=true&per_page=500");
    expect(tops.contents.every((item) => item["parent_id"] === undefined)).toBe(true);
    const { contents } = await pageOf(directory.get, `/hsds/taxonomy_terms?parent_id=${legal}`);
    expect(contents.length).toBeGreaterThan(3);
    expect(contents.every((item) => item["parent_id"] === legal)).toBe(true);
    expect(await names(`/hsds/taxonomy_terms?parent_id=${legal}&top_only=true`)).toEqual([]);
  });

  test("proximity measures metres from the middle of a postcode to places with coordinates", async () => {
    const at = async (query: string) =>
      (await pageOf(directory.get, `/hsds/service_at_locations?${query}`)).total_items;
    expect(await at("postcode=50200&proximity=100")).toBe(1);
    expect(await at("postcode=50200&proximity=11000")).toBe(1);
    expect(await at("postcode=50200&proximity=11200")).toBe(2);
    expect(await at("postcode=50200")).toBe(1);
    expect(await at("postcode=99999&proximity=20000000")).toBe(0);
    expect((await directory.get("/hsds/service_at_locations?proximity=5")).status).toBe(400);
  });

  test("lang chooses the language of the texts; the others stand under translations", async () => {
    const find = async (query: string) =>
      (await pageOf(directory.get, `/hsds/services?search=advice+desk&full=true${query}`)).contents[0];
    expect(await find("&lang=th")).toMatchObject({
      name: "โต๊ะให้คำปรึกษา",
      text_language: "th",
      translations: { en: { name: "Advice desk" } },
    });
    expect(await find("")).toMatchObject({ name: "Advice desk", text_language: "en" });
  });
});

describe("what is asked and not known is refused", () => {
  test("a parameter that is not there, without an echo of it", async () => {
    const answer = await directory.get("/hsds/services?secret_word=canary");
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/secret_word|canary/u);
  });

  test("a body that is not JSON, not an object, or says again what the address says", async () => {
    expect((await directory.post("/hsds/services", "{")).status).toBe(400);
    expect((await directory.post("/hsds/services", [])).status).toBe(400);
    expect((await directory.post("/hsds/services?page=1", { page: 2 })).status).toBe(400);
    const both = await directory.post("/hsds/services?search=advice", { area: "KH-1" });
    expect(await both.json()).toMatchObject({ total_items: 1 });
  });

  test("a record that is not there, by a plain 404", async () => {
    for (const name of [
      "services",
      "organizations",
      "service_at_locations",
      "taxonomies",
      "taxonomy_terms",
    ]) {
      const answer = await directory.get(`/hsds/${name}/11111111-1111-4111-8111-111111111111`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: "not_found" } });
    }
  });
});
