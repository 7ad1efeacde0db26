import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { openPage } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

/**
 * Browsers older than Chrome 80, Safari 14 and Firefox 78: their own parser decides. One that knows no modules asks for
 * no script; one that knows them and not what our scripts are written in gives up on reading the file. Either way the
 * page stands as the server drew it, and its links lead on.
 */

let browser: Browser;
let demo: Served;
beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe("a browser that cannot read our scripts", () => {
  test.each([
    ["any of them", /\/assets\/.*\.js$/u],
    ["those of the app", /\/assets\/app-.*\.js$/u],
  ])("does the main job with links, and can leave: %s", async (_which, scripts) => {
    const { page, context } = await openPage(browser, "about:blank");
    await page.route(scripts, (route) =>
      route.fulfill({ contentType: "text/javascript", body: "let a = ; // what this browser cannot parse" }),
    );
    await page.goto(`${demo.url}/en/`);
    await page.getByRole("link", { name: /^Someone to talk to/u }).click();
    await page
      .getByRole("link", { name: /^Chiang Mai/u })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe("/en/area/TH-50");
    await page.locator("summary").filter({ hasText: "Someone to talk to" }).first().click();
    await page.locator("summary").filter({ hasText: "Lantern Tree talking room" }).first().click();
    expect(await page.locator("details[open]").last().innerText()).toContain("000 0000 041");
    await page.locator(".dock [data-leave]").click();
    await page.waitForURL("**/blank");
    await context.close();
  });
});
