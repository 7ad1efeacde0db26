import { describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

const site = withSite();

describe("the way for children", () => {
  test("says three things first of every place, hides none that has not told its rules, and leaves no trace", async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await openStart(page, `${site.demo.url}/en/`);
    const address = page.url();
    const history = await page.evaluate(() => window.history.length);
    await page.getByRole("button", { name: "I am under 18" }).click();
    await page.getByRole("heading", { level: 1, name: "Help for you, under 18" }).waitFor();
    const before = site.demo.asked.length;

    await page.getByRole("button", { name: "I want to talk", exact: true }).click();
    await page.getByRole("textbox").fill("chiang mai");
    await page
      .getByRole("button", { name: /^Chiang Mai/u })
      .first()
      .click();
    await page.locator(".card").first().waitFor();
    const cards = page.locator(".card");
    const texts = await cards.allTextContents();
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      expect(text).toMatch(/You can come alone|They want a grown-up|Can you come alone\?/u);
      expect(text).toMatch(/keeps children safe\.|Who do they tell\?/u);
      expect(text).toMatch(/ask a parent/u);
    }
    // Nothing is sure to fit before a place has said that it keeps children safe.
    expect(await cards.filter({ hasText: "Ask first" }).count()).toBeGreaterThan(0);

    // What a place has written for children stands first when a child opens it.
    await page.getByRole("button", { name: "Lantern Tree talking room", exact: true }).click();
    const lead = page.getByRole("dialog").locator(".lead");
    await lead.getByText("You can talk to us alone. We ask before we tell anyone.").waitFor();
    await page.getByRole("dialog").locator(".back").click();

    await page.getByRole("button", { name: "Show help for all ages" }).click();
    await expect.poll(() => page.locator(".childfirst").count()).toBe(0);

    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => window.history.length)).toBe(history);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => window.localStorage.length + window.sessionStorage.length)).toBe(0);
    expect(
      site.demo.asked
        .slice(before)
        .filter((line) => /child|under|age/iu.test(line.replace(/\/assets\//gu, ""))),
    ).toEqual([]);
    await context.close();
  }, 60_000);

  test("puts the lines for children on top, once a place with such a line is chosen", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await openStart(page, `${site.demo.url}/en/`);
    await page.locator(".home .place").click();
    await page.getByRole("button", { name: "Cambodia", exact: true }).click();
    await page
      .getByRole("button", { name: /^Battambang/u })
      .first()
      .click();
    await page.getByRole("button", { name: "I am under 18" }).click();
    const line = page.getByRole("button", { name: /Child Helpline Cambodia/u });
    await line.waitFor();
    expect(await line.textContent()).toContain("1280");
    await context.close();
  }, 60_000);
});

describe("reading aloud", () => {
  test("has a button only where a voice of the device reads the language, and asks for no recording that the settings do not name", async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await openStart(page, `${site.demo.url}/en/`);
    await page.locator(".tiles li:nth-child(3) button").click();
    await page.getByRole("textbox").fill("chiang mai");
    await page
      .getByRole("button", { name: /^Chiang Mai/u })
      .first()
      .click();
    await page.locator(".card .open").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".contact").waitFor();
    // Most browsers of tests have no voice at all; some systems bring one.
    const voices = await page.evaluate(() =>
      window.speechSynthesis.getVoices().map(({ lang, localService }) => ({ lang, localService })),
    );
    const heard = voices.some(({ lang, localService }) => localService && /^en\b/iu.test(lang));
    await expect.poll(() => dialog.locator("button.listen").count()).toBe(heard ? 1 : 0);
    // Nothing reads by itself.
    expect(await page.evaluate(() => window.speechSynthesis.speaking)).toBe(false);

    // Somebody who helps has the same as sentences to read out.
    await dialog.locator(".readout > summary").click();
    expect(await dialog.locator(".readout li").count()).toBeGreaterThan(10);
    expect(site.demo.asked.filter((line) => line.includes("/sound/"))).toEqual([]);
    await context.close();
  }, 60_000);
});
