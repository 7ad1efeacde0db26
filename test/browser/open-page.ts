import type { Browser, BrowserContext, Page } from "playwright-core";

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that the page asked for, workers included. */
  readonly asked: string[];
}

/** A page in a context of its own, which remembers what was asked for. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  context.setDefaultTimeout(10_000);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(url);
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
