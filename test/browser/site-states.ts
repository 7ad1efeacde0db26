import type { Page } from "playwright-core";

/** One screen of the site, reached by position and role alone, so that the same steps work in every language. */
export interface SiteState {
  readonly name: string;
  /** From the state before it in the list; the first of a list opens its own address. */
  readonly reach: (page: Page) => Promise<void>;
}

const first = (page: Page, selector: string) => page.locator(selector).first();

/** Presses what is first of a kind and is to be seen. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).filter({ visible: true }).first().click();
}

async function typePlace(page: Page, typed: string): Promise<void> {
  await page.locator(".find input").fill(typed);
  await first(page, ".places .pick button:not([disabled])").waitFor();
}

async function goHome(page: Page): Promise<void> {
  await press(page, ".brand");
  await first(page, ".home .tiles").waitFor();
}

/** The app from the first page to an opened listing and to what is shown when nothing fits. */
export const APP_STATES: readonly SiteState[] = [
  { name: "home", reach: (page) => first(page, ".home .tiles button").waitFor() },
  {
    name: "place, from the map or the list",
    async reach(page) {
      await press(page, ".home .place");
      await first(page, ".tapmap .tap").waitFor();
    },
  },
  { name: "place, typed", reach: (page) => typePlace(page, "เชียงใหม") },
  {
    name: "results",
    async reach(page) {
      await press(page, ".places .pick button:not([disabled])");
      await press(page, ".tiles li:nth-child(3) button");
      await first(page, ".card").waitFor();
    },
  },
  {
    name: "results with the map",
    async reach(page) {
      // On a phone the map is opened; on a wide screen it comes by itself.
      if (await first(page, ".dock button").isVisible()) await press(page, ".dock button");
      await first(page, ".mapwrap .mark").waitFor();
    },
  },
  {
    name: "results with the list of a plate or cluster open",
    async reach(page) {
      await press(page, ".mapwrap .mark.plate, .mapwrap .mark.cluster");
      await first(page, ".mapwrap .panel, .mapwrap .mark[aria-expanded=true]").waitFor();
    },
  },
  {
    name: "results with the questions open",
    async reach(page) {
      await page.keyboard.press("Escape");
      if (await page.locator(".mapwrap.is-open").isVisible()) await press(page, ".dock button");
      await press(page, ".asks__all, .asks > .askbtn:last-child");
      await first(page, ".asksheet .opt").waitFor();
    },
  },
  {
    name: "results with answers",
    async reach(page) {
      await page.locator(".asksheet fieldset:nth-of-type(1) .opt input").first().check();
      await page.locator(".asksheet fieldset:nth-of-type(3) .opt input").nth(1).check();
      await press(page, ".asksheet__done .go, .dock .go");
      await first(page, ".card .fit").waitFor();
    },
  },
  {
    name: "what does not fit",
    async reach(page) {
      await page.locator(".misfits__head button, .cols").first().scrollIntoViewIfNeeded();
      if (await page.locator(".misfits__head button").isVisible()) await press(page, ".misfits__head button");
    },
  },
  {
    name: "a listing",
    async reach(page) {
      await press(page, ".card .open");
      await first(page, "dialog .contact").waitFor();
    },
  },
  {
    name: "a listing to be read out",
    async reach(page) {
      await press(page, "dialog .readout > summary");
    },
  },
  {
    name: "the children's page",
    async reach(page) {
      await press(page, "dialog .back");
      await goHome(page);
      await press(page, ".after button.rowlink");
      await first(page, ".children .tile").waitFor();
    },
  },
  {
    name: "results for a child",
    async reach(page) {
      await press(page, ".children .tiles li:nth-child(3) button");
      await first(page, ".childfirst").waitFor();
    },
  },
  {
    name: "nothing fits",
    async reach(page) {
      await goHome(page);
      await page.locator(".after button.rowlink").last().click();
      await page.locator(".needs form input").first().fill("zzzzzz");
      await page.keyboard.press("Enter");
      await first(page, ".nothing").waitFor();
    },
  },
  {
    name: "the sheet",
    async reach(page) {
      await goHome(page);
      await press(page, ".home .more a, .home a.rowlink.only-phone");
      await first(page, "table").waitFor();
    },
  },
];

/** The tools of a helper, from any state of the app in which a place was chosen. */
export const HELPER_STATES: readonly SiteState[] = [
  {
    name: "the tools of a helper: questions, reasons for and against, what to know before a call",
    async reach(page) {
      await goHome(page);
      await page.locator(".after button.rowlink").nth(1).click();
      await page.locator(".helper .needrow input").nth(8).check();
      await press(page, ".helper__side .acts .btn");
      await page.locator(".situation .opt input").nth(3).check();
      await press(page, ".helpcard .before > summary");
      await press(page, ".asidelist h2 button");
      if (await first(page, ".needres .misfits__head button").isVisible())
        await press(page, ".needres .misfits__head button");
    },
  },
  {
    name: "a helper's comparison, with what to ask, in two languages",
    async reach(page) {
      for (const at of [0, 1]) await page.locator(".ticks .tick:nth-child(2)").nth(at).click();
      await press(page, ".doing .btn:first-child");
      await press(page, ".bar .btn[aria-expanded]");
      await page.locator(".cmp__options > .pickone select").selectOption({ index: 1 });
      await first(page, ".cmp td .insecond").waitFor();
    },
  },
  {
    name: "a helper's sheet, to be read out",
    async reach(page) {
      await press(page, ".bar .btn");
      await press(page, ".doing .go");
      await press(page, ".handsheet .readout > summary");
      await first(page, ".handsheet .edition table").waitFor();
    },
  },
];

/** Pages that have an address of their own; `{lang}` is filled in. */
export const PAGES: readonly string[] = [
  "/{lang}/emergency",
  "/{lang}/safe",
  "/{lang}/languages",
  "/{lang}/guide",
  "/{lang}/about",
  "/{lang}/rights",
  "/{lang}/accessibility",
  "/{lang}/suggest",
  "/{lang}/areas",
  "/{lang}/area/TH-50/sheet",
  "/{lang}/no-such-page",
];
