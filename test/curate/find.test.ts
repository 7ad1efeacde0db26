import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curator, gapNote, practitionerAccess } from "#db/schema/catalogue/index.ts";
import { axeIn } from "../browser/axe-in-page.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { serveOffice } from "./served-office.ts";

/**
 * The practitioner's tools inside the office: the public list with what only practitioners see beside it. One visit,
 * which each test takes further.
 */

/** The intake number of a house of the demo, which is for practitioners alone. */
const INTAKE = "000 0000 025";
const HOUSE = "Three Rivers House";

let browser: Browser;
let office: Awaited<ReturnType<typeof serveOffice>>;
let context: BrowserContext;
let page: Page;
const trouble: string[] = [];
const kept: string[] = [];
const sent: string[] = [];

beforeAll(async () => {
  [browser, office] = await Promise.all([openBrowser(), serveOffice()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  page.on("pageerror", ({ message }) => trouble.push(message));
  page.on("request", (request) => {
    if (!request.url().startsWith(office.origin) && !request.url().startsWith("data:"))
      trouble.push(request.url());
    if (request.method() !== "GET") sent.push(new URL(request.url()).pathname);
  });
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/curate") && response.headers()["cache-control"] !== "no-store")
      kept.push(pathname);
  });
  await page.goto(
    await office.invite({
      role: "practitioner",
      name: "Mai Somsri",
      organizationName: "Riverside Clinic",
      endsOn: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10),
    }),
  );
  await page.locator(".nav").waitFor();
  const [who] = await office.catalogue.select().from(curator).where(eq(curator.name, "Mai Somsri"));
  const at = new Date().toISOString();
  await office.catalogue.insert(practitionerAccess).values({
    curatorId: who?.id ?? "",
    areas: ["TH-50"],
    askedBy: "One",
    askedAt: at,
    grantedBy: "Another",
    grantedAt: at,
  });
  await page.getByRole("link", { name: "Find help with somebody" }).click();
  await page.getByRole("link", { name: /^Now/u }).click();
  await page.getByRole("button", { name: /^Chiang Mai/u }).click();
  await page.getByRole("checkbox", { name: /^A safe place to live/u }).check();
  await page.locator(".helpcard").first().waitFor();
});
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await office?.close();
});

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const card = (name: string) =>
  page.locator(".helpcard").filter({ has: page.getByRole("heading", { name, exact: true }) });
const clean = async (where: string) =>
  expect(
    (await axeIn(page).withTags(RULES).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
    ),
    where,
  ).toEqual([]);

describe("the tools inside the office", () => {
  test("have intake contacts beside their listing once the area is opened, with who is told before the number", async () => {
    await card(HOUSE).locator("summary").click();
    expect(await page.getByText(INTAKE).count()).toBe(0);
    await page.getByRole("button", { name: "Open the intake contacts of Chiang Mai" }).click();
    const beside = await card(HOUSE).locator(".beside").innerText();
    // Each card that has more says so without being opened, and no other.
    const more = page.locator(".helpcard > .before > summary", {
      hasText: "with intake contact or entry rules",
    });
    expect(await more.count()).toBeGreaterThan(0);
    expect(await more.count()).toBeLessThan(await page.locator(".helpcard").count());
    expect(beside).toContain(INTAKE);
    expect(beside.indexOf("Not known whether they tell: police")).toBeGreaterThan(-1);
    expect(beside.indexOf("Not known whether they tell: police")).toBeLessThan(beside.indexOf(INTAKE));
    expect(await page.locator(".tierpanel").innerText()).toMatch(
      /For Mai Somsri, Riverside Clinic, account \d+, /u,
    );
    await clean("with intake contacts");
  });

  test("put nothing of them into a cache, a store of the browser, a print of the screen or the sheet", async () => {
    expect(
      await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0, 0]);
    expect(kept).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".beside").first().isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await card(HOUSE).getByRole("button", { name: "Compare" }).click();
    await card(HOUSE).getByRole("button", { name: "Put on the sheet" }).click();
    await page.getByRole("button", { name: "Compare 1 place" }).click();
    expect(await page.locator(".cmp").innerText()).toContain(INTAKE);
    await page.getByRole("button", { name: /^Print sheet/u }).click();
    await page.locator(".edition table").first().waitFor();
    const paper = await page.locator(".finder").innerText();
    expect(paper).toContain(HOUSE);
    expect(paper).not.toContain(INTAKE);
    await clean("the sheet");
    await page.getByRole("button", { name: "Back to what fits" }).click();
  });

  test("ask what somebody was made to do, as the public site never does, and say what each place answers", async () => {
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByRole("checkbox", { name: "Forced work on a fishing boat" }).check();
    expect(await page.locator(".sit").innerText()).toContain("Forced work on a fishing boat");
    const fits = await page.locator("#now-housing .helpcard .fit").allInnerTexts();
    expect(new Set(fits)).toContain("Ask first");
    expect(await page.locator("#now-housing .whys").first().innerText()).toContain("What happened to them");
    await page.getByRole("radio", { name: "Boy" }).check();
    await clean("the questions");
    await page.getByRole("button", { name: "Close" }).click();
  });

  test("note a gap that is filled in from the search, is shown as it goes, and goes by its own press alone", async () => {
    const before = sent.length;
    await page.locator("#now-housing").getByRole("button", { name: "Note this gap" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Housing · Anything · Chiang Mai · Boys").waitFor();
    await clean("the note");
    expect(sent.slice(before)).toEqual([]);
    expect(await office.catalogue.select().from(gapNote)).toEqual([]);
    await dialog.getByRole("button", { name: "Note this gap" }).click();
    await dialog.getByText("Noted.").waitFor();
    expect(sent.slice(before)).toEqual(["/curate/api/gap-notes"]);
    expect(await office.catalogue.select().from(gapNote)).toEqual([
      {
        need: "housing",
        service: "",
        area: "TH-50",
        group: "boys",
        month: expect.stringMatching(/^\d{4}-\d{2}$/u),
        times: 1,
      },
    ]);
    await dialog.getByRole("button", { name: "Close" }).click();
  });

  test("fit a phone, and forget everything when they are left", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("link", { name: "Help", exact: true }).click();
    await page.getByRole("link", { name: "Find help with somebody" }).click();
    await page.getByText("Choose a place, and what is needed.").waitFor();
    expect(await page.locator(".sit, .beside, .helpcard").count()).toBe(0);
    expect(await page.getByRole("link", { name: /^Now/u }).innerText()).not.toContain("Chiang Mai");
    expect(trouble).toEqual([]);
  });
});
