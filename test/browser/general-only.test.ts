import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findInChiangMai, openPage } from "./open-page.ts";
import { FORM_TITLES } from "#server/edition/forms/titles.ts";
import { saysOther } from "../web/other-group.ts";
import { withSite } from "./with-site.ts";

/** "General help only" with a script: a switch after which no screen, print or title names any other help. */

const site = withSite();

/** Everything that can be read, seen or heard of a screen, what is folded and what links lead to included. */
const readable = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    for (const path of root.querySelectorAll("path, script")) path.remove();
    return `${document.title} ${location.href} ${root.outerHTML}`;
  });

const expectNothingOf = async (page: Page, screen: string) =>
  expect([screen, saysOther(await readable(page), "en")]).toEqual([screen, []]);

describe("general help only, with a script", () => {
  test("names no other help on any screen, in a listing, and on the sheet", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`);
    await findInChiangMai(page);
    expect(await page.getByRole("heading", { name: "Specialised help" }).count()).toBe(1);
    await page.locator(".brand").click();
    await page.getByRole("switch", { name: "Only show help that is open to everyone" }).check();
    await expectNothingOf(page, "home");

    await page.getByRole("button", { name: /^Someone to talk to/u }).click();
    await page.getByRole("heading", { level: 3 }).first().waitFor();
    await expectNothingOf(page, "results");
    for (const card of (await page.locator(".card .open").all()).slice(0, 3)) {
      await card.click();
      await page.getByRole("dialog").getByRole("heading", { level: 2 }).waitFor();
      await expectNothingOf(page, "a listing");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /Back to the list/u })
        .click();
    }
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await page.locator(".mapwrap .mark").first().waitFor();
    await expectNothingOf(page, "the map");
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("button", { name: /Narrow the list/u }).click();
    await expectNothingOf(page, "the questions");
    await page.getByRole("button", { name: /^Show \d+/u }).click();
    await page.locator(".brand").click();

    for (const link of [
      "Your rights and how this works",
      "Who runs this",
      "Suggest a service for this list",
    ]) {
      await page.getByRole("link", { name: link }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectNothingOf(page, link);
      await page.locator(".brand").click();
    }
    await page.locator('.home a[href$="/emergency"]').first().click();
    await expectNothingOf(page, "emergency numbers");
    await page.locator(".brand").click();
    await page.locator(".visit .more").click();
    await expectNothingOf(page, "staying safe");
    await page.locator(".brand").click();
    await page.locator(".home a.rowlink.only-phone").first().click();
    await page.locator("table").first().waitFor();
    await expectNothingOf(page, "the sheet");

    // "Make your own": every form in its preview, those for helpers too, and no way to have the other help on it.
    await page.getByRole("button", { name: "Booklet, cards, poster, large print" }).click();
    await page.getByRole("heading", { name: "Preview" }).waitFor();
    await page.locator("summary").filter({ hasText: "For people who help" }).click();
    const things = page.locator(".own__thing input");
    const count = await things.count();
    expect(count).toBeGreaterThan(10);
    const titles = new Set<string>(Object.values(FORM_TITLES));
    const seen: string[] = [];
    for (let i = 0; i < count; i++) {
      await things.nth(i).check();
      await page.getByText(/^(?:About )?\d+ pages?$/u).waitFor();
      const label = (await page.locator(".own__thing").nth(i).innerText()).trim();
      // The preview of the form before may still stand; those with a title of their own are waited for.
      if (titles.has(label)) await page.locator(".edition").filter({ hasText: label }).waitFor();
      await expectNothingOf(page, label);
      seen.push(label);
    }
    expect(seen.filter((label) => titles.has(label)).length).toBeGreaterThan(5);
    expect(await page.getByRole("switch", { name: /open to everyone/u }).count()).toBe(0);
    await context.close();
  }, 120_000);

  test("is there from the start where the address says so, and every link keeps to it", async () => {
    const { page, context } = await openPage(site.browser, `${site.demo.url}/en/open/`);
    const only = page.getByRole("switch", { name: "Only show help that is open to everyone" });
    await only.waitFor();
    expect(await only.isChecked()).toBe(true);
    const links = await page
      .locator("a[href]:not([data-leave]):not([href^='#'])")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(links.filter((href) => !/^\/[a-z]{2,3}\/open\//u.test(href))).toEqual([]);
    await findInChiangMai(page);
    expect(page.url()).toBe(`${site.demo.url}/en/open/`);
    await expectNothingOf(page, "results");
    await context.close();
  }, 60_000);
});
