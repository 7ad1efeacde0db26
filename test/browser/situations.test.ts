import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, openStart } from "./open-page.ts";
import { withSite } from "./with-site.ts";

/**
 * A helper with a person in front of them (requirements §9): each situation from the start page to the printed sheet, every
 * press and key counted, with what fits, what is to be asked and what does not fit.
 */

const site = withSite();
/** One for all visits: what the build made is fetched once. A visit is a page of its own, and keeps nothing. */
let context: BrowserContext;
beforeAll(async () => {
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
  context.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
});
afterAll(async () => {
  await context?.close();
});

/** Fingers: each tap, key and choice of a list is one more. A choice from a list is two: opening it, and taking one. */
class Fingers {
  presses = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async tap(name: string | RegExp, role: "button" | "link" | "checkbox" | "radio" | "switch" = "button") {
    this.presses++;
    const found = this.page.getByRole(role, typeof name === "string" ? { name, exact: true } : { name });
    const target = found.filter({ visible: true }).first();
    if (role === "checkbox" || role === "radio" || role === "switch") await target.check();
    else await target.click();
  }
  async type(text: string) {
    for (const key of text) {
      this.presses++;
      await this.page.keyboard.press(key);
    }
  }
  async choose(label: string, value: string) {
    this.presses += 2;
    await this.page.getByRole("combobox", { name: label }).selectOption(value);
  }
}

