import { beforeAll, describe, expect, test } from "vitest";
import type { SearchAnswer } from "#server/directory/search-listings.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";

const EVERY_DAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Listings that differ by what can be asked for. What is not said of one is not known of it. */
const SERVICES = [
  serviceInput({
    sourceId: "open",
    name: { en: "Open desk", th: "โต๊ะเปิด" },
    services: ["legal-advice", "legal-representation"],
    areas: ["TH-50"],
    answers: {
      "gender-served": { "all-genders": "yes" },
      "age-range": { "any-age": "yes" },
      "documents-needed": { none: "yes" },
      "identification-needed": { none: "yes" },
      "cooperation-needed": { none: "yes" },
      delivery: { community: "yes", residential: "no" },
    },
    languages: [
      { code: "th", mode: "direct" },
      { code: "my", mode: "interpreter" },
    ],
    locations: ["office"],
    schedules: [{ days: [...EVERY_DAY], opensAt: "00:00", closesAt: "24:00" }],
  }),
  serviceInput({
    sourceId: "strict",
    name: { en: "Strict house" },
    scope: "trafficking-specific",
    services: ["emergency-shelter"],
    areas: ["TH-57"],
    minimumAge: 18,
    answers: {
      "gender-served": { women: "yes", men: "no", boys: "no" },
      "documents-needed": { "identity-card": "yes", "can-start-without-documents": "no" },
      "identification-needed": { "formally-identified": "yes" },
      "cooperation-needed": { "police-report": "yes" },
      delivery: { residential: "yes", phone: "no" },
      "open-to-non-residents": { yes: "no" },
    },
    languages: [{ code: "my", mode: "direct" }],
    schedules: [{ days: ["MO"], opensAt: "09:00", closesAt: "10:00" }],
  }),
  serviceInput({
    sourceId: "unknown",
    name: { en: "Unsaid line" },
    services: ["individual-counselling"],
    areas: ["KH"],
  }),
];

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await writeSettings(directory.catalogue, { ...FIRST_SETTINGS, countries: ["TH", "KH"] });
  await directory.publish(
    organizationInput({
      locations: [placeInput({ sourceId: "office", privacy: "public", latitude: 18.79, longitude: 98.98 })],
      services: SERVICES,
    }),
  );
});

