import { describe, expect, test } from "vitest";
import { location, organization, service } from "#db/schema/catalogue/index.ts";
import { wish } from "#server/publication/wishes.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { pageOf } from "./answers.ts";

/** Every channel of `/hsds` through which a private place could get out (standards B.5), each with a canary. */

const CANARIES = [
  /canary/iu,
  /50999/u,
  /18\.71/u,
  /98\.91/u,
  /the house/iu,
  /previous_value/u,
  /"metadata"/u,
];

/** One organisation with a withheld house, a place of which only the area may be known, and an open office. */
function records(house: Parameters<typeof placeInput>[0] = {}) {
  const office = placeInput({
    sourceId: "office",
    name: { en: "Office" },
    lines: { en: "1 Open Road" },
    city: { en: "Chiang Mai" },
    postalCode: "50200",
    latitude: 18.79,
    longitude: 98.98,
    privacy: "public",
  });
  return organizationInput({
    website: "https://lantern.example/find-us",
    locations: [placeInput({ residential: true, ...house }), placeInput({ sourceId: "desk" }), office],
    services: [
      serviceInput({
        sourceId: "bed",
        name: { en: "Bed" },
        services: ["emergency-shelter"],
        locations: ["house"],
      }),
      serviceInput({ sourceId: "desk", name: { en: "Desk" }, locations: ["desk"] }),
      serviceInput({ sourceId: "office", name: { en: "Open desk" }, locations: ["office"] }),
    ],
  });
}

const LISTS = ["services", "organizations", "service_at_locations"] as const;

/** Every address of `/hsds` that tells of a listing. */
async function everyAddress(directory: TestDirectory): Promise<string[]> {
  const ones = await Promise.all(
    LISTS.map(async (name) =>
      (await pageOf(directory.get, `/hsds/${name}?per_page=500`)).contents.map(
        ({ id }) => `/hsds/${name}/${id}`,
      ),
    ),
  );
  return [
    ...LISTS.flatMap((name) =>
      ["", "?full=true", "?format=ndjson", "?full=true&format=ndjson"].map(
        (query) => `/hsds/${name}${query}`,
      ),
    ),
    "/hsds/organizations?full_service=true",
    "/hsds/services?minimal=true",
    "/hsds/services?modified_after=2020-01-01",
    "/hsds/service_at_locations?postcode=50200&proximity=20000000",
    ...ones
      .flat()
      .flatMap((path) => (path.includes("organizations") ? [path, `${path}?full_service=true`] : [path])),
  ];
}

async function everything(directory: TestDirectory): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of await everyAddress(directory)) {
    const answer = await directory.get(path);
    found[path] = `${answer.headers.get("etag") ?? ""} ${await answer.text()}`;
  }
  return found;
}

async function opened(house: Parameters<typeof placeInput>[0] = {}): Promise<TestDirectory> {
  const directory = await openTestDirectory({ demo: false });
  await directory.publish(records(house));
  return directory;
}

describe("a place that is not public", () => {
  test("has no address, name, town, postcode or coordinates in any answer, and the check is not blind", async () => {
    const answers = await everything(await opened());
    const all = Object.values(answers).join("\n");
    expect(all).toContain("1 Open Road");
    expect(all).toContain("98.98");
    for (const [path, text] of Object.entries(answers)) {
      for (const canary of CANARIES) expect([path, canary.exec(text)?.[0]]).toEqual([path, undefined]);
    }
  });

  test("is an undisclosed location without addresses, and names the areas it serves", async () => {
    const { get } = await opened();
    const { contents } = await pageOf(get, "/hsds/services?search=bed&full=true");
    expect(contents[0]?.["service_at_locations"]).toMatchObject([
      {
        service_areas: [{ name: "Chiang Mai", area_code: "TH-50" }],
        location: { location_type: "physical", name: "Undisclosed", place_privacy: "withheld" },
      },
    ]);
    const text = JSON.stringify(contents[0]?.["service_at_locations"]);
    expect(text).not.toMatch(/addresses|latitude|longitude/u);
  });

  test("keeps back the website of its organisation, in the nested answer and in the organisation's own", async () => {
    const { get } = await opened();
    const { contents } = await pageOf(get, "/hsds/services?search=bed");
    expect(contents[0]?.["organization"]).not.toHaveProperty("website");
    const organizations = await pageOf(get, "/hsds/organizations?full=true");
    expect(organizations.contents[0]).not.toHaveProperty("website");
  });

  test("cannot be found by words of its address", async () => {
    const { get } = await opened();
    for (const word of ["canary", "77", "canaryville", "50999", "house street", "18.71"]) {
      for (const name of LISTS) {
        expect([word, (await pageOf(get, `/hsds/${name}?search=${word}`)).total_items]).toEqual([word, 0]);
      }
    }
    expect((await pageOf(get, "/hsds/services?search=open")).total_items).toBe(1);
  });

  test("cannot be found by distance: no radius answers it, and its own postcode is not known", async () => {
    const { get } = await opened();
    const at = async (query: string) => (await pageOf(get, `/hsds/service_at_locations?${query}`)).contents;
    for (const metres of [0, 1_000, 10_000, 100_000, 20_000_000]) {
      const names = (await at(`postcode=50200&proximity=${metres}`)).map(
        (item) => (item["service"] as { name: string }).name,
      );
      expect(names).toEqual(["Open desk"]);
    }
    expect(await at("postcode=50999&proximity=20000000")).toEqual([]);
    expect(await at("postcode=50999")).toEqual([]);
  });
});

describe("a private edit", () => {
  test("moves no answer and no tag", async () => {
    const directory = await opened();
    const before = await everything(directory);
    const ids = (await pageOf(directory.get, "/hsds/services")).contents.map(({ id }) => id);
    await directory.catalogue.update(organization).set({ privateNote: "new note" });
    await directory.catalogue.update(service).set({ privateNote: "new note" });
    await directory.catalogue.update(location).set({ privateNote: "new note" });
    await wish(directory.catalogue, ids, "public");
    await directory.apply();
    expect(await everything(directory)).toEqual(before);
  });

  test("of a withheld address makes the same feed as another address: byte for byte", async () => {
    const elsewhere = {
      lines: { en: "5 Other Lane" },
      city: { en: "Elsewhere" },
      postalCode: "57000",
      latitude: 19.9,
    };
    expect(await everything(await opened(elsewhere))).toEqual(await everything(await opened()));
  });
});

describe("a place that becomes private", () => {
  test("is gone from every answer, without a word of what it was; the tag moves and the date tells of a change", async () => {
    const directory = await opened();
    const tag = (await directory.get("/hsds/services")).headers.get("etag") ?? "";
    expect((await directory.get("/hsds/services", { "If-None-Match": tag })).status).toBe(304);
    const ids = (await pageOf(directory.get, "/hsds/services")).contents.map(({ id }) => id);
    await directory.catalogue.update(location).set({ privacy: "withheld" });
    await wish(directory.catalogue, ids, "public");
    await directory.apply();
    const after = Object.values(await everything(directory)).join("\n");
    expect(after).not.toMatch(/Open Road|50200|98\.98|previous/u);
    expect((await directory.get("/hsds/services", { "If-None-Match": tag })).status).toBe(200);
    expect((await pageOf(directory.get, "/hsds/services?modified_after=2026-11-21")).total_items).toBe(3);
  });
});
