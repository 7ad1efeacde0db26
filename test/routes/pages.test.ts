import { beforeAll, describe, expect, test } from "vitest";
import { WORD_PAGES } from "#server/contract/page.ts";
import { FIRST_SETTINGS, writeSettings } from "#server/publication/settings.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await directory.get(path, headers);
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const OWN_FORM = {
  "Content-Type": "application/x-www-form-urlencoded",
  "Sec-Fetch-Site": "same-origin",
};
const narrow = (fields: Record<string, string>, headers: Record<string, string> = {}, path = "/en/narrow") =>
  directory.app.request(path, {
    method: "POST",
    body: new URLSearchParams(fields).toString(),
    headers: { ...OWN_FORM, ...headers },
  });

describe("pages", () => {
  test("the start leads to the language that the browser asks for, else to the first of the settings", async () => {
    for (const [asked, location] of [
      ["th-TH,th;q=0.9,en;q=0.8", "/th/"],
      ["fr,en;q=0.5", "/en/"],
      ["xx", "/en/"],
    ] as const) {
      const { status, headers } = await page("/", { "Accept-Language": asked });
      expect([status, headers.get("location"), headers.get("vary")]).toEqual([
        303,
        location,
        "Accept-Language",
      ]);
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  test.each([
    "/en/",
    "/th/",
    "/en/areas",
    "/en/area/TH-50",
    "/th/area/TH-50",
    "/en/area/th-50",
    "/en/area/TH",
    "/en/area/TH-50/sheet",
    ...WORD_PAGES.map((name) => `/en/${name}`),
    ...WORD_PAGES.map((name) => `/th/${name}`),
  ])("%s is a whole page in its language, with the exit, kept by no browser", async (path) => {
    const { status, headers, html } = await page(path);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/html; charset=utf-8$/iu);
    expect(html).toMatch(/^<!doctype html>/iu);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${path.slice(1, 3)}"`, "u"));
    expect(html).toContain('href="/exit"');
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("cdn-cache-control")).toBe("public, max-age=300");
  });

  test("an area page holds all listings that serve the area, its country's and everywhere's, under their needs", async () => {
    const { html } = await page("/en/area/TH-50");
    const { items } = (await (await directory.get("/api/services?area=TH-50&limit=100")).json()) as {
      items: { code: string }[];
    };
    expect(items.length).toBeGreaterThan(5);
    // Help for helpers stands with their tools alone.
    const helpers = await (
      await directory.get("/api/services?service=practitioner-support&area=TH-50")
    ).text();
    for (const { code } of items) expect(html.includes(code), code).toBe(!helpers.includes(code));
    expect(html.match(/<details/gu)?.length).toBeGreaterThanOrEqual(12);
  });

  test.each([
    "/xx/",
    "/xx",
    "/en/area/ZZ-1",
    "/en/nothing",
    "/en/area/",
    "/en/area/%E0%A4%A",
    "/curate",
    "/en/narrow",
  ])("%s, which is nothing, answers 404 with the exit and a way back", async (path) => {
    const found = await page(path);
    expect(found.status).toBe(404);
    expect(found.html).toContain('href="/exit"');
    expect(found.html).toMatch(/<a [^>]*href="\/en\/"/u);
    expect(found.headers.get("cdn-cache-control")).toBeNull();
  });

  test("a demo is closed to search engines, and a real directory opens its start and area pages alone", async () => {
    expect((await page("/robots.txt")).html).toBe("User-agent: *\nDisallow: /\n");
    expect((await page("/en/")).headers.get("x-robots-tag")).toBe("noindex");
    const real = await openTestDirectory({ demo: false });
    await writeSettings(real.catalogue, { ...FIRST_SETTINGS, countries: ["TH"], indexed: true });
    await real.publish(organizationInput());
    const robots = async (path: string) => (await real.get(path)).headers.get("x-robots-tag");
    expect(await (await real.get("/robots.txt")).text()).not.toContain("Disallow: /\n");
    expect([await robots("/en/"), await robots("/en/area/TH-50")]).toEqual(["all", "all"]);
    for (const path of [
      "/en/area/TH-50/sheet",
      "/en/safe",
      "/api/services",
      "/bundles/index.json",
      "/en/x",
    ]) {
      expect(await robots(path)).toBe("noindex");
    }
  });
});

describe("POST /{lang}/narrow", () => {
  test("shows what fits and what to ask, and is kept nowhere", async () => {
    const own = await openTestDirectory({ demo: false });
    const women = { "gender-served": { women: "yes", men: "no" } } as const;
    await own.publish(
      organizationInput({
        services: [
          serviceInput({ name: { en: "Women alone" }, answers: women }),
          serviceInput({ sourceId: "b", name: { en: "Not said for whom" } }),
        ],
      }),
    );
    const ask = async (body: string) =>
      own.app.request("/en/narrow", {
        method: "POST",
        body,
        headers: OWN_FORM,
      });
    const answer = await ask("area=TH-50&gender=men&language=&age=");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("cdn-cache-control")).toBeNull();
    expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    const html = await answer.text();
    expect(html).toContain("Not said for whom");
    expect(html).toContain("Women alone");
    const everyone = await (await ask("area=TH-50")).text();
    expect(everyone).not.toBe(html);
  });

  test("takes a post of our own form, whose Origin is null, and refuses another site's", async () => {
    const fields = { area: "TH-50", gender: "women" };
    for (const headers of [
      { Origin: "null", "Sec-Fetch-Site": "same-origin" },
      { Origin: "null", "Sec-Fetch-Site": "none" },
    ]) {
      expect((await narrow(fields, headers)).status).toBe(200);
    }
    for (const site of ["cross-site", "same-site"]) {
      const refused = await narrow(fields, { Origin: "null", "Sec-Fetch-Site": site });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('href="/exit"');
    }
  });

  test("refuses what it does not know, with the exit and without an echo", async () => {
    for (const fields of [
      {},
      { area: "MARKER" },
      { area: "ZZ-1" },
      { area: "TH-50", gender: "MARKER" },
      { area: "TH-50", MARKER: "1" },
      { area: "TH-50", age: "-1" },
    ]) {
      const response = await narrow(fields as Record<string, string>);
      expect([400, 404]).toContain(response.status);
      const html = await response.text();
      expect(html).not.toContain("MARKER");
      expect(html).toContain('href="/exit"');
    }
    expect((await narrow({ area: "TH-50", q: "x".repeat(20_000) })).status).toBe(413);
    expect((await narrow({ area: "TH-50" }, {}, "/xx/narrow")).status).toBe(404);
  });
});

describe("leaving", () => {
  test("/exit leads on at once and tells the browser to drop what it kept of us", async () => {
    const { status, headers } = await page("/exit");
    expect([status, headers.get("location"), headers.get("clear-site-data")]).toEqual([
      303,
      "/blank",
      '"cache"',
    ]);
    expect(headers.get("cache-control")).toBe("no-store");
    const blank = await page("/blank");
    expect(blank.status).toBe(200);
    expect(blank.html).toMatch(/<title>…<\/title>.*<body><\/body>/u);
  });

  test("/exit leads to the target of the first country, else to the one for all", async () => {
    const own = await openTestDirectory({ demo: false });
    const targets = { "": "https://weather.example/", KH: "https://news.example/" };
    for (const [countries, target] of [
      [["TH"], targets[""]],
      [["KH"], targets.KH],
    ] as const) {
      await writeSettings(own.catalogue, {
        ...FIRST_SETTINGS,
        countries: [...countries],
        exitTargets: targets,
      });
      await own.apply();
      expect((await own.get("/exit")).headers.get("location")).toBe(target);
    }
  });
});