const search = async (query: string) => {
  const response = await directory.get(`/api/services?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as SearchAnswer;
};
const names = async (query: string) => (await search(query)).items.map(({ name, fit }) => `${name}: ${fit}`);

describe("GET /api/services", () => {
  test.each<[string, string[]]>([
    ["", ["Open desk: fits", "Strict house: fits", "Unsaid line: fits"]],
    ["area=TH-50", ["Open desk: fits"]],
    ["area=TH", ["Open desk: fits", "Strict house: fits"]],
    ["area=TH-50&area=KH", ["Open desk: fits", "Unsaid line: fits"]],
    ["area=KH-1", ["Unsaid line: fits"]],
    ["need=legal", ["Open desk: fits"]],
    ["need=legal&need=counselling", ["Open desk: fits", "Unsaid line: fits"]],
    ["service=emergency-shelter", ["Strict house: fits"]],
    ["service=emergency-shelter&service=legal-advice", ["Open desk: fits", "Strict house: fits"]],
    ["scope=trafficking-specific", ["Strict house: fits"]],
    ["language=my", ["Open desk: fits", "Strict house: fits", "Unsaid line: ask"]],
    ["language=th&language=km", ["Open desk: fits", "Strict house: ask", "Unsaid line: ask"]],
    ["language=my&direct=1", ["Strict house: fits", "Unsaid line: ask"]],
    ["gender=men", ["Open desk: fits", "Unsaid line: ask"]],
    ["gender=women", ["Open desk: fits", "Strict house: fits", "Unsaid line: ask"]],
    ["age=15", ["Open desk: fits", "Unsaid line: ask"]],
    ["age=40", ["Open desk: fits", "Strict house: fits", "Unsaid line: ask"]],
    ["delivery=phone", ["Open desk: ask", "Unsaid line: ask"]],
    ["delivery=residential", ["Strict house: fits", "Unsaid line: ask"]],
    ["no_documents=1", ["Open desk: fits", "Unsaid line: ask"]],
    ["no_identification=true", ["Open desk: fits", "Unsaid line: ask"]],
    ["no_cooperation=yes", ["Open desk: fits", "Unsaid line: ask"]],
    ["no_cooperation=0", ["Open desk: fits", "Strict house: fits", "Unsaid line: fits"]],
    ["without_staying=1", ["Open desk: fits", "Unsaid line: ask"]],
    ["open_now=1", ["Open desk: fits", "Unsaid line: ask"]],
    ["q=desk", ["Open desk: fits"]],
    ["q=DESK%20open", ["Open desk: fits"]],
    ["q=nothing-like-it", []],
    ["gender=men&include=no", ["Open desk: fits", "Unsaid line: ask", "Strict house: no"]],
  ])("asked for “%s” it answers %j", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test("words are found in the language that the answer is asked in", async () => {
    const { items } = await search(`lang=th&q=${encodeURIComponent("เปิด")}`);
    expect(items.map(({ name }) => name)).toEqual(["โต๊ะเปิด"]);
    expect(await names(`lang=en&q=${encodeURIComponent("เปิด")}`)).toEqual([]);
  });

  test("a distance is measured to a public place, and what has none is not hidden by a radius", async () => {
    const near = await search("lat=18.79&lon=98.98");
    expect(near.items.map(({ name, distance_km: km }) => [name, km])).toEqual([
      ["Open desk", 0],
      ["Strict house", null],
      ["Unsaid line", null],
    ]);
    const far = (await search("lat=13.75&lon=100.5&radius_km=50")).items.map(({ name }) => name);
    expect(far).not.toContain("Open desk");
  });

  test("where nothing is near the search is widened on request, and says how far it went", async () => {
    const nothing = await search("lat=13.75&lon=100.5&radius_km=50&need=legal");
    expect([nothing.total, nothing.radius_km]).toEqual([0, 50]);
    const wider = await search("lat=13.75&lon=100.5&radius_km=50&need=legal&expand=1");
    expect(wider.items.map(({ name }) => name)).toEqual(["Open desk"]);
    expect(wider.radius_km).toBe(800);
    expect((await search("lat=18.79&lon=98.98&radius_km=20&expand=1")).radius_km).toBe(20);
    expect((await search("area=TH-50&expand=1")).radius_km).toBeNull();
  });

  test("an item says what it is, why it fits, where it is and when it was checked", async () => {
    const [item] = (await search("area=TH-50&gender=men&no_documents=1")).items;
    expect(item).toMatchObject({
      organization: { name: "Lantern House" },
      scope: "general",
      fit: "fits",
      areas: ["TH-50"],
      distance_km: null,
      checked_on: "2026-11-01",
      unverified: false,
      demo: false,
    });
    expect(item?.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]$/u);
    expect(item?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["serves-everyone", "no-documents-needed"]),
    );
  });

  test("facets count everything that was found, not only the page", async () => {
    const { total, items, facets } = await search("limit=1");
    expect([total, items.length]).toEqual([3, 1]);
    expect(facets["need"]).toMatchObject({ legal: 1, counselling: 1, housing: 1 });
    expect(facets["scope"]).toEqual({ general: 2, "trafficking-specific": 1 });
    expect(facets["language"]).toEqual({ th: 1, my: 2 });
  });

  test("pages follow each other without a gap or a repetition, and the last has no next", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await search(`limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    }
    expect(seen).toEqual(["Open desk", "Strict house", "Unsaid line"]);
  });

  test("a cursor of another version is refused: the list has changed", async () => {
    const response = await directory.get("/api/services?cursor=0123456789abcdef_1");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { fields: { cursor: "is not current" } } });
  });
});

describe("POST /api/services/search", () => {
  test.each<[Record<string, unknown>, string]>([
    [{}, ""],
    [{ area: "TH-50" }, "area=TH-50"],
    [{ area: ["TH-50", "KH"], need: ["legal"] }, "area=TH-50&area=KH&need=legal"],
    [{ language: "my", direct: true, age: 40 }, "language=my&direct=1&age=40"],
    [{ lat: 18.79, lon: 98.98, radius_km: 20 }, "lat=18.79&lon=98.98&radius_km=20"],
    [{ gender: "men", include: "no", limit: 2 }, "gender=men&include=no&limit=2"],
    [{ no_documents: false, open_now: true, q: "desk" }, "no_documents=0&open_now=1&q=desk"],
  ])("%j answers the same as the address “%s”", async (body, query) => {
    const response = await directory.post("/api/services/search", body);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await search(query));
  });

  test("a body that is no JSON, no object or too long is refused in the error form", async () => {
    for (const [body, status, code] of [
      ["{", 400, "bad_request"],
      ["[]", 400, "bad_request"],
      ["null", 400, "bad_request"],
      [`{"q":"${"x".repeat(20_000)}"}`, 413, "too_large"],
    ] as const) {
      const response = await directory.post("/api/services/search", body);
      expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
    }
  });
});

describe("GET /api/services/{id or code}", () => {
  test("a listing is found by its id and by its code, as printed and as typed", async () => {
    const [item] = (await search("area=TH-50")).items;
    const { id = "", code = "" } = item ?? {};
    const typed = code.toLowerCase().replace("-", "");
    for (const name of [id, code, typed]) {
      const response = await directory.get(`/api/services/${name}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id, facts: { code }, name: { en: "Open desk" } });
    }
  });

  test.each(["K7Q2M-4", "00000000-0000-4000-8000-000000000000", "x", "%00", "a/b"])(
    "what is no listing (%s) answers 404 in the error form",
    async (id) => {
      const response = await directory.get(`/api/services/${id}`);
      expect([response.status, await response.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
    },
  );
});
