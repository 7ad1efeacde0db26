import { describe, expect, it } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
import type { PageModel } from "#server/contract/page.ts";
import { fromDataBlock } from "#web/page-data.ts";
import { renderPage } from "#web/render.tsx";
import { aMatch, ASSETS, aView, CHIANG_MAI, columns, PAGES, pageOf, SETTINGS } from "./sample-pages.ts";

const draw = (page: PageModel) => renderPage(page, ASSETS);
const nameOf = (page: PageModel) => (page.kind === "words" ? page.page : page.kind);
const count = (text: string, part: RegExp) => [...text.matchAll(part)].length;

describe.each(PAGES.map((page) => [nameOf(page), page] as const))("the page %s", (_name, page) => {
  const html = draw(page);

  it("is a whole document in the language of the reader, with the neutral title", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/u);
    expect(html).toContain("<title>Waymark</title>");
  });

  it("holds no line of script or style, and nothing of another origin", () => {
    expect(html).not.toMatch(/ style=|<style| on[a-z]+=|javascript:/u);
    for (const [, kind] of html.matchAll(/<script([^>]*)>/gu)) {
      expect(kind).toMatch(/ src="\/assets\/entry-1\.js"| type="application\/json"/u);
    }
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  });

  it("has one heading of the first level, and the first line that says that the visit can be seen", () => {
    expect(count(html, /<h1[ >]/gu)).toBe(1);
    expect(html).toContain("This visit can be seen on this phone.");
  });

  it("leaves by the second stop of the keyboard, in the top bar and in the dock", () => {
    const [first, second] = [...html.matchAll(/<a [^>]*>/gu)].map(([tag]) => tag);
    expect(first).toContain('href="#main"');
    expect(second).toContain('href="/exit"');
    expect(count(html, /href="\/exit" rel="noreferrer noopener"/gu)).toBe(3);
    expect(html).toContain('id="main"');
  });

  it("writes no e-mail for anyone, and names no field that a form history would fill", () => {
    expect(html).not.toContain("mailto:");
    for (const [field] of html.matchAll(/<(?:input|select|textarea) [^>]*>/gu)) {
      if (!field.includes('type="hidden"')) expect(field).toContain('autocomplete="off"');
    }
  });

  it("skips no level of its headings", () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/gu)].map(([, level]) => Number(level));
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  });
});

describe("search engines", () => {
  it("may keep the start and area pages of a real directory, and nothing else", () => {
    const kept = PAGES.filter((page) => !draw(page).includes('name="robots" content="noindex"'));
    expect(kept.map(nameOf)).toEqual(["home", "area"]);
  });

  it("keep nothing of a demo, and every page of it says that it is one", () => {
    for (const page of PAGES) {
      const html = draw({ ...page, settings: { ...SETTINGS, demo: true } });
      expect(html).toContain('name="robots" content="noindex"');
      expect(html).toContain("Example data, not real help.");
    }
  });
});

describe("the page about staying safe", () => {
  it("names what reads along: page translation, keyboards that learn, browsers that save data", () => {
    const page = PAGES.find((one) => one.kind === "words" && one.page === "safe");
    const html = page === undefined ? "" : draw(page);
    for (const reader of ["Translating a page", "A keyboard that learns", "A browser that saves data"])
      expect(html).toContain(reader);
  });
});

describe("the home page", () => {
  const html = draw(pageOf("home"));

  it("hands the app its data in a block that cannot end early", () => {
    const page = pageOf("home");
    const sly = { ...page, settings: { ...SETTINGS, publicName: "</script><b>" } };
    const block = /<script type="application\/json" id="page">(.*?)<\/script>/su.exec(draw(sly))?.[1] ?? "";
    expect(block).not.toContain("<");
    expect(fromDataBlock(block)).toEqual({
      lang: "en",
      languages: ["en", "th"],
      settings: sly.settings,
      version: page.version,
      styles: [],
    });
  });

  it("leads to the list of places without a script: from the field and from all twelve tiles", () => {
    expect(count(html, /<a class="tile" href="\/en\/areas">/gu)).toBe(NEEDS.length);
    expect(html).toMatch(/class="place" href="\/en\/areas"/u);
  });
});

