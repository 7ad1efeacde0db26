import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { service, translation } from "#db/schema/catalogue/index.ts";
import { findListings } from "#server/directory/directory.ts";
import { readSettings } from "#server/publication/settings.ts";
import { axeIn } from "../browser/axe-in-page.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { serveOffice } from "./served-office.ts";

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

/** A person with a browser of their own, signed in by their link. Collects what goes wrong on their page. */
async function somebody(role: "admin" | "publisher" | "editor", name: string, width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  contexts.push(context);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", ({ message }) => trouble.push(message));
  page.on("request", (request) => {
    if (!request.url().startsWith(office.origin) && !request.url().startsWith("data:"))
      trouble.push(request.url());
  });
  await page.goto(await office.invite({ role, name }));
  await page.locator(".nav").waitFor();
  return { page, context, trouble };
}

const open = async (page: Page, name: string): Promise<string> => {
  const [row] = await office.catalogue.select().from(service).where(eq(service.name, name));
  const id = row?.id ?? "";
  await page.goto(`${office.origin}/curate#/listings/${id}`);
  await page.locator(".ed").waitFor();
  return id;
};
const saved = (page: Page) => page.locator(".saved", { hasText: "Saved" }).waitFor();
const publicListing = async (id: string) =>
  (await findListings(office.published, {})).find((one) => one.id === id);

describe("signing in", () => {
  test("a link leaves the address at once, a passkey is added, and signs in the next time", async () => {
    const { page, context, trouble } = await somebody("admin", "Mali S.");
    expect(page.url()).toBe(`${office.origin}/curate#/account`);
    const devtools = await context.newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole("button", { name: "Add a passkey on this device" }).click();
    await page.getByText("The passkey is there").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await page.locator(".nav").waitFor();
    const cookies = await context.cookies(`${office.origin}/curate`);
    expect(
      cookies.every(
        ({ path, httpOnly, sameSite }) => path === "/curate" && httpOnly && sameSite === "Strict",
      ),
    ).toBe(true);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(trouble).toEqual([]);
  });

  test("a link that was used says so and leads nowhere", async () => {
    const link = await office.invite({});
    for (const first of [true, false]) {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(link);
      await (first ? page.locator(".nav") : page.getByText("This link was used or is too old")).waitFor();
    }
  });
});

describe("the editor", () => {
  test("an answer by key is saved, the preview follows before that, and the public sees it after", async () => {
    const { page, trouble } = await somebody("publisher", "Niran K.");
    const id = await open(page, "Garden Gate House");
    const question = page.getByRole("radiogroup", { name: "They tell immigration", exact: true }).last();
    await question.getByRole("radio", { name: "Ask them" }).focus();
    await page.keyboard.press("n");
    expect(await question.getByRole("radio", { name: "No" }).isChecked()).toBe(true);
    await page.getByLabel("Youngest age").fill("21");
    await page.getByLabel("Youngest age").blur();
    await page.locator(".look", { hasText: "Women aged 21 or over" }).waitFor();
    expect((await publicListing(id))?.facts.minimumAge).toBe(18);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await saved(page);
    expect((await publicListing(id))?.facts.minimumAge).toBe(21);
    expect((await publicListing(id))?.facts.answers["confidentiality"]?.["tells-immigration"]).toBe("no");
    await page.locator("#history").getByText("Youngest age: 18 → 21").waitFor();
    expect(trouble).toEqual([]);
  });

  test("undo takes back what was typed", async () => {
    const { page } = await somebody("publisher", "Undo");
    await open(page, "Garden Gate House");
    const age = page.getByLabel("Oldest own child");
    const before = await age.inputValue();
    await age.fill("3");
    await age.blur();
    await page.getByText("1 not saved").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await age.inputValue()).toBe(before);
  });

  test("two people at once: each is told of the other’s change, and the same field waits for a decision", async () => {
    const one = await somebody("publisher", "Mali");
    const two = await somebody("publisher", "Niran");
    const id = await open(one.page, "Blue Gourd legal desk");
    await open(two.page, "Blue Gourd legal desk");
    await one.page.getByLabel("Youngest age").fill("16");
    await one.page.getByLabel("Youngest age").blur();
    await one.page.getByRole("button", { name: "Save", exact: true }).click();
    await saved(one.page);
    await two.page.getByLabel("Youngest age").fill("18");
    await two.page.getByLabel("Oldest age").fill("70");
    await two.page.getByLabel("Oldest age").blur();
    await two.page.getByRole("button", { name: "Save", exact: true }).click();
    await two.page.getByText("Mali changed “Youngest age” too").waitFor();
    expect((await publicListing(id))?.facts).toMatchObject({ minimumAge: 16, maximumAge: 70 });
    await two.page.getByRole("button", { name: "Keep mine" }).click();
    await two.page.getByText("Mali changed “Youngest age” too").waitFor({ state: "detached" });
    await expect.poll(async () => (await publicListing(id))?.facts.minimumAge).toBe(18);
    // The first one's page notices by itself, and what is typed there stays.
    await one.page.getByLabel("Oldest own child").fill("5");
    await one.page.getByText("Niran changed: ", { exact: false }).first().waitFor({ timeout: 25_000 });
    expect(await one.page.getByLabel("Oldest own child").inputValue()).toBe("5");
  }, 120_000);

  test("a street in a public text is named as what stands in the way, before it is saved", async () => {
    const { page } = await somebody("publisher", "Guard");
    await open(page, "Garden Gate House");
    const street = await page.getByLabel("Street and house").first().inputValue();
    expect(street.length).toBeGreaterThan(5);
    await page.getByLabel("A warning on top").first().fill(`Come to ${street}`);
    await page.locator(".obstacles", { hasText: "of a place that is not public" }).waitFor();
  });
});

