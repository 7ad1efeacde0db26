import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

const site = withSite();

/** What has the focus: its name as a screen reader says it, roughly, and whether it is on the screen. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return null;
    const { top, bottom } = element.getBoundingClientRect();
    return {
      name: (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/gu, " ").trim(),
      inside: top < window.innerHeight && bottom > 0,
    };
  });
}

/** Tabs on until something with this name has the focus; fails after so many stops. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at !== null && name.test(at.name)) {
      expect(at.inside, `${at.name} is on the screen when it has the focus`).toBe(true);
      return;
    }
  }
  throw new Error(`Nothing called ${String(name)} within ${most} stops`);
}

describe.each([1280, 360])("the keyboard alone, at %i px", (width) => {
  test("does the whole main job, and the second stop of every page leaves", async () => {
    const context = await site.browser.newContext({ viewport: { width, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await openStart(page, `${site.demo.url}/en/`);
    await page.keyboard.press("Tab");
    expect((await focused(page))?.name).toBe("Skip to the main part");
    await page.keyboard.press("Tab");
    expect((await focused(page))?.name).toBe("Leave quickly");

    await tabTo(page, /^Someone to talk to/u);
    await page.keyboard.press("Enter");
    await page.locator(".find input").waitFor();
    // A new screen begins at its heading.
    await expect.poll(async () => (await focused(page))?.name).toBe("Where do you want help?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("chiang mai");
    await page.locator(".places .pick button").first().waitFor();
    await tabTo(page, /^Chiang Mai/u);
    await page.keyboard.press("Space");
    await page.locator(".card").first().waitFor();
    await expect.poll(async () => (await focused(page))?.name).toBe("Someone to talk to");

    await tabTo(page, width < 900 ? /^Narrow the list/u : /^More questions/u);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await focused(page))?.name).toBe("Skip any question you like");
    // Each answer is a stop of its own: radio buttons without a name are no group.
    const papers = page.locator(".asksheet fieldset").nth(2).locator("input");
    const no = papers.nth(1);
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press("Tab");
      if (await no.evaluate((input) => input === document.activeElement)) break;
    }
    await page.keyboard.press("Space");
    expect(await no.isChecked()).toBe(true);
    await tabTo(page, /^Show \d+/u);
    await page.keyboard.press("Enter");

    await tabTo(page, /^Lantern Tree talking room/u, 160);
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    // The focus is inside, stays inside, and comes back to the card.
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() =>
        document.activeElement === document.body
          ? "browser"
          : document.activeElement?.closest("dialog") !== null
            ? "dialog"
            : "page",
      );
      expect(where).not.toBe("page");
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(async () => (await focused(page))?.name).toBe("Lantern Tree talking room");
    await context.close();
  }, 90_000);
});
