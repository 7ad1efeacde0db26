import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findInChiangMai, openPage, openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/**
 * Browsers older than Chrome 80, Safari 14 and Firefox 78: their own parser decides. One that knows no modules asks for
 * no script; one that knows them and not what our scripts are written in gives up on reading the file. Either way the
 * page stands as the server drew it, and its links lead on.
 */

const site = withSite();

describe("a browser that cannot read our scripts", () => {
  test.each([
    ["any of them", /\/assets\/.*\.js$/u],
    ["those of the app", /\/assets\/app-.*\.js$/u],
  ])("does the main job with links, and can leave: %s", async (_which, scripts) => {
    const { page, context } = await openPage(site.browser, "about:blank");
    await page.route(scripts, (route) =>
      route.fulfill({ contentType: "text/javascript", body: "let a = ; // what this browser cannot parse" }),
    );
    // Here the page without a script is what is looked at.
    await page.goto(`${site.demo.url}/en/`);
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

describe("a browser that leaves out the gaps of flexible boxes", () => {
  /** Boxes of the first screens in a row, in a column and with words beside a drawing, whose parts carry no margins of their own. */
  const BOXES = ".visit, .rowlink, .switch, .dock, .facts li:not(.known), .brand, .dock .leave";
  /** Of each that is drawn: its class, its width, and the pixels between its first two parts. */
  const distances = (page: Page) =>
    page.locator(BOXES).evaluateAll((boxes) =>
      boxes
        .filter((box) => box.getClientRects().length > 0)
        .map((box) => {
          const [first, second] = Array.from(box.children, (part) => part.getBoundingClientRect());
          const width = Math.round(box.getBoundingClientRect().width);
          if (first === undefined || second === undefined) return `${box.className} ${width}`;
          return `${box.className} ${Math.round(second.left - first.right)} ${Math.round(second.top - first.bottom)}`;
        }),
    );

  test("gets margins in their place; one that knows them fetches nothing for it", async () => {
    const seen: string[][] = [];
    for (const old of [false, true]) {
      const { page, context, asked } = await openPage(site.browser, "about:blank", { bypassCSP: true });
      if (old)
        await page.addInitScript(() =>
          new MutationObserver((_changes, watching) => {
            if (document.head === null) return;
            watching.disconnect();
            const style = document.createElement("style");
            style.textContent = "*{row-gap:0!important;column-gap:0!important}";
            document.head.append(style);
          }).observe(document, { childList: true, subtree: true }),
        );
      await openStart(page, `${site.demo.url}/en/`);
      if (old) await expect.poll(() => asked.some((url) => url.includes("/old-gaps-"))).toBe(true);
      await page.waitForLoadState("networkidle");
      expect(asked.some((url) => url.includes("/old-gaps-"))).toBe(old);
      seen.push([...(await distances(page))]);
      await findInChiangMai(page);
      await page.waitForLoadState("networkidle");
      seen[seen.length - 1]?.push("THE LIST", ...(await distances(page)));
      await context.close();
    }
    expect(seen[0]?.length).toBeGreaterThan(20);
    expect(seen[1]).toEqual(seen[0]);
  });
});
