import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { findInChiangMai, openPage } from "./open-page.ts";
import { type Served, serveDemo } from "./serve-demo.ts";

/** What is fetched depends on the area and the language alone: however long somebody searches, the server cannot tell. */

let browser: Browser;
let demo: Served;
beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), serveDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** One visit: to the list of Chiang Mai, and `more` there. What the server was asked, in the order of the alphabet. */
async function visit(more: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const from = demo.asked.length;
  const { page, context } = await openPage(browser, `${demo.url}/en/`);
  await findInChiangMai(page);
  await page.waitForLoadState("networkidle");
  await more(page);
  await page.waitForLoadState("networkidle");
  await context.close();
  return demo.asked.slice(from).sort();
}

/** A thousand steps, the same ones each time: needs, words, answers, and opened listings. */
async function search(page: Page, steps: number): Promise<number> {
  return page.evaluate(async (count) => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const pick = <T extends Element>(selector: string): T | null => {
      const found = document.querySelectorAll<T>(selector);
      return found[random(found.length || 1)] ?? null;
    };
    const pause = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const words = ["clinic", "lawyer", "wages", "child", "passport", "bed", "xyz"];
    let done = 0;
    for (; done < count; done++) {
      const kind = random(4);
      const close = document.querySelector<HTMLElement>("dialog .back");
      if (close !== null) close.click();
      else if (kind === 0) (pick<HTMLElement>(".card .open") ?? pick<HTMLElement>("header .brand"))?.click();
      else if (kind === 1) pick<HTMLElement>(".asks button")?.click();
      else if (kind === 2) pick<HTMLElement>(".opt input, .asks__open button")?.click();
      else {
        document.querySelector<HTMLElement>("header .brand")?.click();
        await pause();
        const field = document.querySelector<HTMLInputElement>(".wordsearch input");
        if (random(2) === 0 && field !== null) {
          field.value = words[random(words.length)] ?? "";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.form?.requestSubmit();
        } else pick<HTMLElement>(".tiles button")?.click();
      }
      await pause();
    }
    return done;
  }, steps);
}

describe("a visit", () => {
  test("of a thousand searches, answers and opened listings asks the server what a plain one asks", async () => {
    const plain = await visit(async () => undefined);
    const long = await visit(async (page) => expect(await search(page, 1000)).toBe(1000));
    expect(long.filter((path) => !plain.includes(path))).toEqual([]);
    expect(long).toEqual(plain);
  }, 240_000);

  test("asks for each thing once", async () => {
    const plain = await visit(async () => undefined);
    expect(plain.filter((path, i) => plain.indexOf(path) !== i)).toEqual([]);
  });
});
