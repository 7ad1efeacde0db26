import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/** What is fetched depends on the area and the language alone: however long somebody searches, the server cannot tell. */

const site = withSite({ record: true });

/**
 * What may come later, each file of it at most once a visit and the same for everybody: base map, sound, print
 * compiler. The code that draws the map comes with it, because it is half as heavy as all the rest.
 */
const LATER = /^GET \/(?:(?:map|places|sound|print)\/|assets\/(?:results-map|choose-labels)-)/u;

/** Until nothing more is asked for: faces and code come behind the list. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== site.demo.asked.length;) {
    before = site.demo.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

/**
 * One visit: to the list of Chiang Mai, whose country's map stands where the place is chosen, and `more` there. What
 * the server answered, bytes included, in the order of the alphabet.
 */
async function visit(more: (page: Page) => Promise<void>, width = 360): Promise<readonly string[]> {
  const from = site.demo.answered.length;
  const { page, context } = await openPage(site.browser, `${site.demo.url}/en/`, {
    viewport: { width, height: 740 },
  });
  await page.getByRole("button", { name: /^Someone to talk to/u }).click();
  await page.locator(".tapmap .tap").first().waitFor();
  await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang mai");
  await page
    .getByRole("button", { name: /^Chiang Mai/u })
    .first()
    .click();
  await page.getByRole("heading", { level: 3 }).first().waitFor();
  await quiet();
  await more(page);
  await quiet();
  await context.close();
  return site.demo.answered.slice(from).sort();
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

/**
 * What fetches something later, from the list and back to it. Whoever builds another such thing adds its use here, and
 * its folder to `LATER` only if it is the same for everybody.
 */
const USES: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await page.locator(".mapwrap .mark").first().waitFor();
    await page.getByRole("button", { name: "List", exact: true }).click();
  },
  async (page) => {
    await page.locator(".card .open").first().click();
    await page.locator("dialog .contact").first().waitFor();
    await page.locator("dialog .back").first().click();
  },
];

/** Steps of a helper, the same ones each time: needs, marks, cards unfolded, cards beside each other, listings opened. */
async function help(page: Page, steps: number): Promise<number> {
  await page.locator(".needrow input").first().click();
  await page.locator(".helpcard").first().waitFor();
  return page.evaluate(async (count) => {
    let seed = 11;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const kinds = [
      ".needrow input",
      ".chip input",
      ".helpcard summary",
      ".ticks .tick",
      ".parts",
      ".name .open",
    ];
    let done = 0;
    for (; done < count; done++) {
      const close = document.querySelector<HTMLElement>("dialog .back");
      const found = document.querySelectorAll<HTMLElement>(kinds[random(kinds.length)] ?? "");
      (close ?? found[random(found.length || 1)])?.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    document.querySelector<HTMLElement>("dialog .back")?.click();
    for (const need of document.querySelectorAll<HTMLInputElement>(".needrow input"))
      if (!need.checked) need.click();
    return done;
  }, steps);
}

describe("a visit", () => {
  test("of a thousand searches, answers and opened listings gets byte for byte what a plain one gets", async () => {
    const plain = await visit(async () => undefined);
    const long = await visit(async (page) => expect(await search(page, 1000)).toBe(1000));
    expect(long.filter((line) => !plain.includes(line))).toEqual([]);
    expect(long).toEqual(plain);
    expect(plain.filter((line) => /^\S+ \/(?:api|hsds)\//u.test(line))).toEqual([]);
  }, 300_000);

  test("with the tools of a helper asks what a plain one asks, however much is ticked, compared and unfolded", async () => {
    const plain = await visit(async () => undefined);
    const long = await visit(async (page) => {
      await page.locator("header .brand").click();
      await page.getByRole("button", { name: "For people who help others" }).click();
      await page.locator(".helper .acts .btn").first().click();
      expect(await help(page, 300)).toBe(300);
      expect(await page.locator(".helpcard").count()).toBeGreaterThan(0);
    });
    expect(long.filter((path) => !plain.includes(path))).toEqual([]);
    expect(long).toEqual(plain);
  }, 240_000);

  test("asks for the list of another place only when that is chosen", async () => {
    const lists = () =>
      site.demo.asked
        .filter((line) => /\/bundles\/[a-z]{2}-[a-z0-9]+-(?:index|cards|texts)/u.test(line))
        .map((line) => /\/bundles\/([a-z]{2}-[a-z0-9]+)-/u.exec(line)?.[1]);
    const from = lists().length;
    await visit(async (page) => {
      expect(new Set(lists().slice(from))).toEqual(new Set(["th-50"]));
      await page.locator("header .brand").click();
      await page.locator(".home .place").click();
      await page.getByRole("textbox", { name: "Type a town, district or province" }).fill("chiang rai");
      await page
        .getByRole("button", { name: /^Chiang Rai/u })
        .first()
        .click();
      await expect.poll(() => [...new Set(lists().slice(from))].sort()).toEqual(["th-50", "th-57"]);
    });
  }, 90_000);

  test("asks for each thing once, the map, what is heard and the print compiler too, however often they are used", async () => {
    const plain = await visit(async () => undefined);
    const later = await visit(async (page) => {
      for (const use of USES) {
        await use(page);
        await use(page);
      }
    });
    for (const lines of [plain, later])
      expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
    // Beside the plain visit: nothing but those.
    expect(later.filter((line) => !plain.includes(line) && !LATER.test(line))).toEqual([]);
    expect(later.some((line) => line.startsWith("GET /map/TH.json"))).toBe(true);
  }, 120_000);
});
