import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilePdf } from "../../scripts/print/compile-pdf.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { demoEditions } from "../edition/demo-source.ts";
import { openBrowser } from "./open-browser.ts";
import { type Opened, openPage } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

const BUILT = existsSync("dist/web/print/typst.bin");
if (!BUILT) console.warn("Printing in the browser is not tested: npm run build has not been run.");

/** Fetching, starting and drawing on a busy machine. */
const PATIENCE = 90_000;

describe.skipIf(!BUILT)("make your own", () => {
  let demo: Served;
  let browser: Browser;
  let opened: Opened;
  const broken: string[] = [];

  beforeAll(async () => {
    demo = await serveDemo();
    browser = await openBrowser();
    opened = await openPage(browser, `${demo.url}/en/`, { acceptDownloads: true });
    opened.page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });
    const { page } = opened;
    await page.getByRole("link", { name: /^Want it on paper/u }).click();
    await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
    await page
      .getByRole("button", { name: /^Chiang Mai/u })
      .first()
      .click();
    await page.getByRole("button", { name: "Booklet, cards, poster, large print" }).click();
    await page.getByRole("heading", { name: "Preview" }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  const fetched = (part: string) => demo.asked.filter((line) => line.includes(part));

  test("shows the pages at once, with about how many there will be, before anything of the compiler is fetched", async () => {
    const { page } = opened;
    await page.getByText(/^About \d+ pages$/u).waitFor();
    const contents = page.locator(".edition nav li").filter({ hasText: "Map" });
    expect(await contents.innerText()).toMatch(/about \d+$/u);
    expect(fetched("/print/")).toEqual([]);
  });

  test("a place in the preview is gone to without a trace in the address or the history", async () => {
    const { page } = opened;
    const before = await page.evaluate(() => [location.href, history.length]);
    await page.locator(".edition nav a").filter({ hasText: "Map" }).click();
    expect(await page.evaluate(() => [location.href, history.length])).toEqual(before);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(2000);
  });

  test(
    "makes a file with a neutral name on the device, the same pages as the command, and asks nobody else",
    { timeout: PATIENCE },
    async () => {
      const { page } = opened;
      await page.getByRole("combobox", { name: "Area" }).selectOption("KH-2");
      await page.getByRole("combobox", { name: "Paper" }).selectOption("a5");
      await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("th");
      await page.locator(".edition").filter({ hasText: "เบอร์" }).waitFor();
      await page.getByRole("button", { name: "Make the file" }).click();
      const save = page.getByRole("link", { name: "Save the file" });
      await save.waitFor({ timeout: PATIENCE });
      const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
      expect(download.suggestedFilename()).toBe("numbers.pdf");
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
      const said = await page.locator(".own__head p").innerText();
      if (loadCompiler() !== null) {
        const editions = await demoEditions();
        const source = await editions.source({ area: ["KH-2"], lang: "th", paper: "a5", site: demo.url });
        const { pages } = await compilePdf(await makeEdition(source), source.wordings);
        expect(said).toBe(`Ready: ${pages} pages`);
      }
      // The letters of every script, whatever is printed: so that they say nothing of it.
      for (const script of ["latin", "thai", "lao", "khmer", "myanmar", "arabic"])
        expect(fetched(`/print/${script}-0`)).toHaveLength(1);
      expect(fetched("/print/chinese")).toEqual([]);
      expect(opened.asked.filter((url) => !url.startsWith(demo.url) && !url.startsWith("blob:"))).toEqual([]);
      expect(page.url()).toBe(`${demo.url}/en/`);
      expect(broken).toEqual([]);
    },
  );

  test("stops at once, and fetches the compiler once a visit", { timeout: PATIENCE }, async () => {
    const { page } = opened;
    await page.getByRole("radio", { name: "Booklet", exact: true }).check();
    await page.getByRole("combobox", { name: "Paper" }).selectOption("a5-on-a4");
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Make the file" }).waitFor();
    await page.locator("summary").filter({ hasText: "For people who help" }).click();
    await page.getByRole("radio", { name: "Identified and assisted" }).check();
    await page.locator(".edition").filter({ hasText: "Write no names." }).waitFor();
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByRole("link", { name: "Save the file" }).waitFor({ timeout: PATIENCE });
    expect(await page.locator(".own__head p").innerText()).toBe("Ready: 1 page");
    expect(fetched("/print/typst.bin")).toHaveLength(1);
  });

  test("what is chosen stands in no address: lists and words by area and language, and files that are the same for all", () => {
    const kinds = new Set(
      demo.asked
        .slice(demo.asked.findIndex((line) => line.includes("/bundles/th-50-index")))
        .map((line) => line.split("/")[1] ?? line),
    );
    expect([...kinds].sort()).toEqual(["assets", "bundles", "fonts", "map", "places", "print"]);
  });
});
