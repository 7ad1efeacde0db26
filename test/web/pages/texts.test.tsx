import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { REPORT_KINDS } from "#db/vocabulary.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import { type Site, SiteContext } from "#web/components/site-context.ts";
import { wordsFor } from "#web/i18n/all.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { GuidePage } from "#web/pages/guide.tsx";
import { renderPage } from "#web/render.tsx";
import { ASSETS, EXPLAINING, pageOf, RIGHTS } from "../sample-pages.ts";

const textPage = pageOf("text");
const draw = (changes: Partial<typeof textPage>) => renderPage({ ...textPage, ...changes }, ASSETS);
const mainOf = (html: string) => /<main.*<\/main>/su.exec(html)?.[0] ?? "";
const THAI: PublicText = { ...RIGHTS, lang: "th", title: "สิทธิของคุณ", body: "คุณเลือก" };

describe("a page of words", () => {
  test("draws paragraphs, headings, lists and steps, with its day, its source and that nobody checked it", () => {
    const html = mainOf(draw({}));
    expect(html).toContain("<p>You choose.</p>");
    expect(html).toContain("<h2>Ask</h2>");
    expect(html).toContain("<li>Who will be told?</li>");
    expect(html).toMatch(/<ol class="steps"><li><b>Ask\.<\/b>One sentence is enough\.<\/li>/u);
    expect(html).toMatch(/Not yet checked by this directory\. Written 1 Nov 2026\. From Test office\./u);
  });

  test("shows markup of the web as the words that it is", () => {
    const html = draw({ chosen: { text: { ...RIGHTS, body: '<img src=x onerror="go()">' }, english: null } });
    expect(html).toContain("&lt;img src=x onerror=&quot;go()&quot;>");
    expect(html).not.toContain("<img");
  });

  test("has the English below an unchecked translation, marked as English and without a heading of its own level", () => {
    const html = mainOf(draw({ lang: "th", chosen: { text: THAI, english: RIGHTS } }));
    expect(html).toContain("คุณเลือก");
    expect(html).toContain("คนที่ทำรายการนี้ยังไม่ได้ตรวจ");
    const english = /<section class="english">.*<\/section>/su.exec(html)?.[0] ?? "";
    expect(english).toMatch(/<div class="words" lang="en" dir="ltr">.*You choose\./su);
    expect([...english.matchAll(/<h2>/gu)]).toHaveLength(1);
  });

  test("has no English below a checked one, and says so when there is nothing in the reader's language", () => {
    const checked = mainOf(draw({ lang: "th", chosen: { text: { ...THAI, checked: true }, english: null } }));
    expect(checked).not.toContain("You choose.");
    expect(checked).toContain("คนที่ทำรายการนี้ตรวจแล้ว");
    const missing = mainOf(draw({ lang: "th", chosen: { text: RIGHTS, english: null } }));
    expect(missing).toMatch(/<h1[^>]* lang="en" dir="ltr">Your rights, in short<\/h1>/u);
    expect(missing).toMatch(/<div class="words" lang="en" dir="ltr">/u);
  });

  test("of one country says which, and every-country pages lead to those", () => {
    expect(draw({ chosen: { text: { ...RIGHTS, country: "TH" }, english: null } })).toContain(
      "Written for Thailand.",
    );
    expect(draw({})).toContain('href="/en/rights/TH"');
  });

  test("about who runs this names them, written or not", () => {
    const html = mainOf(draw({ page: "about", chosen: null, countries: [] }));
    expect(html).toContain("Northern Help Guide runs this list.");
    expect(html).toContain("Nothing is written here yet.");
  });
});

const site = (generalOnly: boolean, lang = "en"): Site => {
  const words = wordsFor(lang);
  const none = {
    areas: [],
    languages: ["en"],
    screen: null,
    localWords: null,
    back: null,
    go: null,
    formToken: null,
    send: null,
  };
  return {
    ...none,
    words,
    settings: textPage.settings,
    here: () => "/",
    now: () => null,
    local: () => null,
    generalOnly,
    sendLater: null,
    speak: null,
    country: null,
    answering: null,
  };
};
const guide = (generalOnly: boolean, lang = "en") =>
  renderToString(
    <SiteContext.Provider value={site(generalOnly, lang)}>
      <GuidePage texts={[EXPLAINING, RIGHTS]} />
    </SiteContext.Provider>,
  );

describe("your rights and how this works", () => {
  test("leads to every page that is written, and to staying safe and suggesting, which always stand", () => {
    const html = guide(false);
    for (const path of ["rights", "what-happened", "safe", "suggest", "about"]) {
      expect(html).toContain(`href="/en/${path}"`);
    }
    expect(html).not.toContain('href="/en/court"');
  });

  test("says of a page that is in another language which one it is, before it is opened", () => {
    const words = wordsFor("km");
    const mark = words.t("listing.mark-language", { language: languageName(words, "en") });
    // Of the two that are written, and of none of ours.
    expect(guide(false, "km").split(mark)).toHaveLength(3);
    expect(guide(false)).not.toContain("textmark");
  });

  test("does not lead to the page that explains when only general help is wished", () => {
    expect(guide(true)).not.toContain("what-happened");
    expect(guide(true)).toContain('href="/en/open/rights"');
  });

  test("is one press away from every page, in the top bar and at the foot", () => {
    const html = renderPage(pageOf("error"), ASSETS);
    expect([...html.matchAll(/href="\/en\/guide"/gu)]).toHaveLength(2);
    expect(html).toMatch(
      /<footer.*You choose\. You can say yes, say no, or change your mind\. Being listed is not a promise\./su,
    );
  });
});

describe("tell us, without a script", () => {
  const html = renderPage(pageOf("area"), ASSETS);

  test("stands in each listing as forms to a fixed path, with every kind as one press and no text box", () => {
    const [form = ""] =
      /<form method="post" action="\/en\/tell-us" class="tell">.*?<\/form>/su.exec(html) ?? [];
    expect(form).toMatch(/<input type="hidden" name="listing" value="[0-9A-Z]{5}-[0-9A-Z]"/u);
    const kinds = [...html.matchAll(/name="kind" value="([a-z-]+)"/gu)].map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(REPORT_KINDS));
    expect(form).not.toMatch(/<textarea|type="text"/u);
    expect(html).toContain("We keep the place, your answer and the week. Nothing else.");
  });

  test("is answered by a page that says what happens and repeats nothing", () => {
    const told = mainOf(renderPage(pageOf("told"), ASSETS));
    expect(told).toContain("A person reads it.");
    expect(told).toContain("If very many messages come in one week, we only count them.");
    expect(told).not.toMatch(/<input|K7Q2M/u);
  });

  test("a suggestion asks for five things about the service and nothing about the person", () => {
    const form = mainOf(renderPage(pageOf("suggest"), ASSETS));
    expect([...form.matchAll(/<(?:input|select)[^>]* name="([a-z]+)"/gu)].map(([, name]) => name)).toEqual([
      "name",
      "area",
      "need",
      "channel",
      "contact",
    ]);
    expect(form).toContain("Write nothing about yourself or anyone else.");
    expect(form).not.toMatch(/<textarea|type="email"/u);
  });
});
