import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { type Served, serveDemo } from "./serve-demo.ts";
import { APP_STATES, PAGES, press } from "./site-states.ts";

/**
 * axe-core by the rules of WCAG 2.0–2.2 A and AA, on every page and every state of the app. It finds only some kinds
 * of faults; the other files of this folder and people find others.
 */

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What a scheme of colours can change. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

let browser: Browser;
let demo: Served;

beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

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

/** All rules as the page stands; then what its colours change, in the dark and in forced colours. */
async function allFaults(page: Page, where: string): Promise<Fault[]> {
  const found = await faultsOf(builder(page).withTags(RULES), where);
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
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  context.setDefaultTimeout(30_000);
  return [context, await context.newPage()];
}

const WAYS = [
  ["en", 360],
  ["en", 1280],
  ["th", 360],
] as const;

describe.each(WAYS)("in %s at %i px", (lang, width) => {
  test("axe finds nothing in any state of the app", async () => {
    const [context, page] = await open(width, true);
    await page.goto(`${demo.url}/${lang}/`);
    const found: Fault[] = [];
    for (const { name, reach } of APP_STATES) {
      await reach(page);
      found.push(...(await allFaults(page, name)));
    }
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);

  test("axe finds nothing on any page with an address", async () => {
    const [context, page] = await open(width, true);
    const found: Fault[] = [];
    for (const path of PAGES) {
      await page.goto(demo.url + path.replace("{lang}", lang));
      found.push(...(await allFaults(page, path)));
    }
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);

  test("axe finds nothing on an area's page, unfolded and narrowed", async () => {
    const [context, page] = await open(width, true);
    await page.goto(`${demo.url}/${lang}/area/TH-50`);
    await press(page, "#counselling > summary");
    await press(page, "#counselling .entry > summary");
    const found = await allFaults(page, "area");
    await page.locator("form[action$='/narrow'] button").last().click();
    await page.waitForURL(/\/narrow$/u);
    found.push(...(await allFaults(page, "narrowed")));
    expect(found).toEqual([]);
    await context.close();
  }, 400_000);
});
