import { describe, expect, test } from "vitest";
import type { PublicText } from "#server/contract/public-text.ts";
import { chooseText, countriesOf, listTexts, textsFor } from "#server/domain/choose-text.ts";

const text = (country: string, lang: string, changes: Partial<PublicText> = {}): PublicText => ({
  page: "rights",
  country,
  lang,
  title: `${country} ${lang}`,
  body: "Words.",
  checked: false,
  date: "2026-11-21",
  source: null,
  ...changes,
});
const shown = (texts: readonly PublicText[], country: string, lang: string) => {
  const chosen = chooseText(texts, "rights", country, lang);
  return chosen === null ? null : [chosen.text.title, chosen.english?.title ?? null];
};

describe("which text a reader gets", () => {
  const all = [text("001", "en"), text("001", "th"), text("KH", "en"), text("TH", "th")];
  test.each([
    ["TH", "th", ["TH th", null]],
    ["KH", "th", ["001 th", "001 en"]],
    ["KH", "en", ["KH en", null]],
    ["KH", "my", ["KH en", null]],
    ["VN", "my", ["001 en", null]],
    ["VN", "th", ["001 th", "001 en"]],
  ])("in %s, reading %s: their language before all, then their country", (country, lang, expected) => {
    expect(shown(all, country, lang)).toEqual(expected);
  });

  test("a text in a language nobody asked for is better than none, and none is said", () => {
    expect(shown([text("001", "my")], "TH", "th")).toEqual(["001 my", null]);
    expect(shown([], "TH", "th")).toBeNull();
    expect(shown([text("KH", "en")], "TH", "en")).toBeNull();
  });

  test("below a translation that a speaker has checked there is no English", () => {
    expect(shown([text("001", "en"), text("001", "th", { checked: true })], "TH", "th")).toEqual([
      "001 th",
      null,
    ]);
  });

  test("countries with a text of their own are named, and a language takes the English along", () => {
    expect(countriesOf(all, "rights")).toEqual(["KH", "TH"]);
    expect(textsFor(all, "th")).toEqual(all);
    expect(textsFor(all, "en").map(({ title }) => title)).toEqual(["001 en", "KH en"]);
    expect(
      listTexts([text("001", "en", { page: "court" }), ...all], "TH", "en").map(({ page }) => page),
    ).toEqual(["rights", "court"]);
  });
});
