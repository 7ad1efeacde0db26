import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findInChiangMai, openStart } from "../../browser/open-page.ts";
import { withSite } from "../../browser/with-site.ts";

/** The map of the results, in a real browser under the real policy. Needs what `npm run build` makes. */

const site = withSite();

/** Results for somebody to talk to near Chiang Mai, with what went wrong and where requests went. */
async function openResults(width: number) {
  const context = await site.browser.newContext({ viewport: { width, height: 800 }, hasTouch: width < 900 });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await openStart(page, `${site.demo.url}/en/`);
  await findInChiangMai(page);
  return { page, context, requests, faults };
}

const map = (page: Page) => page.getByRole("complementary", { name: "Map" });
const marks = (page: Page) => map(page).locator("button.mark");
const focusedCard = (page: Page) => page.evaluate(() => document.activeElement?.closest(".card")?.id ?? null);

describe("beside the list", () => {
  test("a pressed pin finds its card, and a card in focus rings its pin", async () => {
    const { page, context, requests, faults } = await openResults(1280);
    const pin = map(page).locator("button.mark.pin").first();
    await pin.click();
    const code = await pin.getAttribute("data-codes");
    await expect.poll(() => focusedCard(page)).toBe(`card-${code}`);
    expect(await pin.getAttribute("aria-pressed")).toBe("true");
    const number = await pin.locator(".pin").innerText();
    expect(await page.locator(`#card-${code} > .pin`).innerText()).toBe(number);

    const other = page.locator(`.cols .card:not(#card-${code}) .open`).first();
    await other.focus();
    await expect.poll(() => pin.getAttribute("aria-pressed")).toBe("false");

    expect(requests.filter((url) => url.startsWith("http") && !url.startsWith(site.demo.url))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("the keyboard reaches every mark in the order of the list, opens a plate, and Escape closes it", async () => {
    const { page, context, faults } = await openResults(1280);
    await marks(page).first().waitFor();
    const names = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute("data-codes")));
    await map(page).locator(".map__land").focus();
    const met: (string | null)[] = [];
    for (const _ of names) {
      await page.keyboard.press("Tab");
      met.push(await page.evaluate(() => document.activeElement?.getAttribute("data-codes") ?? null));
    }
    expect(met).toEqual(names);

    const plate = map(page).locator("button.mark.plate");
    await plate.focus();
    await page.keyboard.press("Enter");
    await map(page).locator(".panel").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("panel__name");
    await page.keyboard.press("Escape");
    await expect.poll(() => map(page).locator(".panel").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.classList.contains("plate"))).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("buttons and arrow keys move the land, and no closer than allowed", async () => {
    const { page, context } = await openResults(1280);
    await marks(page).first().waitFor();
    const at = async () => JSON.stringify(await marks(page).first().boundingBox());
    const before = await at();
    await map(page).locator(".map__land").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(at).not.toBe(before);
    for (let n = 0; n < 8; n++) await map(page).getByRole("button", { name: "Closer" }).click();
    expect(await map(page).locator("button.mark.cluster").count()).toBeGreaterThan(0);
    await context.close();
  });

  test("a place that is kept private has a line in the strip and no mark", async () => {
    const { page, context } = await openResults(1280);
    await marks(page).first().waitFor();
    const strip = map(page).locator("details.nopoint--kept-private");
    await strip.locator("summary").click();
    const kept = await strip.locator("li button").allInnerTexts();
    expect(kept.length).toBeGreaterThan(0);
    const marked = (await marks(page).allTextContents()).join(" ");
    expect(kept.filter((name) => marked.includes(name))).toEqual([]);
    await context.close();
  });
});

describe("on a phone", () => {
  test("the map is fetched when it is opened, once, and shows what was chosen itself", async () => {
    const { page, context, requests, faults } = await openResults(360);
    const fetched = () => requests.filter((url) => new URL(url).pathname === "/map/TH.json").length;
    const before = fetched();
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await map(page).locator("button.mark.pin").first().click();
    await map(page).locator(".panel").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => map(page).locator(".panel").count()).toBe(0);
    expect(await map(page).isVisible()).toBe(true);
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await marks(page).first().waitFor();
    expect(fetched()).toBe(Math.max(1, before));
    expect(faults).toEqual([]);
    await context.close();
  });
});

test("without the map's files the list stands complete and says so", async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route("**/map/*.json", (route) => route.abort());
  await openStart(page, `${site.demo.url}/en/`);
  await findInChiangMai(page);
  await page.getByText("The map could not be loaded. The list holds the same places.").waitFor();
  expect(await page.getByRole("heading", { level: 3 }).count()).toBeGreaterThan(5);
  await context.close();
});

test("the map's own script is small enough for a slow line: 60 kB compressed, Leaflet included", () => {
  const script = readdirSync("dist/web/assets").find((file) => /^results-map-.*\.js$/u.test(file)) ?? "";
  expect(gzipSync(readFileSync(`dist/web/assets/${script}`)).length).toBeLessThan(60_000);
});
