import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openStart } from "./open-page.ts";
import { APP_STATES, PAGES } from "./site-states.ts";
import { withSite } from "./with-site.ts";

/** What people set up for themselves: a narrow screen, wide spacing, no motion; and which language each text is in. */

const site = withSite();

/** Walks all states and pages, and gathers what `look` finds wrong in each. */
async function walk<T>(
  lang: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<readonly T[]>,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<{ where: string; what: T }[]> {
  const context = await site.browser.newContext({ bypassCSP: true, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const found: { where: string; what: T }[] = [];
  const note = async (where: string) => found.push(...(await look(page)).map((what) => ({ where, what })));
  await openStart(page, `${site.demo.url}/${lang}/`);
  await prepare(page);
  for (const { name, reach } of APP_STATES) {
    await reach(page);
    await note(name);
  }
  for (const path of PAGES) {
    await page.goto(site.demo.url + path.replace("{lang}", lang));
    await prepare(page);
    await note(path);
  }
  await context.close();
  return found;
}

/** Sideways scrolling of the page; and texts that their own box cuts off. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const found = wide > 0 ? [`the page is ${wide} px too wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("main *, header *, dialog *, .dock *")) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const hides = overflowX === "hidden" || overflowY === "hidden" || overflowX === "clip";
      if (!hides || clipPath !== "none" || element.clientHeight === 0) continue;
      if (element.closest(".map, svg, .sr") !== null) continue;
      const over = element.scrollHeight - element.clientHeight;
      if (over > 2 || element.scrollWidth - element.clientWidth > 2)
        found.push(`cut off: ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  });

/** WCAG 1.4.12; a line is never set closer than the script needs. */
const SPACED = `
  * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: max(1.5em, 1lh) !important; }
  p { margin-block-end: 2em !important; }
`;

describe("everything can be read", () => {
  test.each(["en", "my"])(
    "at 320 px in %s without sideways scrolling",
    async (lang) => {
      expect(await walk(lang, { viewport: { width: 320, height: 700 } }, cutOff)).toEqual([]);
    },
    200_000,
  );

  test.each([
    ["km", 360],
    ["my", 360],
    ["ar", 1280],
  ])(
    "with wide spacing of letters, words and lines in %s at %i px (WCAG 1.4.12)",
    async (lang, width) => {
      const spaced = (page: Page) => page.addStyleTag({ content: SPACED });
      expect(await walk(lang, { viewport: { width, height: 800 } }, cutOff, spaced)).toEqual([]);
    },
    200_000,
  );

  test("at twice the size of letters in a tall script, without sideways scrolling (WCAG 1.4.4)", async () => {
    const doubled = (page: Page) => page.addStyleTag({ content: "html { font-size: 200% !important }" });
    expect(await walk("my", { viewport: { width: 640, height: 800 } }, cutOff, doubled)).toEqual([]);
  }, 200_000);

  test("with letters of twice the size on a phone of 360 px the start, the list, and the way out stay on the screen", async () => {
    const context = await site.browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const beside = () =>
      page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ...[...document.querySelectorAll<HTMLElement>(".top > *, .dock > *, .jump > *, .tile")].map(
          (element) => {
            const { left, right } = element.getBoundingClientRect();
            return Math.max(0, -left, right - 360, element.scrollWidth - element.clientWidth - 2);
          },
        ),
      ]);
    /** Words of the tiles that are broken in their middle. */
    const broken = () =>
      page.locator(".tile").evaluateAll((tiles) =>
        tiles.flatMap((tile) => {
          const [text] = [...(tile.querySelector("b")?.childNodes ?? tile.childNodes)].filter(
            (node): node is Text => node instanceof Text,
          );
          return [...(text?.data ?? "").matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
            const range = document.createRange();
            if (text === undefined) return [];
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
          });
        }),
      );
    for (const lang of ["en", "my", "ar"]) {
      await openStart(page, `${site.demo.url}/${lang}/`);
      await page.addStyleTag({ content: "html { font-size: 200% !important }" });
      for (const { name, reach } of APP_STATES.slice(0, 4)) {
        await reach(page);
        expect([lang, name, (await beside()).filter((over) => over > 0)]).toEqual([lang, name, []]);
        if (lang === "en" && name === "home") {
          expect(await page.locator(".tile").count()).toBe(12);
          expect(await broken()).toEqual([]);
        }
      }
    }
    await context.close();
  }, 60_000);

  test("nothing moves for people who asked for no motion", async () => {
    const moving = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("*")].flatMap((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element);
          const still =
            animationName === "none" &&
            transitionDuration.split(", ").every((time) => Number.parseFloat(time) === 0);
          return still ? [] : [`${element.tagName}.${element.getAttribute("class") ?? ""}`];
        }),
      );
    const found = await walk(
      "en",
      { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
      moving,
    );
    expect(found).toEqual([]);
  }, 200_000);
});

/** Texts whose writing is not that of the language they are said to be in. */
const unmarked = (page: Page) =>
  page.evaluate(() => {
    const SCRIPT: Readonly<Record<string, RegExp>> = {
      th: /\p{Script=Thai}/u,
      lo: /\p{Script=Lao}/u,
      km: /\p{Script=Khmer}/u,
      my: /\p{Script=Myanmar}/u,
      ar: /\p{Script=Arabic}/u,
      zh: /\p{Script=Han}/u,
    };
    // Proper names need no mark: of areas, of apps, and what somebody typed.
    const NAMES = ".ltr, .brand, .num, .pick .t, option, .head h1";
    const LATIN = /\p{Script=Latin}{2}/u;
    const found: string[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const text = node.textContent ?? "";
      const parent = node.parentElement;
      if (parent === null || parent.closest("script, style, template") !== null) continue;
      const lang = (parent.closest("[lang]")?.getAttribute("lang") ?? "").split("-")[0] ?? "";
      const own = SCRIPT[lang];
      const scripts = Object.entries(SCRIPT).filter(([, script]) => script.test(text));
      // A text may hold a name in Latin letters; one that holds nothing else is in another language.
      const foreign =
        own === undefined
          ? scripts.length > 0
          : !own.test(text) && (scripts.length > 0 || LATIN.test(text)) && parent.closest(NAMES) === null;
      if (foreign)
        found.push(`${lang}: ${text.trim().slice(0, 60)} <${parent.tagName} class="${parent.className}">`);
    }
    return [...new Set(found)];
  });

describe("each text says which language it is in (WCAG 3.1.2)", () => {
  test.each(["en", "th"])(
    "on every page and in every state in %s",
    async (lang) => {
      expect(await walk(lang, { viewport: { width: 1280, height: 800 } }, unmarked)).toEqual([]);
    },
    200_000,
  );
});
