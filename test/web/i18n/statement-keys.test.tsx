import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Relied } from "#web/components/relied.tsx";
import { type Site, SiteContext } from "#web/components/site-context.ts";
import { wordsFor } from "#web/i18n/all.ts";
import { STATEMENT_KEYS } from "#web/i18n/statement-keys.ts";
import { renderPage } from "#web/render.tsx";
import { ASSETS, PAGES, SETTINGS } from "../sample-pages.ts";

const th = wordsFor("th");
const en = wordsFor("en");
const VALUES = { who: "WHO", name: "NAME", n: 2 };

const site = (english: Site["english"]): Site => ({
  words: th,
  english: english ?? null,
  settings: SETTINGS,
  areas: [],
  languages: ["en", "th"],
  screen: null,
  here: () => "/",
  now: () => null,
  local: () => null,
  localWords: null,
  back: null,
  go: null,
  generalOnly: false,
  formToken: null,
  send: null,
  sendLater: null,
  speak: null,
  country: null,
  answering: null,
});

const drawn = (english: Site["english"], key: (typeof STATEMENT_KEYS)[number]) =>
  renderToString(
    <SiteContext.Provider value={site(english)}>
      <Relied say={(words) => words.t(key, VALUES)} />
    </SiteContext.Provider>,
  );

/** As it stands in HTML. */
const html = (text: string) => renderToString(<>{text}</>);

describe("a sentence that somebody may rely on", () => {
  test.each(STATEMENT_KEYS)("stands in unchecked Thai and in English below, marked: %s", (key) => {
    const text = drawn(en, key);
    const thai = text.indexOf(html(th.t(key, VALUES)));
    expect(thai).toBeGreaterThan(-1);
    const below = text.slice(thai + 1);
    expect(below).toContain('lang="en" dir="ltr"');
    expect(below).toContain(html(en.t(key, VALUES)));
  });

  test.each(STATEMENT_KEYS)("stands alone once the language is checked: %s", (key) => {
    expect(drawn(null, key)).toBe(html(th.t(key, VALUES)));
  });
});

/** Statements without values: those can be found in a page as they are. */
const plain = STATEMENT_KEYS.filter(
  (key) => th.t(key, { who: "A", name: "A", n: 1 }) === th.t(key, { who: "B", name: "B", n: 2 }),
);

const inLanguage = (lang: string) =>
  PAGES.filter(({ kind }) => kind !== "sheet").map((page) => ({ ...page, lang }));

describe("every page in an unchecked language", () => {
  test("has the English of each such sentence that it draws, and no page in English has it twice", () => {
    let seen = 0;
    for (const page of inLanguage("th")) {
      const text = renderPage(page, ASSETS);
      for (const key of plain) {
        if (!text.includes(`>${html(th.t(key))}`)) continue;
        seen++;
        expect(text, `${page.kind} draws ${key}`).toContain(html(en.t(key)));
      }
    }
    expect(seen).toBeGreaterThan(10);
    for (const page of inLanguage("en")) expect(renderPage(page, ASSETS)).not.toContain('class="also"');
  });
});
