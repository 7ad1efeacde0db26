import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { APP_STATES, HELPER_STATES, PAGES, press } from "./site-states.ts";
import { withSite } from "./with-site.ts";

/**
 * axe-core by the rules of WCAG 2.0–2.2 A and AA, on every page and every state of the app. It finds only some kinds
 * of faults; the other files of this folder and people find others.
 */

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What a scheme of colours can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const site = withSite();

const builder = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

interface Fault {
  readonly where: string;
  readonly rule: string;
  readonly node: string;
}

async function faultsOf(axe: AxeBuilder, where: string): Promise<Fault[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({
      where,
      rule: id,
      node: `${html.slice(0, 160)} — ${failureSummary?.split("\n")[1]?.trim() ?? ""}`,
    })),
  );
}

/** All rules as the page stands; then, where asked for, what its colours change in the dark and in forced colours. */
async function allFaults(page: Page, where: string, colours: boolean): Promise<Fault[]> {
  const found = await faultsOf(builder(page).withTags(RULES), where);
  if (!colours) return found;
  for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }] as const) {
    await page.emulateMedia(media);
    found.push(
      ...(await faultsOf(builder(page).withRules(COLOUR_RULES), `${where}, ${Object.values(media)[0]}`)),
    );
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  }
  return found;
}

async function open(width: number, javaScriptEnabled: boolean): Promise<[BrowserContext, Page]> {
  const context = await site.browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  context.setDefaultTimeout(30_000);
  return [context, await context.newPage()];
}

/**
 * Every state and page is looked at in all three ways. Colours are the same in every language, and those of pages at
 * every width: only the app lays other things side by side on a wide screen.
 */
const WAYS = [
  { lang: "en", width: 360, colours: { app: true, pages: true } },
  { lang: "en", width: 1280, colours: { app: true, pages: false } },
  { lang: "ar", width: 360, colours: { app: false, pages: false } },
] as const;

/** An area with all parts of the page and few listings: hundreds of folded entries would be looked at one by one. */
const SMALL = "AL-11";

describe.each(WAYS)("in $lang at $width px", ({ lang, width, colours }) => {
  test("axe finds nothing in any state of the app", async () => {
    const [context, page] = await open(width, true);
    await openStart(page, `${site.demo.url}/${lang}/`);
    const found: Fault[] = [];
    // Wide, a helper's screens are looked at inside the office (test/curate/find.test.ts).
    const states = width === 360 ? [...APP_STATES, ...HELPER_STATES] : APP_STATES;
    for (const { name, reach } of states) {
      await reach(page);
      found.push(...(await allFaults(page, name, colours.app)));
    }
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);

  test("axe finds nothing on any page with an address", async () => {
    const [context, page] = await open(width, true);
    const found: Fault[] = [];
    for (const path of PAGES) {
      await page.goto(site.demo.url + path.replace("{lang}", lang));
      found.push(...(await allFaults(page, path, colours.pages)));
    }
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);

  test("axe finds nothing on an area's page, unfolded and narrowed", async () => {
    const [context, page] = await open(width, true);
    await page.goto(`${site.demo.url}/${lang}/area/${SMALL}`);
    const need = page.locator("details.need:has(.entry) > summary").first();
    await need.click();
    await press(page, "details[open] .entry > summary");
    const found = await allFaults(page, "area", colours.pages);
    await page.locator("form[action$='/narrow'] button").last().click();
    await page.waitForURL(/\/narrow$/u);
    found.push(...(await allFaults(page, "narrowed", colours.pages)));
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);
});
