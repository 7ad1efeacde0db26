import { beforeAll, describe, expect, test } from "vitest";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";

/** The server's half of "Our exit" (safety), and rule D.4.13. */

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
  const settings = await readSettings(directory.catalogue);
  await writeSettings(directory.catalogue, {
    ...settings,
    exitTargets: { TH: "https://weather.leaving.test/th", "": "https://news.leaving.test/" },
  });
  await directory.apply();
});

describe("the way out, at the server", () => {
  test("has the browser drop its cache, and all that it stored only where a copy is not to stay", async () => {
    for (const [path, clear] of [
      ["/exit", '"cache"'],
      ["/exit/TH", '"cache"'],
      ["/exit/clear", '"cache", "storage"'],
      ["/exit/clear/TH", '"cache", "storage"'],
    ] as const) {
      const { status, headers } = await directory.get(path);
      expect([path, status, headers.get("clear-site-data"), headers.get("cache-control")]).toEqual([
        path,
        303,
        clear,
        "no-store",
      ]);
    }
  });

  test("answers a page that asks before it goes, and has nothing deleted for the question", async () => {
    const asked = await directory.app.request("/exit/clear/TH", { method: "HEAD" });
    expect([asked.status, asked.headers.get("clear-site-data")]).toEqual([303, null]);
  });

  test("leads to the target of the country in its address, else to that of the directory", async () => {
    const target = async (path: string) => (await directory.get(path)).headers.get("location");
    expect(await target("/exit/TH")).toBe("https://weather.leaving.test/th");
    expect(await target("/exit/KH")).toBe(await target("/exit"));
    // No page names where one leaves to.
    for (const path of ["/en/", "/en/area/TH-50", "/en/safe"]) {
      const html = await (await directory.get(path)).text();
      expect(html).not.toContain("leaving.test");
    }
    expect(await (await directory.get("/en/area/TH-50")).text()).toContain('href="/exit/TH"');
  });
});

describe("the first line of a page without a script", () => {
  test.each(["/en/", "/en/area/TH-50", "/en/safe", "/en/nothing"])(
    "speaks of the button at %s, and not of a key that only a script counts",
    async (path) => {
      const html = await (await directory.get(path)).text();
      const [, line = ""] = /<div class="visit">([\s\S]*?)<\/div>/u.exec(html) ?? [];
      expect(line).toContain("the button “Leave quickly”");
      expect(line).not.toContain("Shift");
    },
  );
});

describe("everybody in an area", () => {
  test.each(["/en/", "/en/area/TH-50", "/en/area/TH-50/sheet", "/bundles/index-en.json", "/en/emergency"])(
    "gets the same bytes of %s, whatever their browser says of itself",
    async (path) => {
      const [first, ...others] = await Promise.all(
        [
          {},
          { "Accept-Language": "my", "User-Agent": "Old phone" },
          { Cookie: "id=1", Referer: "https://x.example/", DNT: "1", "Sec-CH-UA-Mobile": "?1" },
        ].map(async (headers) => (await directory.get(path, headers)).text()),
      );
      for (const other of others) expect(other).toBe(first);
    },
  );
});
