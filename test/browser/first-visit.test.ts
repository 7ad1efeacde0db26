import { describe, expect, test } from "vitest";
import { openPage } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** What comes first on a first visit: on a slow connection each file that is found late costs a second. */

const site = withSite();
const pathOf = (url: string) => new URL(url).pathname;

describe("a first visit", () => {
  test("names in its page each script that the app starts with, in every language at once", async () => {
    for (const lang of ["en", "th"]) {
      const html = await (await fetch(`${site.demo.url}/${lang}/`)).text();
      const named = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.js)"/gu)].map(([, file]) => file);
      const { page, context, asked } = await openPage(site.browser, "about:blank");
      await page.goto(`${site.demo.url}/${lang}/`, { waitUntil: "commit" });
      await page.waitForFunction(() => document.querySelector(".home .tiles button") !== null);
      const scripts = asked.map(pathOf).filter((path) => path.endsWith(".js"));
      expect(scripts.slice(0, named.length).toSorted()).toEqual(named.toSorted());
      await context.close();
    }
  });

  test("fetches the place and the list before the screens that fewer people open", async () => {
    const { page, context, asked } = await openPage(site.browser, `${site.demo.url}/en/`);
    await page.waitForLoadState("networkidle");
    const order = asked.map(pathOf);
    const at = (part: RegExp) => order.findIndex((path) => part.test(path));
    for (const first of [/^\/assets\/place-/u, /^\/assets\/search-/u, /^\/places\/TH\.json$/u]) {
      expect(at(first), String(first)).toBeGreaterThan(-1);
      expect(at(first), String(first)).toBeLessThan(at(/^\/assets\/other-screens-/u));
    }
    await context.close();
  });
});
