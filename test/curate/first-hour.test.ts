import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findListings, getSettings } from "#server/directory/directory.ts";
import { axeIn } from "../browser/axe-in-page.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { serveOffice } from "./served-office.ts";

let browser: Browser;
let office: Awaited<ReturnType<typeof serveOffice>>;
let context: BrowserContext;

beforeAll(async () => {
  office = await serveOffice();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await office?.close();
});

const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
const clean = async (page: Page) =>
  expect((await axeIn(page).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual(
    [],
  );

test("on a phone: a one-time link, six answers with a break in between, the grid, and a listing that the public sees", async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", ({ message }) => trouble.push(message));
  await page.goto(await office.invite({ role: "admin", name: "Mali S." }));
  await page.getByRole("button", { name: "Set it up" }).click();

  await page.getByLabel("Add a country").selectOption("TH");
  await clean(page);
  await page.getByRole("button", { name: "Next: areas" }).click();
  await page.getByLabel("Find an area").fill("chiang m");
  await page.getByLabel("Chiang Mai").check();
  await page.getByRole("button", { name: "Next: languages" }).click();
  await page.getByRole("heading", { name: "Languages", level: 2 }).waitFor();

  // Somebody is called away: what was answered is kept, and the next question is asked.
  await page.reload();
  await page.getByRole("heading", { name: "Languages", level: 2 }).waitFor();
  for (const other of [
    "Lao",
    "Khmer",
    "Burmese",
    "Vietnamese",
    "Indonesian",
    "Malay",
    "Filipino",
    "Chinese",
    "Albanian",
    "Arabic",
  ])
    await page.getByRole("checkbox", { name: other }).uncheck();
  await page.getByRole("button", { name: "Next: public name" }).click();
  await page.getByLabel("Public name").fill("Help for victims");
  await page.getByRole("button", { name: "Next: emergency numbers" }).click();
  await page.getByText("It must not say “victim”").waitFor();
  await page.getByLabel("Public name").fill("Northern Help Guide");
  await page.getByRole("button", { name: "Next: emergency numbers" }).click();
  await page.getByRole("button", { name: "Take it" }).first().click();
  await page.getByLabel("Recorded 1").waitFor();
  await fits(page);
  await clean(page);
  await page.getByRole("button", { name: "Next: where leaving goes" }).click();
  await page.getByLabel("For everybody").fill("https://weather.example.org/");
  await page.getByRole("button", { name: "Next: fill the directory" }).click();
  await page.getByText(/^Remove the \d+ example listings/u).waitFor();
  await clean(page);
  await page.getByRole("button", { name: "Fill the grid" }).click();

  await page.locator(".gr").waitFor();
  await page.getByText("Chiang Mai · 0 of 24 cells have a listing").waitFor();
  await fits(page);
  await page.getByRole("button", { name: "None known: Housing, Specialised help" }).click();
  await page.getByText(/^None known, .*, Mali S\.$/u).waitFor();
  await page.getByRole("button", { name: "Add the first: Legal, Help open to everyone" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Salt Road legal desk");
  await page.getByLabel("Phone").fill("000 0000 111");
  await page.getByLabel("Which kind of help?").selectOption("legal-advice");
  await clean(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Chiang Mai · 1 of 24 cells have a listing").waitFor();
  await page.getByRole("link", { name: /Salt Road legal desk/u }).click();
  await page.locator(".ed").waitFor();

  await page.getByRole("button", { name: "Publish" }).first().click();
  const dialog = page.locator("dialog[open]");
  // Filling waits until the checklist is there; asking for all its ticks does not.
  await dialog.getByLabel("Who said so: their role").fill("Director");
  await dialog.getByRole("checkbox").first().waitFor();
  for (const tick of await dialog.getByRole("checkbox").all()) await tick.check();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect
    .poll(async () =>
      (await findListings(office.stores.published, {})).map(({ name }) => Object.values(name)),
    )
    .toEqual([["Salt Road legal desk"]]);
  expect(await getSettings(office.stores.published)).toMatchObject({
    publicName: "Northern Help Guide",
    countries: ["TH"],
    languages: ["en", "th"],
    demo: false,
    exitTargets: { "": "https://weather.example.org/" },
  });
  expect(trouble).toEqual([]);
}, 180_000);
