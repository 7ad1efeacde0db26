import { describe, expect, it } from "vitest";
import { wordsFor } from "#web/i18n/all.ts";
import { renamed } from "#web/i18n/renamed.ts";
import { renderPage } from "#web/render.tsx";
import { ASSETS, PAGES, SETTINGS } from "./sample-pages.ts";

const [home] = PAGES.filter(({ kind }) => kind === "home");

describe("words of a directory’s own", () => {
  const words = { en: { "need.legal": "Talk with a lawyer" } };

  it("stand on the pages in their language, and nowhere else", () => {
    expect(renamed(wordsFor("en"), { words }).t("need.legal")).toBe("Talk with a lawyer");
    expect(renamed(wordsFor("en"), { words }).t("need.medical")).toBe(wordsFor("en").t("need.medical"));
    expect(renamed(wordsFor("th"), { words })).toBe(wordsFor("th"));
    if (home === undefined) throw new Error("There is no home page among the samples");
    expect(renderPage({ ...home, settings: { ...SETTINGS, words } }, ASSETS)).toContain("Talk with a lawyer");
    expect(renderPage(home, ASSETS)).not.toContain("Talk with a lawyer");
  });
});

describe("colours of a directory’s own", () => {
  it("come as a file of our own, which pages name only where somebody chose some", () => {
    if (home === undefined) throw new Error("There is no home page among the samples");
    const colours = { trail: "#103050", action: null };
    expect(renderPage({ ...home, settings: { ...SETTINGS, colours } }, ASSETS)).toContain(
      'href="/colours.css"',
    );
    expect(renderPage(home, ASSETS)).not.toContain("colours.css");
  });
});
