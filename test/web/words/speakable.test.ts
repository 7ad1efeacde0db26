import { describe, expect, test } from "vitest";
import type { ListingDetail, ListingView } from "#server/contract/listing-view.ts";
import { speakable } from "#web/words/speakable.ts";
import { speakableText } from "#web/words/speakable-text.ts";
import { aContact, aListing, en, th } from "./a-listing.ts";

const NOTHING: ListingDetail = {
  id: "1",
  website: null,
  texts: {},
  contacts: [],
  costs: [],
  addresses: [],
  requiredDocuments: [],
  source: null,
};

const view = (detail: Partial<ListingDetail> = {}): ListingView => ({
  facts: aListing({ answers: { cost: { free: "yes" }, "documents-needed": { none: "yes" } } }),
  card: {
    name: { text: "Lantern Tree", lang: "en" },
    organization: { text: "Lantern Tree Clinic", lang: "en" },
    city: null,
    fee: null,
  },
  detail: { ...NOTHING, ...detail },
});

const texts = (listing: ListingView, words = en) => speakable(words, listing).map(({ text }) => text);

describe("a listing to be heard", () => {
  test("is sentences in the order of its page, the name first and the day of checking last", () => {
    const said = texts(view());
    expect(said[0]).toBe("Lantern Tree.");
    const order = [
      "Lantern Tree Clinic",
      "People without papers",
      "Free",
      "We do not know whether they tell",
    ];
    const places = order.map((part) => said.findIndex((line) => line.includes(part)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(said.at(-1)).toBe("Not yet checked by us.");
  });

  test("says what must be known before the number, and the number digit by digit", () => {
    const said = texts(view({ contacts: [aContact({ value: "053 123 456", recorded: "no" })] }));
    const number = said.indexOf("0 5 3 1 2 3 4 5 6.");
    expect(number).toBeGreaterThan(0);
    expect(said.findIndex((line) => line.startsWith("Not recorded"))).toBeLessThan(number);
    expect(said.findIndex((line) => line.startsWith("Not recorded"))).toBeGreaterThan(-1);
  });

  test("says that nobody has told us instead of leaving out who is told", () => {
    expect(texts(view()).join(" ")).toContain("We do not know whether they tell");
  });

  test("keeps each text in the language it is really in, so that no voice reads another", () => {
    const said = speakable(th, view({ texts: { description: { text: "Private talks", lang: "en" } } }));
    expect(said.find(({ text }) => text === "Private talks.")?.lang).toBe("en");
    expect(said.filter(({ text }) => /\p{Script=Thai}/u.test(text)).every(({ lang }) => lang === "th")).toBe(
      true,
    );
  });

  test("says nothing twice and nothing empty", () => {
    const said = texts(view({ texts: { whoIsTold: { text: "Nobody.\n\nNobody.", lang: "en" } } }));
    expect(new Set(said).size).toBe(said.length);
    expect(said).not.toContain("");
  });
});

describe("a page of words to be heard", () => {
  test("is its title and every line of its lists and steps", () => {
    const lines = speakableText({
      page: "rights",
      country: "001",
      lang: "en",
      title: "Your rights",
      body: "You may ask.\n\n## Ask\n\n- who is told\n- what it costs\n\n1. Call.\nSomeone answers.",
      checked: true,
      date: "2026-11-01",
      source: null,
    });
    expect(lines.map(({ text }) => text)).toEqual([
      "Your rights",
      "You may ask.",
      "Ask",
      "who is told",
      "what it costs",
      "Call.",
      "Someone answers.",
    ]);
  });
});
