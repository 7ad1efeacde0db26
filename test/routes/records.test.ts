import { beforeAll, describe, expect, test } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
import { VERSION } from "#server/contract/version.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput } from "../records/organization.ts";

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: false });
  await directory.publish(organizationInput());
});

const json = async (path: string) => {
  const response = await directory.get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  return response.json();
};

describe("records for other systems", () => {
  test("/healthz tells the software's version, the published version and how many listings", async () => {
    expect(await json("/healthz")).toEqual({
      ok: true,
      version: VERSION,
      published: { version: expect.stringMatching(/^[0-9a-f]{16}$/u), listings: 1 },
    });
  });

  test("/healthz answers before anything was ever published", async () => {
    const { get } = await openTestDirectory({ demo: false });
    expect(await (await get("/healthz")).json()).toMatchObject({
      published: { version: "none", listings: 0 },
    });
  });

  test("/api/areas names the areas that have listings and their countries", async () => {
    const { areas } = (await json("/api/areas")) as { areas: { code: string; listings: number }[] };
    expect(areas.map(({ code, listings }) => [code, listings])).toEqual([
      ["TH", 0],
      ["TH-50", 1],
    ]);
  });

  test("/api/taxonomy holds the twelve needs with their sub-services and labels", async () => {
    const { terms } = (await json("/api/taxonomy")) as {
      terms: { code: string; need: string; name: string }[];
    };
    expect(terms).toHaveLength(184);
    expect([...new Set(terms.map(({ need }) => need))]).toEqual([...NEEDS]);
    expect(terms.every(({ name }) => name !== "")).toBe(true);
  });

  test("/api/places holds the place names of a country, and refuses what is not one", async () => {
    expect(JSON.stringify(await json("/api/places?country=TH"))).toContain("Chiang Mai");
    expect((await directory.get("/api/places?country=ZZ")).status).toBe(404);
    for (const wrong of ["", "?country=th", "?country=THA", "?country=..%2F..%2Fsecret"]) {
      expect((await directory.get(`/api/places${wrong}`)).status).toBe(400);
    }
  });

  test("other sites may read the interface, and only the interface", async () => {
    expect((await directory.get("/api/areas")).headers.get("access-control-allow-origin")).toBe("*");
    for (const path of ["/en/", "/bundles/index.json", "/healthz"]) {
      const { headers } = await directory.get(path);
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });
});