interface Visit {
  readonly page: Page;
  readonly fingers: Fingers;
  readonly printed: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Whatever a visit sends rather than fetches. */
const sent: string[] = [];

/** The start page, with printing counted. */
async function openVisit(): Promise<Page> {
  const page = await context.newPage();
  await openStart(page, `${site.demo.url}/en/`);
  await page.evaluate(() => {
    const counted = window as unknown as { printed: number; print: () => void };
    counted.printed = 0;
    counted.print = () => counted.printed++;
  });
  return page;
}

/** To the tools and to a place: its field, its country where it is another, and its row in the list of provinces. */
async function start(place: RegExp, country: RegExp | null = null): Promise<Visit> {
  const page = await openVisit();
  const fingers = new Fingers(page);
  await fingers.tap("For people who help others");
  await fingers.tap(/^Now/u, "link");
  if (country !== null) await fingers.tap(country);
  await fingers.tap(place);
  await page.getByRole("heading", { name: "Find help with somebody" }).waitFor();
  return {
    page,
    fingers,
    printed: () => page.evaluate(() => (window as unknown as { printed: number }).printed),
    close: () => page.close(),
  };
}

/** "Fits", "Ask first" or "Not for them" of each card of a need, by name. Folded ones are unfolded first; that is looking, not helping. */
async function fits(page: Page, need: string): Promise<Record<string, string>> {
  const section = page.locator(`#now-${need}`);
  await section.locator(".card").first().waitFor();
  for (const fold of await section.locator(".misfits__head button[aria-expanded=false]").all())
    await fold.click();
  return section
    .locator(".card")
    .evaluateAll((cards) =>
      Object.fromEntries(
        cards.map((card) => [
          card.querySelector(".name")?.textContent ?? "",
          (card.querySelector(".fit")?.textContent ?? "").trim(),
        ]),
      ),
    );
}

const card = (page: Page, need: string, name: string) =>
  page.locator(`#now-${need} .card`).filter({ has: page.getByRole("heading", { name, exact: true }) });

/** To paper: the sheet, and the button that prints it. Answers its text. */
async function print({ page, fingers, printed }: Visit): Promise<string> {
  await fingers.tap(/^Print sheet \(\d+\)$/u);
  await page.locator(".edition table").waitFor();
  await fingers.tap("Print the preview");
  expect(await printed()).toBe(1);
  return page.locator(".edition").innerText();
}

const MOST = 12;

describe("twenty minutes", () => {
  test("a boy of 14, too old for school and too young for training: classes fit, training is not yet", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page, fingers } = visit;
    await fingers.tap(/^School and learning/u, "checkbox");
    await fingers.tap(/^Learn a job/u, "checkbox");
    await fingers.tap("Change");
    await fingers.tap("Boy", "radio");
    fingers.presses++;
    await page.getByRole("textbox", { name: "Age in years" }).focus();
    await fingers.type("14");
    expect(await fits(page, "education")).toMatchObject({
      "Hornbill Learning Centre": "Fits",
      "Fang district youth desk": "Ask first",
      "Quiet Well rooms": "Ask first",
    });
    const training = await fits(page, "training");
    expect(training).toMatchObject({ "North Skills College": "Not for them yet" });
    expect(Object.keys(training).length).toBeGreaterThan(1);
    const college = await card(page, "training", "North Skills College").innerText();
    expect(college).toContain("Fits from age 15.");
    expect(college).toMatch(/Nearest other: /u);
    const paper = await print(visit);
    expect(paper).toContain("Hornbill Learning Centre");
    expect(paper).not.toMatch(/14|Boy/u);
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("a woman who came back on her own and was never identified: what asks for a letter is no fit", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page, fingers } = visit;
    await fingers.tap(/^Doctor and health care/u, "checkbox");
    await fingers.tap(/^Papers and documents/u, "checkbox");
    await fingers.tap("Change");
    await fingers.tap("Woman", "radio");
    await fingers.tap("No letter from an office", "checkbox");
    await fingers.tap("Came back without help", "checkbox");
    expect(await fits(page, "medical")).toMatchObject({
      "Lantern Tree Clinic": "Fits",
      "Green Valley Hospital": "Ask first",
    });
    expect(await fits(page, "administrative")).toMatchObject({
      "Paper Boat document help": "Not for them",
      "Civil registry, counter 2": "Ask first",
    });
    const paper = await print(visit);
    expect(paper).toContain("Lantern Tree Clinic");
    expect(paper).not.toContain("Paper Boat document help");
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("a farm worker at home with a court matter open abroad: both places, in two languages, on one sheet", async () => {
    const visit = await start(/^Battambang/u, /^Cambodia/u);
    const { page, fingers } = visit;
    await fingers.tap(/^Law and your rights/u, "checkbox");
    await fingers.choose("Later", "TH-50");
    expect(await fits(page, "legal")).toBeDefined();
    expect(await card(page, "legal", "Sugar Palm, law help at home").count()).toBe(1);
    const there = page.locator("#later-legal");
    await there.getByRole("heading", { name: "Red Kite law group", exact: true }).waitFor();
    // The way there stands open, because it leads over a border.
    const way = page.locator(".asidelist").filter({ hasText: "Embassies, and offices between countries" });
    expect(await way.locator("h3").allInnerTexts()).toEqual(["Offices between countries", "Embassies"]);
    const met = page.locator(".laterplace .needres").filter({ hasText: "Who meets you there" });
    expect(await met.getByRole("heading", { name: "Long Road Travel Help", exact: true }).count()).toBe(1);
    await fingers.tap(/^Print sheet \(\d+\)$/u);
    await page.locator(".edition table").waitFor();
    await fingers.choose("In two languages", "th");
    await page.locator('.edition [lang="th"]').first().waitFor();
    await fingers.tap("Print the preview");
    const paper = await page.locator(".edition").innerText();
    expect(paper).toContain("Now: Battambang");
    expect(paper).toContain("Later: Chiang Mai");
    expect(paper.indexOf("Long Road Travel Help")).toBeGreaterThan(paper.indexOf("Who meets you there"));
    expect(paper).toContain("สถานที่ที่ไปได้");
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("a woman who speaks a minority language and wants no interpreter: an interpreter is not counted as speaking it", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page, fingers } = visit;
    await fingers.tap(/^Someone to talk to/u, "checkbox");
    await fingers.tap("Change");
    await fingers.tap("Woman", "radio");
    await fingers.tap("Shan", "checkbox");
    await fingers.tap("Without an interpreter", "switch");
    expect(await fits(page, "counselling")).toMatchObject({
      "Lantern Tree talking room": "Fits",
      "Kite String listening line": "Ask first",
      "Moon Hill mind doctors by phone": "Not for them",
    });
    expect(await card(page, "counselling", "Moon Hill mind doctors by phone").innerText()).toContain(
      "Fits with an interpreter.",
    );
    await print(visit);
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("somebody in the countryside who needs a psychiatrist: by phone first, and how far the other one is", async () => {
    const page = await openVisit();
    const fingers = new Fingers(page);
    await fingers.tap("For people who help others");
    await fingers.tap(/^Now/u, "link");
    fingers.presses++;
    await page.getByRole("textbox", { name: "Type a town, district or province" }).focus();
    await fingers.type("fang");
    await fingers.tap(/^Fang/u);
    await page.getByRole("heading", { name: "Find help with somebody" }).waitFor();
    await fingers.choose("Something went wrong again", "unwell");
    const found = await fits(page, "counselling");
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(["Moon Hill mind doctors by phone", "Green Valley mind clinic"]),
    );
    expect(await card(page, "counselling", "Moon Hill mind doctors by phone").innerText()).toContain(
      "By phone, all of Thailand",
    );
    expect(await card(page, "counselling", "Green Valley mind clinic").innerText()).toMatch(/\d+ km/u);
    const visit: Visit = {
      page,
      fingers,
      printed: () => page.evaluate(() => (window as unknown as { printed: number }).printed),
      close: () => page.close(),
    };
    await print(visit);
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("a girl whose relatives were part of it: what brings relatives in is a question, never a fit", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page, fingers } = visit;
    await fingers.tap(/^A safe place to live/u, "checkbox");
    await fingers.tap(/^Keeping safe/u, "checkbox");
    await fingers.tap(/^Help for your family/u, "checkbox");
    await fingers.tap("Change");
    await fingers.tap("Girl", "radio");
    await fingers.tap("Relatives were part of it", "checkbox");
    expect(await fits(page, "housing")).toMatchObject({ "Little Bridge guardian desk": "Fits" });
    expect(await fits(page, "protection")).toMatchObject({ "Little Bridge guardian desk": "Fits" });
    const family = await fits(page, "family");
    expect(Object.values(family)).not.toContain("Fits");
    const line = await card(page, "family", "Far Shore line for relatives").innerText();
    expect(line).toContain("They bring relatives in. Does the person want that?");
    await print(visit);
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });

  test("a person who declines shelter and court: what asks for either is told as a no, and never as a fit", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page, fingers } = visit;
    await fingers.tap(/^A safe place to live/u, "checkbox");
    await fingers.tap(/^Someone to talk to/u, "checkbox");
    await fingers.tap("Change");
    await fingers.tap("Without staying there", "checkbox");
    await fingers.tap("No police", "checkbox");
    const houses = await fits(page, "housing");
    expect(houses).toMatchObject({ "Glass Bridge Care Home": "Not for them" });
    expect(await card(page, "housing", "Glass Bridge Care Home").innerText()).toContain(
      "Fits without: No police",
    );
    expect(await fits(page, "counselling")).toMatchObject({
      "Lantern Tree talking room": "Fits",
      "Glass Bridge Care Home": "Not for them",
      "Green Valley mind clinic": "Ask first",
    });
    const paper = await print(visit);
    expect(paper).not.toContain("Glass Bridge");
    expect(fingers.presses).toBeLessThanOrEqual(MOST);
    await visit.close();
  });
});

