import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeIn } from "../browser/axe-in-page.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { busyOffice } from "./busy-office.ts";
import { codesIn } from "./codes-in-sight.ts";

/** Every screen and dialog of the office, with work in it: words, width, axe, and the keyboard. */

let browser: Browser;
let office: Awaited<ReturnType<typeof busyOffice>>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([busyOffice(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await office?.close();
});

/** Screens by the name that the menu has for them; `LISTING` and `TWIN` are listings of the busy office. */
const SCREENS = [
  "todo",
  "inbox",
  "listings",
  "listings/LISTING",
  "grid",
  "gaps",
  "translations",
  "doubles",
  "booklets",
  "import",
  "sharing",
  "texts",
  "settings",
  "incident",
  "people",
  "access",
  "gap-note",
  "help",
  "account",
] as const;

/** Dialogs: the file that draws it, the screen, and the button that opens it. */
const DIALOGS = [
  ["listings/new-listing.tsx", "listings", "New listing"],
  ["editor/move-panel.tsx", "listings/TWIN", "Publish"],
  ["editor/move-panel.tsx", "listings/LISTING", "Suspend at once"],
  ["standing/standing-panel.tsx", "listings/LISTING", "They take it back"],
  ["standing/standing-panel.tsx", "listings/LISTING", "Write down an appeal"],
  ["standing/standing-panel.tsx", "listings/LISTING", "Put on the do-not-list"],
  ["standing/standing-panel.tsx", "listings/HOUSE", "Write down that they agree"],
  ["translate/translations.tsx", "translations", "Somebody has read them all"],
  ["desk/merge-dialog.tsx", "doubles", "Merge"],
  ["desk/doubles.tsx", "doubles", "They are two"],
  ["settings/terms.tsx", "texts", "Add a kind of help"],
  ["restricted/access-page.tsx", "access", "Give areas"],
  ["restricted/access-page.tsx", "access", "Checklist"],
] as const;

const addressOf = (screen: string): string => {
  const ids = { LISTING: office.listing, HOUSE: office.house, TWIN: office.twin } as const;
  return `${office.origin}/curate#/${screen.replace(/[A-Z]+$/u, (name) => ids[name as keyof typeof ids])}`;
};

const PHONE = { width: 360, height: 740 };

async function signedIn(link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, colorScheme: "light" });
  contexts.push(context);
  const page = await context.newPage();
  const asked = new Set<object>();
  page.on("request", (request) => void asked.add(request));
  page.on("requestfinished", (request) => void asked.delete(request));
  page.on("requestfailed", (request) => void asked.delete(request));
  waiting.set(page, asked);
  await page.goto(link);
  await page.locator(".nav").waitFor();
  return page;
}

/** Requests of a page that have no answer yet. */
const waiting = new WeakMap<Page, Set<object>>();
/** Everything that was asked for is there, and drawn. */
async function settled(page: Page): Promise<void> {
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  do await drawn();
  while ((waiting.get(page)?.size ?? 0) > 0);
  await drawn();
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.goto(addressOf(screen));
  await page.locator("main h1").waitFor();
  await settled(page);
}

/** Screens with colours of their own, looked at in the dark too: there only the colours differ, and all use the same. */
const DARK = new Set(["todo", "inbox", "grid", "gaps", "translations", "import", "an opened area"]);

const told = ({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
/** Fields that stick out of what holds them, as when a style of another part squashes it. */
const squashed = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main :is(textarea, select, input:not([type=radio], [type=checkbox]))",
      ),
    ]
      .filter((field) => {
        const { height } = field.getBoundingClientRect();
        const holders = [field.parentElement, field.parentElement?.parentElement];
        return holders.some((one) => one && one.getBoundingClientRect().height < height - 4);
      })
      .map((field) => field.outerHTML.slice(0, 120)),
  );
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });

