import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { findInChiangMai, openPage } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

/** "Keep on this device": nothing lies there before, everything works without internet after, and it goes when it should. */

let browser: Browser;
let demo: Served;
beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Everything in which a browser could keep something of ours. */
const lying = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    local: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
  }));
const NOTHING = { caches: [], workers: 0, databases: 0, local: 0, cookies: "" };

async function keepChiangMai(page: Page, stays: boolean): Promise<void> {
  await findInChiangMai(page);
  await page.waitForLoadState("networkidle");
  await page.getByRole("link", { name: /Keep on this device/u }).click();
  await page.getByText("Together").waitFor();
  expect((await lying(page)).caches).toEqual([]);
  if (stays) await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("heading", { level: 1, name: "Kept on this device" }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** As if the copy were as old as that. */
const age = (page: Page, days: number) =>
  page.evaluate(async (by) => {
    const cache = await caches.open("kept-pages");
    const list = (await (await cache.match("/kept.json"))?.json()) as { areas: { date: string }[] };
    for (const area of list.areas)
      area.date = new Date(Date.now() - by * 86_400_000).toISOString().slice(0, 10);
    await cache.put("/kept.json", new Response(JSON.stringify(list)));
  }, days);

describe("keeping", () => {
  test("lists what will lie there with its size, and then the search works without internet", async () => {
    const { page, context } = await openPage(browser, `${demo.url}/en/`);
    await page.getByRole("button", { name: /^Someone to talk to/u }).waitFor();
    expect(await lying(page)).toEqual(NOTHING);
    await keepChiangMai(page, false);
    expect(await lying(page)).toEqual({ ...NOTHING, caches: ["kept-pages"], workers: 1 });
    await context.setOffline(true);
    await page.goto(`${demo.url}/en/`);
    await page.getByText(/No internet. Copy of/u).waitFor();
    await findInChiangMai(page);
    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    await page.getByRole("dialog").getByText("000 0000 041").first().waitFor();
    await page.goto(`${demo.url}/en/emergency`);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toBe("");
    await context.close();
  }, 90_000);

  test("warns when the copy is old, and after ninety days it is gone", async () => {
    const { page, context } = await openPage(browser, `${demo.url}/en/`);
    await keepChiangMai(page, false);
    await age(page, 38);
    await context.setOffline(true);
    await page.goto(`${demo.url}/en/`);
    await page.getByText("This copy is 38 days old. Call before you go.").waitFor();
    await age(page, 90);
    await page.reload();
    await expect.poll(async () => (await lying(page)).caches).toEqual([]);
    await context.close();
  }, 90_000);

  test("renews what is kept when there is internet", async () => {
    const { page, context } = await openPage(browser, `${demo.url}/en/`);
    await keepChiangMai(page, false);
    await age(page, 38);
    await page.goto(`${demo.url}/en/`);
    const date = () =>
      page.evaluate(async () => {
        const found = await (await caches.open("kept-pages")).match("/kept.json");
        if (found === undefined) return null;
        return ((await found.json()) as { areas: { date: string }[] }).areas[0]?.date;
      });
    await expect.poll(date).toBe(new Date().toISOString().slice(0, 10));
    await context.close();
  }, 90_000);

  test("leaves nothing after leaving, online and without internet, unless it was to stay", async () => {
    for (const [stays, offline] of [
      [false, false],
      [false, true],
      [true, false],
    ] as const) {
      const { page, context } = await openPage(browser, `${demo.url}/en/`);
      await keepChiangMai(page, stays);
      if (offline) await context.setOffline(true);
      await page.locator(".dock [data-leave]").click({ noWaitAfter: true });
      await page.waitForTimeout(1500);
      if (offline) await context.setOffline(false);
      await page.goto(`${demo.url}/blank`);
      const after = await lying(page);
      expect(after.caches, `${stays} ${offline}`).toEqual(stays ? ["kept-pages"] : []);
      expect(after.workers).toBe(stays ? 1 : 0);
      await context.close();
    }
  }, 120_000);

  test("goes at once with “Remove everything”, which says what it cannot remove", async () => {
    const { page, context } = await openPage(browser, `${demo.url}/en/`);
    await keepChiangMai(page, true);
    expect(await page.locator("main").innerText()).toContain("What this cannot remove");
    await page.getByRole("button", { name: "Remove everything" }).click();
    await page.getByText("Removed. Nothing is kept now.").waitFor();
    expect(await lying(page)).toEqual(NOTHING);
    await context.close();
  }, 60_000);

  test("has a worker that leaves the back office alone", async () => {
    const { page, context } = await openPage(browser, `${demo.url}/en/`);
    await keepChiangMai(page, true);
    const answers: boolean[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.startsWith("/curate")) answers.push(response.fromServiceWorker());
    });
    await page.goto(`${demo.url}/curate`);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).not.toContain(true);
    await context.close();
  }, 60_000);
});