describe("a coordinator’s day", () => {
  test("a draft is made, refused while it is empty, filled, published with the checklist, suspended", async () => {
    const { page, trouble } = await somebody("publisher", "Day");
    await page.goto(`${office.origin}/curate#/listings`);
    await page.getByRole("button", { name: "New listing" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name of the service").fill("Garden Gate");
    await dialog.getByText("Looks like one that is there").waitFor();
    await dialog.getByLabel("Name of the service").fill("Night bus company");
    await dialog.getByLabel("Name of the organisation").fill("Road Friends");
    await dialog.getByRole("button", { name: "Make the draft" }).click();
    await page.locator(".ed").waitFor();
    await page.locator(".obstacles", { hasText: "No area is named" }).waitFor();
    await page.getByLabel("Which help").selectOption("general");
    await page.getByLabel("Add a sub-service").selectOption("legal-advice");
    await page.getByLabel("Add an area").selectOption("TH-50");
    await page.getByLabel("Source", { exact: true }).fill("Visit");
    await page.getByRole("button", { name: "Add a contact" }).click();
    await page.getByLabel("Number or address").last().fill("000 0000 099");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await saved(page);
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const step = page.getByRole("dialog");
    await step.getByRole("button", { name: "Publish" }).click();
    await step.getByText("Go through the checklist first").waitFor();
    for (const tick of await step.getByRole("checkbox").all()) await tick.check();
    await step.getByRole("button", { name: "Publish" }).click();
    await step.getByText("Ask the organisation whether it agrees").waitFor();
    await step.getByLabel("Who said so: their role").fill("driver in chief");
    await step.getByRole("button", { name: "Publish" }).click();
    await page.getByText("Where it stands: Published").waitFor();
    const names = async () => (await findListings(office.published, {})).map(({ name }) => name["en"]);
    expect(await names()).toContain("Night bus company");
    await page.getByRole("button", { name: "Suspend at once" }).click();
    await page.getByRole("dialog").getByLabel("Why, in a few words").fill("A person may be in danger");
    await page.getByRole("dialog").getByRole("button", { name: "Suspend at once" }).click();
    await page.getByText("Where it stands: Suspended").waitFor();
    expect(await names()).not.toContain("Night bus company");
    expect(trouble).toEqual([]);
  });

  test("STILL PUBLIC stands on top while the public side does not answer, and goes when it does; so does how far a publishing is", async () => {
    const { page } = await somebody("publisher", "Alarm");
    const id = await open(page, "Kite String listening line");
    await office.published.run("alter table listing rename to listing_away");
    await page.getByRole("button", { name: "Suspend at once" }).click();
    await page.getByRole("dialog").getByLabel("Why, in a few words").fill("A concern");
    await page.getByRole("dialog").getByRole("button", { name: "Suspend at once" }).click();
    const alarm = page.locator(".still", { hasText: "STILL PUBLIC: retrying" });
    await alarm.waitFor();
    // A publishing of somebody else's, on another page that is loaded meanwhile.
    const going = office.publishingWatch.options();
    going.onProgress("cells", 34_200, 100_000);
    await page.goto(`${office.origin}/curate#/todo`);
    await page.reload();
    await alarm.waitFor();
    const progress = page.locator(".publishing", { hasText: "Making the search ready: 34,200 of 100,000" });
    await progress.waitFor();
    going.onEnd();
    await progress.waitFor({ state: "detached" });
    await office.published.run("alter table listing_away rename to listing");
    expect(await publicListing(id)).toBeDefined();
    await alarm.getByRole("button", { name: "Try now" }).click();
    await alarm.waitFor({ state: "detached" });
    expect(await publicListing(id)).toBeUndefined();
  });

  test("a call confirms field by field from the ring list, and says what nobody has confirmed yet", async () => {
    const { page } = await somebody("editor", "Caller");
    await page.goto(`${office.origin}/curate#/todo`);
    await page.getByRole("link", { name: "Ring" }).first().click();
    await page.locator("#checked").waitFor();
    await page.locator("#checked").getByLabel("Their role").fill("manager");
    for (const tick of await page.locator("#checked fieldset").getByRole("checkbox").all())
      await tick.check();
    await page.locator("#checked").getByRole("button", { name: "Write it down" }).click();
    await page.locator("#checked").getByText("Checked. It counts from").first().waitFor();
  });
});

describe("a service on its own phone", () => {
  test("looks through its facts without an account, changes one, and a publisher takes it", async () => {
    const { page } = await somebody("publisher", "Receiver");
    const id = await open(page, "Blue Gourd savings group");
    await page.getByRole("button", { name: "Make a link for the service itself" }).click();
    const link = (await page.locator("#checked .key").textContent()) ?? "";
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    contexts.push(context);
    const phone = await context.newPage();
    await phone.goto(link);
    await phone.getByRole("heading", { name: "Blue Gourd savings group" }).first().waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect((await axeIn(phone).analyze()).violations.map((one) => one.id)).toEqual([]);
    const card = phone.locator("section", { has: phone.getByRole("heading", { name: "Youngest age" }) });
    await card.getByRole("button", { name: "Change" }).click();
    await card.getByLabel("What it should say").fill("11");
    await phone.getByRole("button", { name: "Send" }).click();
    await phone.getByText("A person reads it before anything changes").waitFor();
    expect(await context.cookies()).toEqual([]);
    await page.goto(`${office.origin}/curate#/inbox`);
    await page.getByText("Youngest age: 11").waitFor();
    await page.getByRole("button", { name: "Take what is ticked" }).click();
    await expect.poll(async () => (await publicListing(id))?.facts.minimumAge).toBe(11);
  }, 120_000);
});

describe("the translators' desk", () => {
  test("one press on a kind leads to a listing that has some of it", async () => {
    const { page, trouble } = await somebody("publisher", "Desk");
    const name = "Three Rivers House";
    const [row] = await office.catalogue.select().from(service).where(eq(service.name, name));
    await office.catalogue
      .update(translation)
      .set({ state: "stale" })
      .where(
        and(
          eq(translation.entityId, row?.id ?? ""),
          eq(translation.language, "th"),
          eq(translation.field, "description"),
        ),
      );
    await page.goto(`${office.origin}/curate#/translations/th`);
    await page.locator(".tr tbody tr").first().waitFor();
    expect(await page.locator(".ph").innerText()).not.toContain(name);
    await page.getByRole("button", { name: /^Source changed/u }).click();
    await page.locator(".ph", { hasText: name }).waitFor();
    await expect.poll(() => page.locator(".tr tbody tr").count()).toBe(1);
    expect(trouble).toEqual([]);
  });
});

describe("by keyboard only", () => {
  /** Presses Tab until something has the focus; fails when it cannot be reached. */
  const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
    for (let press = 0; press < 150; press++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${wanted}`);
  };

  test("a translation is written and saved, and a setting is changed and kept", async () => {
    const { page, trouble } = await somebody("admin", "Keyboard");
    await page.goto(`${office.origin}/curate#/translations`);
    const text = page.locator(".tr textarea").first();
    await text.waitFor();
    await tabTo(page, text);
    const words = "Zqkeyboard";
    await page.keyboard.press("Control+A");
    await page.keyboard.type(words);
    await tabTo(page, page.getByRole("button", { name: "Save", exact: true }).first());
    await page.keyboard.press("Enter");
    await expect
      .poll(async () =>
        (await office.catalogue.select().from(translation).where(eq(translation.text, words))).map(
          ({ state }) => state,
        ),
      )
      .toEqual(["translated"]);

    await page.goto(`${office.origin}/curate#/settings`);
    const hours = page.locator("details", { hasText: "Deadlines" });
    await hours.waitFor();
    await tabTo(page, hours.locator("summary"));
    await page.keyboard.press("Enter");
    await tabTo(page, hours.locator("input").last());
    await page.keyboard.press("Control+A");
    await page.keyboard.type("12");
    await tabTo(page, hours.getByRole("button", { name: "Keep" }));
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await readSettings(office.catalogue)).unsafeHours).toBe(12);
    expect(trouble).toEqual([]);
  }, 60_000);
});
