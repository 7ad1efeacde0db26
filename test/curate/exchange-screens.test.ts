import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feed, feedListing, service, translation } from "#db/schema/catalogue/index.ts";
import { readForm } from "#server/curation/listing-form/read-form.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { axeIn } from "../browser/axe-in-page.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { serveOffice } from "./served-office.ts";

/** Import and sharing with work on them, on a phone and by keyboard alone. */

let browser: Browser;
let office: Awaited<ReturnType<typeof serveOffice>>;
let context: BrowserContext;
let page: Page;
const trouble: string[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([serveOffice(), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.on("pageerror", ({ message }) => trouble.push(message));
  page.on("response", (answer) => {
    if (answer.status() >= 500) trouble.push(`${answer.status()} ${answer.url()}`);
  });
  await page.goto(await office.invite({ role: "admin", name: "Mali S." }));
  await page.locator(".nav").waitFor();
}, 120_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await office?.close();
});

/** What axe finds, and how many pixels are wider than the phone. */
async function faults(): Promise<readonly (string | number)[]> {
  const { violations } = await axeIn(page).exclude("option").analyze();
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`), tooWide];
}
const open = async (screen: string): Promise<void> => {
  await page.goto(`${office.origin}/curate#/${screen}`);
  await page.locator("main h1").waitFor();
};
/** Presses a key on the button, or the box, of this name. */
const press = (role: "button" | "checkbox", name: string | RegExp, key: string) =>
  page.getByRole(role, { name }).press(key);
const upload = (name: string, text: string) =>
  page.getByLabel("Files").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

const TABLE = (phone: string) =>
  `Partner,Service name,Hotline,Staff contact\nHarbour House,Harbour desk,${phone},Jo\n`;

describe("the import page, on a phone and by keyboard", () => {
  test("asks what the columns are, says what it would do, and takes it", async () => {
    await open("import");
    await upload("partners.csv", TABLE("053 111 222"));
    await press("button", "Look at it", "Enter");
    await page.getByRole("heading", { name: "What the columns are" }).waitFor();
    expect(await faults()).toEqual([0]);
    expect(await page.getByRole("combobox", { name: /Hotline/u }).inputValue()).toBe("service.phone");
    // A letter chooses in a list: "Organisation: name".
    await page.getByRole("combobox", { name: /Partner/u }).selectOption("organization.name");
    await press("button", "Look at it", "Enter");
    await page.locator(".sum").waitFor();
    expect(await page.getByRole("status").allInnerTexts()).toContain(
      "Read. Services: 1. Errors: 0. Held: 1.",
    );
    await press("button", /^Take it \(\d+\)/u, "Enter");
    await page.getByText("It is in the catalogue").waitFor();
    const [row] = await office.catalogue.select().from(service).where(eq(service.name, "Harbour desk"));
    expect(row).toMatchObject({ curationState: "draft" });
    expect(row?.privateNote).toContain("Jo");
  });

  test("shows what a file that comes again changes, field by field; both changed: chosen with the arrow keys", async () => {
    const record = (description: string) =>
      JSON.stringify([
        {
          id: "11111111-1111-4111-8111-111111111111",
          name: "Lamp House",
          description: "x",
          services: [
            { id: "22222222-2222-4222-8222-222222222222", name: "Lamp desk", status: "active", description },
          ],
        },
      ]);
    const look = async (words: string): Promise<void> => {
      await upload("records.json", record(words));
      await press("button", "Look at it", "Enter");
      await page.locator(".sum").waitFor();
    };
    await open("account");
    await open("import");
    await look("First words");
    await press("button", /^Take it \(\d+\)/u, "Enter");
    await page.getByText("It is in the catalogue").waitFor();
    const [row] = await office.catalogue.select().from(service).where(eq(service.name, "Lamp desk"));
    const id = row?.id ?? "";
    const save = { base: row?.revision, changes: { "text:description:en": "Our words" } };
    const saved = await page.evaluate(
      async ([path, body]) =>
        (
          await fetch(path ?? "", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: body ?? "",
          })
        ).status,
      [`/curate/api/listings/${id}/save`, JSON.stringify(save)],
    );
    expect(saved).toBe(200);
    await look("Their words");
    const difference = page.locator(".difference");
    await difference.getByText("Changed here and in the file").waitFor();
    expect(await difference.innerText()).toMatch(/Our words[\s\S]*Their words/u);
    expect(await faults()).toEqual([0]);
    const ours = difference.getByRole("radio", { name: "Keep ours" });
    expect(await ours.isChecked()).toBe(true);
    await ours.focus();
    await page.keyboard.press("ArrowDown");
    expect(await difference.getByRole("radio", { name: "Take theirs" }).isChecked()).toBe(true);
    await press("button", /^Take it \(\d+\)/u, "Enter");
    await page.getByText("It is in the catalogue").waitFor();
    expect((await readForm(office.catalogue, id)).form["text:description:en"]).toBe("Their words");
  });
});

