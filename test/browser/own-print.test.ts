import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilePdf } from "../../scripts/print/compile-pdf.ts";
import { loadCompiler } from "../../scripts/print/load-compiler.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { printLimit } from "#web/print/make-pdf.ts";
import { demoEditions } from "../edition/demo-source.ts";
import { manyListings } from "./many-listings.ts";
import { openBrowser } from "./open-browser.ts";
import { type Opened, openPage, openStart } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

const BUILT = existsSync("dist/web/print/typst.bin");
if (!BUILT) console.warn("Printing in the browser is not tested: npm run build has not been run.");

/** How many pages a PDF has and how large they are; null where poppler-utils is not installed. */
function pagesOf(path: string): string | null {
  const { stdout, error } = spawnSync("pdfinfo", [path], { encoding: "utf8" });
  return error === undefined ? stdout.replace(/\s+/gu, " ") : null;
}

/** From the start page to "make your own" for Chiang Mai. */
async function openOwn(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Want it on paper/u }).click();
  await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
  await page
    .getByRole("button", { name: /^Chiang Mai/u })
    .first()
    .click();
  await page.getByRole("button", { name: "Booklet, cards, poster, large print" }).click();
  await page.getByRole("heading", { name: "Preview" }).waitFor();
}

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
    await openOwn(page);
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
      await page.getByRole("combobox", { name: "Paper" }).selectOption("a5-on-a4");
      await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("th");
      await page.locator(".edition").filter({ hasText: "เบอร์" }).waitFor();
      // Said before anything is made or saved.
      await page
        .locator("main")
        .getByText("The file stays on this device until you delete it.")
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Make the file" }).click();
      const save = page.getByRole("link", { name: "Save the file" });
      await save.waitFor({ timeout: PATIENCE });
      const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
      expect(download.suggestedFilename()).toBe("numbers.pdf");
      const path = await download.path();
      const bytes = readFileSync(path);
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
      const said = await page.locator(".own__head p").innerText();
      if (loadCompiler() !== null) {
        const editions = await demoEditions();
        const source = await editions.source({ area: ["KH-2"], lang: "th", paper: "a5", site: demo.url });
        const { pages } = await compilePdf(await makeEdition(source), source.wordings);
        expect(said).toBe(`Ready: ${pages} pages`);
        // Four small pages on each sheet, two a side, and every side of a sheet is there.
        const sheets = pagesOf(path);
        if (sheets !== null) {
          expect(sheets).toContain(`Pages: ${Math.ceil(pages / 4) * 2} `);
          expect(sheets).toContain("(A4)");
          expect(sheets).toMatch(/Title: เบอร์ที่ใช้บ่อย/u);
        }
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
    await page.getByRole("combobox", { name: "Paper" }).selectOption("a4");
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Make the file" }).waitFor();
    await page.locator("summary").filter({ hasText: "For people who help" }).click();
    await page.getByRole("radio", { name: "Identified and assisted" }).check();
    // Its title, in the language that was chosen above.
    await page.locator(".edition").filter({ hasText: "มีคนรู้และได้รับความช่วยเหลือ" }).waitFor();
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByRole("link", { name: "Save the file" }).waitFor({ timeout: PATIENCE });
    expect(await page.locator(".own__head p").innerText()).toBe("Ready: 1 page");
    expect(fetched("/print/typst.bin")).toHaveLength(1);
  });

  test("makes a page to carry, a text to edit and tables of the same pages, without the compiler, under neutral names", async () => {
    const { page } = opened;
    await page.getByRole("radio", { name: "Booklet", exact: true }).check();
    const before = demo.asked.length;
    const made = new Map<string, Buffer>();
    for (const kind of ["html", "docx", "xlsx", "csv"]) {
      await page.getByRole("combobox", { name: "Kind of file" }).selectOption(kind);
      await page.getByRole("button", { name: "Make the file" }).click();
      const save = page.getByRole("link", { name: "Save the file" });
      await save.waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
      expect(download.suggestedFilename()).toBe(`numbers.${kind}`);
      made.set(kind, readFileSync(await download.path()));
    }
    const html = made.get("html")?.toString("utf8") ?? "";
    expect(html).toMatch(/<html lang="th"[^]*Content-Security-Policy[^]*ed-entry[^]*<script>/u);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/u);
    const csv = made.get("csv")?.toString("utf8") ?? "";
    expect(csv.split("\r\n").length).toBeGreaterThan(10);
    for (const kind of ["docx", "xlsx"]) expect(made.get(kind)?.subarray(0, 2).toString()).toBe("PK");
    expect(demo.asked.slice(before).filter((line) => !/ \/(?:assets|fonts)\//u.test(line))).toEqual([]);
    await page.getByRole("combobox", { name: "Kind of file" }).selectOption("pdf");
    expect(broken).toEqual([]);
  });

  test("what is chosen stands in no address: lists and words by area and language, and files that are the same for all", () => {
    const kinds = new Set(
      demo.asked
        .slice(demo.asked.findIndex((line) => line.includes("/bundles/th-50-index")))
        .map((line) => line.split("/")[1] ?? line),
    );
    expect([...kinds].sort()).toEqual(["assets", "bundles", "fonts", "map", "places", "print"]);
  });

  test("where a list is too long for the device, says so and offers the ready booklet of the area with its day", async () => {
    expect([printLimit(undefined), printLimit(8), printLimit(2), printLimit(1)]).toEqual([
      300, 300, 100, 100,
    ]);
    const small = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await small.addInitScript(() => {
      Object.defineProperty(navigator, "deviceMemory", { value: 2 });
    });
    small.setDefaultTimeout(20_000);
    const page = await small.newPage();
    const booklet = {
      area: "TH-50",
      languages: ["en"],
      paper: "a4",
      large: false,
      generalOnly: false,
    } as const;
    const file = { madeOn: "2026-11-21", pages: 36, bytes: 900_000, url: "/booklets/abc.pdf" };
    await manyListings(page, { area: "TH-50", lang: "en", copies: 3, booklets: [{ ...booklet, ...file }] });
    await openStart(page, `${demo.url}/en/`);
    await openOwn(page);
    const note = page.getByText(/^\d+ places are too many for this device/u);
    await note.waitFor();
    expect(Number(/^\d+/u.exec(await note.innerText())?.[0])).toBeGreaterThan(100);
    expect(await page.getByRole("button", { name: "Make the file" }).count()).toBe(0);
    const ready = page.getByRole("link", { name: "Booklet of 21 Nov 2026, 36 pages" });
    expect(await ready.getAttribute("href")).toBe("/booklets/abc.pdf");
    // A page to search offline and tables need no compiler: they are made here all the same.
    await page.getByRole("combobox", { name: "Kind of file" }).selectOption("csv");
    await page.getByRole("button", { name: "Make the file" }).waitFor();
    await small.close();
  });
});
