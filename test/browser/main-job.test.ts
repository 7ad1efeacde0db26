import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** The main job: a need and a place, narrowed by language and eligibility, a listing, and the sheet on paper. */

const site = withSite();

/** A page of its own, which remembers where its requests went and what went wrong in it. */
async function openWatched(width: number, path: string, javaScriptEnabled = true) {
  const elsewhere: string[] = [];
  const faults: string[] = [];
  const { page, context } = await openPage(
    site.browser,
    site.demo.url + path,
    { viewport: { width, height: 800 }, javaScriptEnabled },
    (fresh) => {
      fresh.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== site.demo.url) elsewhere.push(request.url());
      });
      fresh.on("pageerror", (error) => faults.push(error.message));
      fresh.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
    },
  );
  return { page, context, elsewhere, faults };
}

async function choosePlace(page: Page, typed: string, name: RegExp) {
  await page.getByRole("textbox", { name: "Type a town, district or province" }).fill(typed);
  await page.getByRole("button", { name }).first().click();
}

const card = (page: Page, name: string) =>
  page
    .locator("li")
    .filter({ has: page.getByRole("heading", { name, exact: true }) })
    .last();

describe.each([1280, 360])("a person with a %i px screen", (width) => {
  test("finds help by need and place, narrows it, opens a listing and sees the sheet, at one address", async () => {
    const { page, context, elsewhere, faults } = await openWatched(width, "/en/");
    const address = page.url();
    const history = await page.evaluate(() => window.history.length);

    await page.getByRole("button", { name: /^Someone to talk to/u }).click();
    await choosePlace(page, "เชียงใหม", /^Chiang Mai/u);
    await page.getByRole("heading", { level: 1, name: "Someone to talk to" }).waitFor();
    await expect.poll(() => page.getByRole("heading", { level: 3 }).count()).toBeGreaterThan(5);
    for (const group of ["Help open to everyone", "Specialised help"]) {
      expect(await page.getByRole("heading", { level: 2, name: group }).count()).toBe(1);
    }

    await narrow(page, width);
    await expect.poll(() => card(page, "Lantern Tree talking room").textContent()).toContain("Fits");
    expect(await card(page, "Lantern Tree talking room").textContent()).toContain("They speak Burmese");
    expect(await card(page, "Hill Road talking group").textContent()).toMatch(/Ask first|They speak/u);

    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { level: 2, name: "Lantern Tree talking room" }).waitFor();
    const text = (await dialog.innerText()).replace(/\s+/gu, " ");
    for (const part of [
      "Who it is for",
      "How to get in",
      "What to bring",
      "What it costs",
      "Who will be told",
      "Checked 12 Oct 2026",
    ]) {
      expect(text, part).toContain(part);
    }
    // What a person must know stands before the number, and a made-up number is no link.
    expect(text.indexOf("recorded")).toBeGreaterThan(-1);
    expect(text.indexOf("recorded")).toBeLessThan(text.indexOf("000 0000 041"));
    expect(await dialog.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBe(0);
    await dialog
      .getByRole("link", { name: /Back to the list/u })
      .or(dialog.getByRole("button", { name: /Back to the list/u }))
      .first()
      .click();
    await expect.poll(() => dialog.count()).toBe(0);

    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => window.history.length)).toBe(history);
    expect(elsewhere).toEqual([]);
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("has no sideways scrolling on the way", async () => {
    const { page, context } = await openWatched(width === 360 ? 320 : width, "/en/");
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: /^Someone to talk to/u }).click();
    expect(await overflow()).toBe(0);
    await choosePlace(page, "chiang mai", /^Chiang Mai/u);
    await page.getByRole("heading", { level: 3 }).first().waitFor();
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    expect(await overflow()).toBe(0);
    await context.close();
  });
});

/** Answers two questions: speaks Burmese, has no papers. Wide: each opens under its button; phone: all in one sheet. */
async function narrow(page: Page, width: number) {
  const papers = page.getByRole("group", { name: "Do you have identity papers with you?" });
  if (width >= 900) {
    await page.getByRole("button", { name: "Which language?" }).click();
    await page.getByRole("checkbox", { name: "Burmese", exact: true }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Papers?" }).click();
    await papers.getByRole("radio", { name: "No", exact: true }).check();
    await page.keyboard.press("Escape");
    return;
  }
  await page.getByRole("button", { name: /Narrow the list/u }).click();
  await page.getByRole("checkbox", { name: "Burmese", exact: true }).check();
  await papers.getByRole("radio", { name: "No", exact: true }).check();
  await page.getByRole("button", { name: /^Show \d+/u }).click();
}

describe("without JavaScript", () => {
  test.each([1280, 360])(
    "the same job is done on pages, at %i px, and the page says what its address tells",
    async (width) => {
      const { page, context, elsewhere } = await openWatched(width, "/en/", false);
      await page
        .getByRole("link", { name: /Choose a place/u })
        .first()
        .click();
      await page
        .getByRole("link", { name: /^Chiang Mai/u })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toBe("/en/area/TH-50");
      expect(await page.locator("body").innerText()).toMatch(/address/iu);
      expect(await page.locator("details").count()).toBeGreaterThan(12);

      await page.locator("summary").filter({ hasText: "Someone to talk to" }).first().click();
      const listing = page
        .locator("details")
        .filter({ has: page.locator("summary", { hasText: "Lantern Tree talking room" }) })
        .last();
      await listing.locator("summary").first().click();
      expect(await listing.innerText()).toContain("000 0000 041");

      await page
        .locator('select[name="language"], input[name="language"]')
        .first()
        .waitFor({ state: "attached" });
      await page.locator('form[action$="/narrow"] button').last().click();
      expect(new URL(page.url()).pathname).toBe("/en/narrow");
      expect(new URL(page.url()).search).toBe("");
      // The address changes before the page has come.
      await page.waitForLoadState();
      expect(await page.getByText("Lantern Tree talking room").count()).toBeGreaterThan(0);
      expect(elsewhere).toEqual([]);
      await context.close();
    },
  );

  test("the way out is a plain link that leads on", async () => {
    const { page, context } = await openWatched(360, "/en/area/TH-50", false);
    await page.getByRole("link", { name: "Leave quickly" }).last().click();
    expect(new URL(page.url()).pathname).toBe("/blank");
    await page.waitForLoadState();
    expect(await page.title()).toBe("…");
    await context.close();
  });
});

describe("the sheet", () => {
  test("prints on A4 with three columns, twelve rows, and a number for each that has one", async () => {
    const { page, context } = await openWatched(1280, "/en/area/TH-50/sheet");
    const heads = await page.locator("table thead").first().innerText();
    for (const head of ["What you need", "Specialised help", "Help open to everyone"])
      expect(heads).toContain(head);
    expect(await page.locator("table tbody tr").count()).toBe(12);
    expect(await page.locator("main").innerText()).toContain("000 0000 041");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
    await context.close();
  });
});