describe("the sharing page, on a phone and by keyboard", () => {
  test("shows directories, both versions of a listing, those known twice, and takes what was ticked", async () => {
    await open("sharing");
    await page.getByText("This directory reads no other one yet").waitFor();
    const [row] = await office.catalogue.select().from(service).where(eq(service.name, "Lamp desk"));
    const id = row?.id ?? "";
    const { form } = await readForm(office.catalogue, id);
    await office.catalogue
      .insert(feed)
      .values({ id: "north", url: "https://north.example.org/hsds", name: "North", version: "3.1" });
    await office.catalogue.insert(feedListing).values({
      feedId: "north",
      remoteId: "r",
      serviceId: id,
      revision: 0,
      theirs: { ...form, minimumAge: 16, "text:name:en": "Lamp desk of the north" },
    });
    await page.reload();
    await page.getByText("HSDS 3.1").waitFor();
    const difference = page.locator(".difference").first();
    await difference.getByText("Lamp desk of the north").waitFor();
    expect(await page.getByText("Something went wrong").count()).toBe(0);
    expect(await faults()).toEqual([0]);
    await press("checkbox", /^Take theirs for .*[Yy]oungest/u, "Space");
    await press("button", "Take 1 of theirs", "Enter");
    await page.getByText("Chosen.").waitFor();
    const after = await readForm(office.catalogue, id);
    expect(after.form).toMatchObject({ minimumAge: 16, "text:name:en": "Lamp desk" });
    expect(
      await office.catalogue.select().from(translation).where(eq(translation.text, "Lamp desk of the north")),
    ).toEqual([]);
    expect(trouble).toEqual([]);
  });
});

describe("the booklets page, on a phone", () => {
  test("draws a booklet in the coordinator's browser, with what is ticked, and publishes it with its day", async () => {
    await open("booklets");
    await page.getByText("None yet.").waitFor();
    expect(await faults()).toEqual([0]);
    await page.getByRole("combobox", { name: "Area" }).selectOption("KH-2");
    await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("km");
    await page.getByRole("combobox", { name: "Paper" }).selectOption("a5-on-a4");
    await page.getByRole("checkbox", { name: /^General help only/u }).check();
    await page.getByRole("button", { name: "Make and publish" }).click();
    await page.getByText(/^Published: .*General help only.*, \d+ pages$/u).waitFor({ timeout: 90_000 });
    const [made] = await listBooklets(office.published);
    expect(made).toMatchObject({
      area: "KH-2",
      languages: ["km"],
      paper: "a5-on-a4",
      large: false,
      generalOnly: true,
      madeOn: new Date().toISOString().slice(0, 10),
    });
    expect(made?.pages).toBeGreaterThan(10);
    await page.getByText(/^Booklet of .*\d+ pages$/u).waitFor();
    expect(trouble).toEqual([]);
  });
});
