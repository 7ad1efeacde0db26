import type { Browser, BrowserContext, Page } from "playwright-core";

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that the page asked for, workers included. */
  readonly asked: string[];
}

/** A start page: `/en/`, `/en/open/`. With a code behind # a listing is opened instead. */
const START = /\/[a-z]{2,3}\/(?:open\/)?$/u;

/**
 * Opens a start page and waits until the app stands: before, a press leads on to the page that works without a script.
 */
export async function openStart(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".home .tiles button").first().waitFor();
}

/** A page in a context of its own, which remembers what was asked for; on a start page with a script, with the app standing. `watch` sees the page before it opens anything. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newContext"]>[0] = {},
  watch: (page: Page) => void = () => undefined,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  context.setDefaultTimeout(10_000);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  watch(page);
  if (START.test(url) && options.javaScriptEnabled !== false) await openStart(page, url);
  else await page.goto(url);
  return { page, context, asked };
}

/** From the start page to the list of Chiang Mai, by one need. */
export async function findInChiangMai(page: Page, need = /^Someone to talk to/u): Promise<void> {
  await page.getByRole("button", { name: need }).click();
  await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
  await page
    .getByRole("button", { name: /^Chiang Mai/u })
    .first()
    .click();
  await page.getByRole("heading", { level: 3 }).first().waitFor();
}
