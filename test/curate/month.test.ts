import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { getListing } from "#server/directory/directory.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { compress } from "#server/node/compress.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { areas } from "../records/memory.ts";
import { serveOffice } from "./served-office.ts";

/** A coordinator's month, beyond a day: what is in `browser.test.ts` is not repeated here. */

let browser: Browser;
let office: Awaited<ReturnType<typeof serveOffice>>;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  office = await serveOffice();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await office?.close();
});

async function somebody(role: "admin" | "publisher" | "editor", name: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(await office.invite({ role, name }));
  await page.locator(".nav").waitFor();
  return { page, context };
}
const idOf = async (name: string): Promise<string> => {
  const [row] = await office.catalogue.select().from(table.service).where(eq(table.service.name, name));
  return row?.id ?? "";
};
const open = async (page: Page, name: string): Promise<string> => {
  const id = await idOf(name);
  await page.goto(`${office.origin}/curate#/listings/${id}`);
  await page.locator(".ed .look").waitFor();
  return id;
};
const saved = (page: Page) => page.locator(".saved", { hasText: "Saved" }).waitFor();
const storage = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).map(([name, value]) => `${name}=${String(value)}`));

describe("unsent changes", () => {
  test("come back after the tab was closed, locked and without private fields, and are gone after saving and at sign-out", async () => {
    const { page, context } = await somebody("publisher", "Closer");
    await open(page, "Garden Gate House");
    await page.getByLabel("Youngest age").fill("33");
    await page.getByLabel("Youngest age").blur();
    const note = page.getByLabel("Private note").first();
    await note.fill("The night nurse is Anong");
    await note.blur();
    await page.getByText("1 private fields stay in this window alone").waitFor();
    const kept = await storage(page);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatch(/^waymark-office\//u);
    // Names of fields, not "33": two digits may stand in what is locked by chance.
    for (const readable of ["minimumAge", "privateNote", "Anong"])
      expect(kept.join()).not.toContain(readable);
    await page.close();

    const again = await context.newPage();
    await open(again, "Garden Gate House");
    await again.getByText("Not sent yet: what you typed on").waitFor();
    expect(await again.getByLabel("Youngest age").inputValue()).toBe("33");
    expect(await again.getByLabel("Private note").first().inputValue()).not.toContain("Anong");
    await again.getByRole("button", { name: "Save", exact: true }).click();
    await saved(again);
    await expect.poll(() => storage(again)).toEqual([]);

    // A line that is lost keeps them too; older than a week they go; whoever signs out leaves none.
    await context.setOffline(true);
    await again.getByLabel("Youngest age").fill("34");
    await again.getByLabel("Youngest age").blur();
    await expect.poll(async () => (await storage(again)).length).toBe(1);
    await again.getByRole("button", { name: "Save", exact: true }).click();
    await again.locator(".live.late").first().waitFor();
    await context.setOffline(false);
    await again.evaluate(() => {
      localStorage.setItem(
        "waymark-office/x/old",
        JSON.stringify({ at: "2020-01-01T00:00:00Z", iv: "", data: "" }),
      );
    });
    await again.reload();
    await again.getByText("Not sent yet").waitFor();
    expect((await storage(again)).join()).not.toContain("old");
    await again.getByRole("button", { name: "Sign out" }).click();
    await again.getByRole("button", { name: "Use your passkey" }).waitFor();
    expect(await storage(again)).toEqual([]);
  }, 120_000);
});

describe("a month", () => {
  test("records are imported, one is published, found to be a double, and merged: its code leads on", async () => {
    const { page } = await somebody("publisher", "Importer");
    await page.goto(`${office.origin}/curate#/import`);
    const [known] = await office.catalogue
      .select()
      .from(table.service)
      .where(eq(table.service.name, "Blue Gourd legal desk"));
    const [runs] = await office.catalogue
      .select()
      .from(table.organization)
      .where(eq(table.organization.id, known?.organizationId ?? ""));
    // Numbers of the demo cannot be dialled, so an import holds them: this one is known to both.
    await office.catalogue.insert(table.contact).values({
      id: "known-to-both",
      entity: "service",
      entityId: known?.id ?? "",
      position: 9,
      channel: "phone",
      value: "053 111 222",
      dialScope: "unknown",
      language: "en",
      audience: "internal",
    });
    const twin = [
      {
        id: "11111111-1111-4111-8111-111111111111",
        name: runs?.name,
        description: "Help",
        services: [
          {
            id: "22222222-2222-4222-8222-222222222222",
            name: "Blue Gourd legal desk",
            status: "active",
            phones: [{ id: "33333333-3333-4333-8333-333333333333", number: "+66 53 111 222" }],
          },
        ],
      },
    ];
    await page.locator("input[type=file]").setInputFiles({
      name: "records.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(twin)),
    });
    await page.getByLabel("Country of records that do not say").selectOption("TH");
    await page.getByLabel("Which help, for records that do not say").selectOption("general");
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByText("1 new, 0 changed").waitFor();
    await page.getByRole("button", { name: /^Take it/u }).click();
    await page.getByText("It is in the catalogue").waitFor();

    const rows = await office.catalogue
      .select()
      .from(table.service)
      .where(eq(table.service.name, "Blue Gourd legal desk"));
    const [kept, twinRow] = [
      rows.find(({ demo }) => demo === "yes"),
      rows.find(({ demo }) => demo !== "yes"),
    ];
    await page.goto(`${office.origin}/curate#/doubles`);
    const pair = page
      .locator(".rows > li", { hasText: twinRow?.code ?? "" })
      .filter({ hasText: kept?.code ?? "" });
    await pair.getByRole("button", { name: "Merge" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: new RegExp(kept?.code ?? "none", "u") }).check();
    await dialog.getByRole("checkbox", { name: /111 222/u }).check();
    await dialog.getByRole("button", { name: "Merge" }).click();
    await pair.waitFor({ state: "detached" });
    const led = await getListing(office.published, twinRow?.code ?? "");
    expect(led.facts.code).toBe(kept?.code);
    expect(JSON.stringify(led.contacts)).toContain("111 222");
  }, 120_000);

  test("an address is withheld at once, an earlier state comes back, and a listing expires and is found again", async () => {
    const { page } = await somebody("publisher", "Keeper");
    const [row] = await office.catalogue
      .select()
      .from(table.location)
      .where(eq(table.location.privacy, "public"));
    const [placed] = await office.catalogue
      .select()
      .from(table.serviceAtLocation)
      .where(eq(table.serviceAtLocation.locationId, row?.id ?? ""));
    const id = placed?.serviceId ?? "";
    expect((await getListing(office.published, id)).addresses.length).toBeGreaterThan(0);
    await page.goto(`${office.origin}/curate#/listings/${id}`);
    await page.locator(".ed .look").waitFor();
    const choice = page.getByRole("radiogroup", { name: "Who may see the address" }).first();
    await choice.getByRole("radio").last().check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await saved(page);
    expect((await getListing(office.published, id)).addresses).toEqual([]);

    await page.getByLabel("Oldest age").fill("51");
    await page.getByLabel("Oldest age").blur();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(async () => (await getListing(office.published, id)).facts.maximumAge).toBe(51);
    const newest = page.locator("#history li", { hasText: "→ 51" });
    await newest.getByRole("button", { name: "Back to before this" }).click();
    await expect.poll(async () => (await getListing(office.published, id)).facts.maximumAge).not.toBe(51);

    // The demo never ages: this one is real from here on, and two years go by.
    await office.catalogue.update(table.service).set({ demo: null }).where(eq(table.service.id, id));
    const later = new Date();
    later.setUTCFullYear(later.getUTCFullYear() + 2);
    later.setUTCMinutes(0);
    await runScheduled(office.stores, later, { areas, compress });
    await page.reload();
    await page.getByText("Where it stands: Hidden").waitFor();
    await expect(getListing(office.published, id)).rejects.toThrow("no such listing");
    expect(
      (await office.catalogue.select().from(table.service).where(eq(table.service.id, id)))[0]?.stateReason,
    ).toBe("not checked in time");
  }, 120_000);

  test("a practitioner gets areas by two people and opens one; the third screen that shows it is closed at once", async () => {
    const owner = await somebody("publisher", "Owner");
    await open(owner.page, "Garden Gate House");
    await owner.page.getByRole("button", { name: "Add a note" }).click();
    await owner.page.getByLabel("Words of the note").last().fill("Ring twice");
    await owner.page.getByLabel("Words of the note").last().blur();
    await owner.page.getByRole("button", { name: "Practitioner", exact: true }).click();
    await owner.page.locator(".tier", { hasText: "Ring twice" }).waitFor();
    await owner.page.getByRole("button", { name: "Save", exact: true }).click();
    await saved(owner.page);

    const admin = await somebody("admin", "First");
    await admin.page.goto(`${office.origin}/curate#/people`);
    const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    await admin.page.getByLabel("E-mail address").fill("mai@clinic.example");
    await admin.page.getByLabel("Name", { exact: true }).fill("Mai Somsri");
    await admin.page.getByLabel("Role").selectOption("practitioner");
    await admin.page.getByLabel("Organisation that is not in the list").fill("Riverside Clinic");
    await admin.page.getByLabel("Last day").fill(until);
    await admin.page.getByRole("button", { name: "Add somebody" }).click();
    const link = (await admin.page.locator(".live .key").textContent()) ?? "";
    await admin.page.goto(`${office.origin}/curate#/access`);
    await admin.page.getByRole("button", { name: "Give areas" }).click();
    await admin.page.getByRole("dialog").getByLabel("Area", { exact: true }).selectOption("TH-50");
    await admin.page.getByRole("dialog").getByRole("button", { name: "Give areas" }).click();
    await admin.page.getByText("You asked: somebody else grants it").waitFor();
    await admin.page.getByRole("button", { name: "Checklist" }).click();
    const check = admin.page.getByRole("dialog");
    await check.getByLabel("Somebody of ours has been there").check();
    await check.getByLabel("Number called back").fill("the ministry’s list");
    await check.getByLabel("No phone, address or bank account").check();
    await check.getByRole("button", { name: "Write it down" }).click();
    await check.getByText("It has passed").waitFor();

    const second = await somebody("publisher", "Second");
    await second.page.goto(`${office.origin}/curate#/access`);
    await second.page.getByRole("button", { name: "Grant" }).click();
    await second.page.getByText("Granted by Second").waitFor();

    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    contexts.push(context);
    const worker = await context.newPage();
    await worker.goto(link);
    await worker.locator(".nav").waitFor();
    await worker.goto(`${office.origin}/curate#/restricted`);
    await worker.getByLabel("Area", { exact: true }).selectOption("TH-50");
    await worker.getByRole("button", { name: "Open the area" }).click();
    await worker.locator(".tier", { hasText: "Ring twice" }).waitFor();
    await worker.getByText("For Mai Somsri, Riverside Clinic").waitFor();
    expect(await worker.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await worker.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await second.page.getByRole("button", { name: "Withdraw at once" }).click();
    await second.page.getByText("Withdrawn").waitFor();
    await worker.getByRole("button", { name: "Close the area" }).click();
    await worker.getByRole("button", { name: "Open the area" }).click();
    await worker.locator(".live.late").waitFor();
  }, 120_000);
});