/** What is wrong with what stands on the screen, in one comparable value. */
async function faults(page: Page, name: string): Promise<object> {
  const light = told(await axeIn(page).analyze());
  const dark: string[] = [];
  if (DARK.has(name)) {
    await page.emulateMedia({ colorScheme: "dark" });
    dark.push(...told(await axeIn(page).withRules(["color-contrast"]).analyze()));
    await page.emulateMedia({ colorScheme: "light" });
  }
  // What is folded is read as well.
  await unfold(page);
  const phone = await tooWide(page);
  const fields = await squashed(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const desk = await tooWide(page);
  await page.setViewportSize(PHONE);
  return { name, light, dark, phone, fields, desk, codes: await codesIn(page) };
}
const none = (name: string) => ({ name, light: [], dark: [], phone: 0, fields: [], desk: 0, codes: [] });

describe("every screen of the office", () => {
  test("has nothing that axe finds, in the light or the dark, nothing wider than a phone or a desk, and no code to read", async () => {
    const page = await signedIn(await office.invite({ role: "admin", name: "Looker" }));
    const trouble: string[] = [];
    page.on("pageerror", ({ message }) => trouble.push(message));
    for (const screen of SCREENS) {
      await goTo(page, screen);
      expect(await faults(page, screen)).toEqual(none(screen));
    }
    expect(trouble).toEqual([]);
  }, 240_000);

  test("that is in the menu is looked at here", () => {
    const shell = readFileSync("web/curate/shell.tsx", "utf8");
    const parts = [...shell.matchAll(/<NavLink part="([a-z-]+)"/gu)].map(([, part]) => part);
    expect(parts.length).toBeGreaterThan(15);
    // The restricted tier is a practitioner's, below; the tools for helpers are looked at in `find.test.ts`.
    const elsewhere = ["restricted", "find"];
    expect(parts.filter((part) => ![...elsewhere, ...SCREENS].some((one) => one === part))).toEqual([]);
  });
});

describe("every dialog of the office", () => {
  test("opens by key with the focus in it, has no fault, closes with Escape, and the focus is back", async () => {
    const page = await signedIn(await office.invite({ role: "admin", name: "Keys" }));
    for (const [, screen, button] of DIALOGS) {
      await goTo(page, screen);
      await unfold(page);
      const opener = page.getByRole("button", { name: button, exact: true }).first();
      await opener.waitFor();
      await opener.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await settled(page);
      const name = `${screen}: ${String(button)}`;
      expect([name, await dialog.evaluate((box) => box.contains(document.activeElement))]).toEqual([
        name,
        true,
      ]);
      const found = told(await axeIn(page).include("dialog").analyze());
      expect({ name, found, codes: await codesIn(page), wide: await tooWide(page) }).toEqual({
        name,
        found: [],
        codes: [],
        wide: 0,
      });
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect([name, await opener.evaluate((one) => one === document.activeElement)]).toEqual([name, true]);
    }
  }, 120_000);

  test("is looked at here, whichever file draws it", () => {
    const drawing = (readdirSync("web/curate", { recursive: true }) as string[])
      // The dialog of the tools for helpers is looked at in `find.test.ts`.
      .filter((file) => file.endsWith(".tsx") && !/^(?:components|find)/u.test(file))
      .filter((file) => readFileSync(join("web/curate", file), "utf8").includes("<Dialog "));
    expect(drawing.length).toBeGreaterThan(5);
    expect(drawing.filter((file) => !DIALOGS.some(([known]) => known === file))).toEqual([]);
  });
});

describe("a date by keyboard", () => {
  test("shows where one is at each of its stops, the sign that opens the calendar included", async () => {
    const page = await signedIn(await office.invite({ role: "admin", name: "Day" }));
    await goTo(page, "people");
    const day = page.locator('input[type="date"]').first();
    await day.focus();
    const ring = () =>
      day.evaluate((one) => [document.activeElement === one, getComputedStyle(one).outlineStyle]);
    // Month, day, year, and the sign.
    for (let stop = 0; stop < 4; stop++) {
      expect([stop, ...(await ring())]).toEqual([stop, true, "solid"]);
      await page.keyboard.press("Tab");
    }
    expect((await ring())[0]).toBe(false);
  }, 60_000);
});

describe("a wrong number in the editor", () => {
  test("is named with its field, one press leads there, nothing typed is lost, and mending it is enough", async () => {
    const page = await signedIn(await office.invite({ role: "admin", name: "Number" }));
    await goTo(page, "listings/LISTING");
    const age = page.getByLabel("Youngest age");
    // What is no number stays to be seen; it is no way to lift a limit.
    const before = await age.inputValue();
    await age.fill("fifteen");
    await age.blur();
    expect(await age.inputValue()).toBe("fifteen");
    expect(await page.getByText("This is no number.").count()).toBe(1);
    expect(await page.getByText("1 not saved").count()).toBe(0);
    await age.fill("150");
    await age.blur();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const said = page.getByRole("alert").filter({ hasText: "Youngest age: is more than 120" });
    await said.getByRole("button", { name: "Go there" }).click();
    expect(
      await age.evaluate((one) => [one === document.activeElement, one.getAttribute("aria-invalid")]),
    ).toEqual([true, "true"]);
    await age.fill(before);
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  }, 60_000);
});

describe("the editor by keyboard", () => {
  test("one key passes the menu, one leads into a part, and a language is added without losing the place", async () => {
    const page = await signedIn(await office.invite({ role: "editor", name: "Tab" }));
    await page.setViewportSize({ width: 1280, height: 800 });
    await goTo(page, "listings/LISTING");
    const here = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        const label =
          at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at;
        return { text: (label?.textContent ?? "").trim(), inMain: at?.closest("main") !== null };
      });
    await page.locator(".to-content").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await here()).inMain).toBe(true);

    await page.getByRole("button", { name: "For whom" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await here()).text).toBe("Youngest age");

    const more = page.locator("#rules details", { hasText: "In another language" }).first();
    await more.locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const { text } = await here();
    expect(text).toMatch(/^Add /u);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await here()).text).toContain(text.replace("Add ", ", "));
  }, 60_000);
});

describe("what a practitioner sees", () => {
  test("an area opened for them has no fault either", async () => {
    const page = await signedIn(await office.worker.link());
    await goTo(page, "restricted");
    await page.getByLabel("Area", { exact: true }).selectOption("TH-50");
    await page.getByRole("button", { name: "Open the area" }).click();
    await page.locator(".tier", { hasText: "Ring twice" }).waitFor();
    expect(await faults(page, "an opened area")).toEqual(none("an opened area"));
  }, 60_000);
});