describe("the tools of a helper", () => {
  test("keep four beside each other, relatives apart, tell who is told before the number, and forget all of it", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page } = visit;
    const history = await page.evaluate(() => window.history.length);
    const address = page.url();
    await page.getByRole("checkbox", { name: /^Someone to talk to/u }).check();
    const first = page.locator("#now-counselling .card").first();
    await first.locator("summary").click();
    const brief = await first.locator(".brief").innerText();
    expect(brief.indexOf("told")).toBeGreaterThan(-1);
    expect(brief.indexOf("told")).toBeLessThan(brief.search(/000 0000/u));
    expect(brief).toContain("What to say first");
    expect(brief).toContain("What happens when you call");

    const beside = page.locator("#now-counselling .tick:nth-child(2)");
    for (let at = 0; at < 5; at++) await beside.nth(at).click();
    await page.getByRole("button", { name: "Compare 4 places" }).click();
    expect(await page.locator(".cmp thead th").count()).toBe(4);
    expect(await page.getByRole("button", { name: "Add another" }).count()).toBe(0);
    await page.locator(".cmp thead").getByRole("button", { name: "Take out" }).first().click();
    await page.getByRole("combobox", { name: "More for this need" }).selectOption({ index: 1 });
    // Choosing is not taking: the arrow keys pass over every name.
    expect(await page.locator(".cmp thead th").count()).toBe(3);
    await page.getByRole("button", { name: "Add another" }).click();
    expect(await page.locator(".cmp thead th").count()).toBe(4);
    const rows = await page.locator(".cmp tbody tr").count();
    await page.getByRole("button", { name: "What to ask" }).click();
    expect(await page.locator(".cmp tbody tr").count()).toBe(rows + 1);
    expect(
      await page
        .locator(".cmp tbody tr")
        .nth(rows - 1)
        .locator(".q")
        .count(),
    ).toBeGreaterThan(3);
    await page.getByRole("button", { name: "Back to what fits" }).click();

    await page.getByRole("radio", { name: "A relative" }).check();
    await page.getByRole("checkbox", { name: /^Help for your family/u }).check();
    await card(page, "family", "Far Shore line for relatives")
      .getByRole("button", { name: "Put on the sheet" })
      .click();
    await page
      .getByRole("button", { name: /^Print sheet/u })
      .first()
      .click();
    await page.locator(".edition table").first().waitFor();
    expect(await page.locator(".handsheet > h3").innerText()).toBe("For relatives");
    expect(await page.locator(".edition").innerText()).toContain("You choose.");

    await page.getByRole("button", { name: "Forget all of it" }).click();
    expect(await page.locator(".needrow input:checked").count()).toBe(0);
    expect(page.url()).toBe(address);
    expect(
      await page.evaluate(() => [window.history.length, localStorage.length, sessionStorage.length]),
    ).toEqual([history, 0, 0]);
    await visit.close();
  });

  test("list help for helpers there, and nowhere for those who look for themselves", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page } = visit;
    await page.getByRole("button", { name: /^For you who help/u }).click();
    expect(await page.getByRole("heading", { name: "Still Water, talks for helpers" }).count()).toBe(1);
    const plain = await (await fetch(`${site.demo.url}/en/area/TH-50`)).text();
    expect(plain).not.toContain("Still Water");
    await visit.close();
  });

  test("show those who take somebody who is harder to place, and put the others aside to be asked", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page } = visit;
    await page.getByRole("checkbox", { name: /^A safe place to live/u }).check();
    const before = await page.locator("#now-housing .group .card").count();
    await page.getByRole("switch", { name: /^Harder to place/u }).check();
    const after = await page.locator("#now-housing .group .card").count();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
    await page.getByRole("button", { name: /more ha(s|ve) not said so/u }).click();
    expect(await page.locator("#now-housing .misfits .card").count()).toBe(before - after);
    await visit.close();
  });

  test("are worked by keys alone: letters and Enter tick, an empty Enter goes to the sheet", async () => {
    const page = await openVisit();
    await page.getByRole("button", { name: "For people who help others" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Find help with somebody" }).waitFor();
    await page.keyboard.press("/");
    for (const typed of ["chiang mai", "school", "14", "boy", "no papers"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    expect(await page.locator(".sit").innerText()).toMatch(/Boy\s+14 years old\s+No papers/u);
    await page.locator("#now-education .card").nth(1).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".edition table").waitFor();
    // The sheet has the focus, and is one press away from paper.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Places to go");
    await page.close();
  });

  test("open the places of a sheet from its code, with nothing in the address", async () => {
    const visit = await start(/^Chiang Mai/u);
    const { page } = visit;
    await page.getByRole("checkbox", { name: /^Someone to talk to/u }).check();
    await page
      .getByRole("button", { name: /^Print sheet/u })
      .first()
      .click();
    await page.locator(".edition table").waitFor();
    const codes = (await page.locator(".edition").innerText()).match(/\b[0-9A-Z]{5}-[0-9A-Z]\b/gu) ?? [];
    expect(codes.length).toBe(2);
    const opened = await openPage(site.browser, `${site.demo.url}/en/#${["TH-50", ...codes].join(".")}`);
    await opened.page.getByRole("heading", { level: 1, name: "Places to go" }).waitFor();
    expect(await opened.page.locator(".handed .card").count()).toBe(2);
    expect(new URL(opened.page.url()).hash).toBe("");
    await opened.context.close();
    await visit.close();
  });

  test("have sent nothing at all in any of these visits", () => {
    expect(sent).toEqual([]);
  });
});
