import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { markText, OwnWords } from "#web/components/own-words.tsx";
import { type Site, SiteContext } from "#web/components/site-context.ts";
import { wordsFor } from "#web/i18n/all.ts";

const th = wordsFor("th");
const draw = (phrase: Parameters<typeof OwnWords>[0]["phrase"]) =>
  renderToString(
    <SiteContext.Provider value={{ words: th } as Site}>
      <OwnWords phrase={phrase} />
    </SiteContext.Provider>,
  );

test("a text of a listing says that it is in another language, not checked or older than its source, and else nothing", () => {
  expect(draw({ text: "ฟรี", lang: "th" })).toBe("ฟรี");
  const unchecked = draw({ text: "ฟรี", lang: "th", mark: "unchecked" });
  expect(unchecked).toMatch(/^ฟรี<small class="textmark">.*คำแปลนี้ยังไม่ได้ตรวจ<\/small>$/u);
  expect(draw({ text: "ฟรี", lang: "th", mark: "stale" })).toContain("คำแปลนี้อาจไม่ตรงกับข้อมูลล่าสุด");
  const english = draw({ text: "Free", lang: "en" });
  expect(english).toContain('<span lang="en" dir="ltr">Free</span>');
  expect(english).toContain("เป็นภาษาอังกฤษ");
  expect(markText(th, { text: "–", lang: "und" })).toBeNull();
});
