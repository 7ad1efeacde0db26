import type { Locator, Page } from "playwright-core";
import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/**
 * The main job with every word and digit made invisible: what is pressed is found by its pictogram and its place on
 * the screen alone, as somebody does who does not read.
 */

const site = withSite();

/** Text is painted with nothing; signs keep their colour, because they are filled with `currentColor`. */
const NO_WORDS = `
  *, *::before, *::after, *::placeholder { -webkit-text-fill-color: transparent !important; text-decoration: none !important; }
  svg text { fill: transparent !important; }
`;

/** Where to put pictures for looking at; none are taken when it is not set. */
const pictures = process.env["WAYMARK_PICTURES"];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** Presses something that shows a sign of 14 px or more in itself: without one nobody would know what it is. */
async function pressSign(target: Locator): Promise<void> {
  const sign = target.locator("svg, .pin").filter({ visible: true }).first();
  // The page may still be laid out, or drawn anew by the app.
  await expect
    .poll(async () => (await sign.boundingBox())?.width ?? 0, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(14);
  await target.click();
}

describe.each([360, 1280])("with every word hidden, at %i px", (width) => {
  test("a need, a place on the map, two answers, a listing and its number are reached by pictograms", async () => {
    // Our own style sheet for the test needs leave that our policy does not give.
    const context = await site.browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    // Before the app stands, a press leads on to the page without script.
    await openStart(page, `${site.demo.url}/en/`);
    await page.addStyleTag({ content: NO_WORDS });
    await picture(page, `without-words-${width}-1-need`);
    await pressSign(shown(page, ".tiles li:nth-child(3) .tile"));

    // The place: a province on the drawn map, by where it lies.
    const land = shown(page, ".tapmap .tap");
    await land.waitFor();
    await picture(page, `without-words-${width}-2-place`);
    await page.locator('.tapmap .tap[aria-label="Chiang Mai"]').click();
    await shown(page, ".card").waitFor();
    await picture(page, `without-words-${width}-3-list`);

    // Narrowing: the sheet of questions, by its sign; the question with the identity card, answered "no" by its ×.
    await pressSign(page.locator(".asks__all, .asks > .askbtn").filter({ visible: true }).last());
    const papers = page.locator(".asksheet fieldset").nth(2);
    await papers.waitFor();
    expect(await papers.locator("legend svg").count()).toBe(1);
    await papers.scrollIntoViewIfNeeded();
    await picture(page, `without-words-${width}-4-questions`);
    await pressSign(papers.locator(".opt").nth(1));
    const stay = page.locator(".asksheet fieldset").nth(5);
    await stay.scrollIntoViewIfNeeded();
    await pressSign(stay.locator(".opt").nth(1));
    await pressSign(page.locator(".asksheet__done .go, .dock .go").filter({ visible: true }).first());

    // Fits, ask and not are shapes: a tick, a question mark, a dash.
    await shown(page, ".card .fit svg").waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, `without-words-${width}-5-narrowed`);
    const card = page
      .locator(".card")
      .filter({ has: page.locator(".fit.yes") })
      .first();
    expect(await card.locator(".facts svg").count()).toBeGreaterThanOrEqual(6);
    await card.locator(".open").click();

    const dialog = page.locator("dialog");
    await dialog.waitFor();
    await picture(page, `without-words-${width}-6-listing`);
    if (width < 900) await pressSign(dialog.locator(".dock .go"));
    const contact = dialog.locator(".contact");
    await contact.scrollIntoViewIfNeeded();
    await picture(page, `without-words-${width}-7-contact`);
    expect(await contact.locator(".notes svg").count()).toBeGreaterThan(0);
    expect(await contact.locator(".reach .tel svg").count()).toBeGreaterThan(0);
    // The way out stays where it was, with its sign.
    expect(await dialog.locator(".leave svg").filter({ visible: true }).count()).toBe(1);
    await context.close();
  }, 90_000);
});