describe("the area page", () => {
  const html = draw(pageOf("area"));

  it("holds both groups under each need, empty or not", () => {
    expect(count(html, /<h3>Help open to everyone<\/h3>/gu)).toBe(NEEDS.length);
    expect(count(html, /<h3>Specialised help<\/h3>/gu)).toBe(NEEDS.length);
    expect(html).toContain("None listed yet");
  });

  it("says before the number and before the address what to know about the call", () => {
    const card = html.slice(html.indexOf('<aside class="contact'));
    const order = [
      "We do not know who answers.",
      "We do not know whether calls are recorded.",
      "We do not know whether they tell the police, immigration or the child protection office.",
      "The call stays in this phone’s list.",
      "053 123 456",
      'href="tel:+6653123456"',
      "12 Example Lane",
    ].map((part) => card.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html.indexOf("053 123 456")).toBeGreaterThan(html.indexOf("We do not know who answers."));
  });

  it("keeps the order of a listing: who, how, bring, cost, before you say yes, told, say", () => {
    const parts = ["Who it is for", "How to get in", "What to bring", "What it costs", "Before you say yes"];
    const order = [...parts, "Who will be told", "What you can say"].map((title) =>
      html.indexOf(`>${title}</h5>`),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("marks a text in another language with that language", () => {
    expect(html).toContain('<span lang="th" dir="ltr">คุยกับคนที่รับฟัง</span>');
  });

  it("says that place and need stand in the address", () => {
    expect(html).toContain("The place and the need stand in the address of this page.");
  });

  it("narrows by a form that is posted to a fixed path, and comes back filled in", () => {
    const query = { languages: ["my"], age: 14, noDocuments: true };
    const listing = aView({ languages: [{ code: "my", mode: "direct" }] });
    const page = draw({ ...pageOf("area"), needs: columns([aMatch(listing, query)], []), query });
    expect(page).toMatch(/<form class="narrowform" method="post" action="\/en\/narrow"/u);
    expect(page).toMatch(/<option(?=[^>]* value="my")[^>]* selected/u);
    expect(page).toContain('name="age"');
    expect(page).toContain('value="14"');
    expect(page).toMatch(/name="no_documents" value="1"[^>]*checked/u);
    expect(page).toContain("Ask first");
  });

  it("makes no link of a number that cannot be dialled", () => {
    const [contact] = aView().detail?.contacts ?? [];
    const listing = contact === undefined ? aView() : aView({}, [{ ...contact, dial: null }]);
    const page = draw({ ...pageOf("area"), needs: columns([aMatch(listing)], []) });
    expect(page).toContain("053 123 456");
    expect(page).not.toContain("tel:");
  });

  it("sets real numbers that nobody here has checked apart", () => {
    const starter = aMatch(aView({ code: "9ZZZZ-2", starter: true }));
    const page = draw({ ...pageOf("area"), needs: columns([aMatch(aView()), starter], []) });
    const apart = page.indexOf("Real numbers, not yet checked by us");
    expect(apart).toBeGreaterThan(page.indexOf("Listing K7Q2M-4"));
    expect(page.indexOf("Listing 9ZZZZ-2")).toBeGreaterThan(apart);
  });
});

describe("the emergency page", () => {
  const html = draw({ ...pageOf("words"), page: "emergency" });

  it("puts the police last, as a choice, and what is not known before each number", () => {
    const order = ["000-669", "You can choose the police. You don’t have to.", "000-191"].map((part) =>
      html.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html.indexOf("We do not know who is told.")).toBeLessThan(html.indexOf("000-669"));
  });

  it("says who is told where the settings say so, and names whom nobody has asked about", () => {
    const [police, ambulance] = SETTINGS.emergency;
    if (police === undefined || ambulance === undefined) throw new Error("two numbers are needed");
    const told = draw({
      ...pageOf("words"),
      page: "emergency",
      settings: {
        ...SETTINGS,
        emergency: [
          { ...ambulance, tells: "nobody" },
          { ...police, tells: "police" },
        ],
      },
    });
    expect(told).toContain("Nobody is told.");
    expect(told).toContain("They may tell the police.");
    expect(told).toContain("We do not know whether they tell immigration or the child protection office.");
    expect(told).not.toContain("We do not know who is told.");
  });

  it("links only what can be dialled", () => {
    expect([...html.matchAll(/href="tel:([^"]*)"/gu)].map(([, number]) => number)).toEqual(["669"]);
  });
});

describe("the area sheet", () => {
  const html = draw(pageOf("sheet"));

  it("has three columns and a row for each of the twelve needs, in the field's order", () => {
    expect(count(html, /<th scope="col">/gu)).toBe(3);
    const rows = [...html.matchAll(/<th scope="row">.*?<span>([^<]*)<\/span>/gsu)].map(([, need]) => need);
    expect(rows).toHaveLength(NEEDS.length);
    expect(rows.slice(0, 4)).toEqual([
      "A safe place to live",
      "Doctor and health care",
      "Someone to talk to",
      "School and learning",
    ]);
  });

  it("leaves dotted lines where nothing is listed", () => {
    expect(count(html, /<li class="blank">/gu)).toBe(NEEDS.length * 2 - 1);
  });

  it("says when it was printed, when to check again, what was not checked, and who publishes it", () => {
    expect(html).toContain("printed 30 Nov 2026");
    expect(html).toContain("Check again after 28 Feb 2027");
    expect(html).toContain("not checked");
    expect(html).toContain("Published by Northern Help Guide.");
  });
});

describe("a page in Thai", () => {
  const html = draw({ ...pageOf("area"), lang: "th", area: CHIANG_MAI });

  it("is marked as Thai and leads to Thai pages", () => {
    expect(html).toMatch(/<html lang="th" dir="ltr">/u);
    expect(html).toContain('action="/th/narrow"');
    expect(html).toContain('href="/en/area/TH-50"');
  });

  it("marks the English name of a listing as English", () => {
    expect(html).toContain('<span lang="en" dir="ltr">Listing K7Q2M-4</span>');
  });
});
