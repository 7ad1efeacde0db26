import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { TEXTS } from "#db/seed/texts/index.ts";
import { EXPLAINING_PAGE, TEXT_PAGES } from "#db/vocabulary.ts";
import { TextRecord } from "#server/contract/public-text.ts";
import { readTextBlocks } from "#server/domain/text-blocks.ts";
import { BANNED, longestSentence } from "./public-texts.ts";

/** Every word of a text, a line a heading, paragraph, item or step. */
const linesOf = ({ title, body }: Pick<TextRecord, "title" | "body">) => [
  title,
  ...readTextBlocks(body).flatMap((block) => {
    if (block.kind === "list") return block.items;
    if (block.kind === "steps") return block.items.flatMap((step) => [step.title, step.text]);
    return [block.text];
  }),
];
const MORE_BANNED = [
  /survivor/iu,
  /\beligib/iu,
  /confidential/iu,
  /verified/iu,
  /panic/iu,
  /โสเภณี/u,
  /ผิดกฎหมาย/u,
  /ผู้เสียหาย/u,
];
const banned = [...BANNED, ...MORE_BANNED];
/** Words of the second column, which "general help only" hides. */
const SPECIALISED = [/specialised/iu, /เฉพาะทาง/u];
const plain = TEXTS.filter(({ page }) => page !== EXPLAINING_PAGE);
const where = ({ page, language }: TextRecord) => `${language} ${page}`;

/** About how many syllables an English word has. */
const syllables = (word: string) =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, "")
        .match(/[aeiouy]{1,2}/gu) ?? []
    ).length,
  );

describe("the default texts", () => {
  test("there is one of each page in each language, and each is a valid record", () => {
    for (const language of ["en", "th"]) {
      expect(TEXTS.filter((text) => text.language === language).map(({ page }) => page)).toEqual([
        ...TEXT_PAGES,
      ]);
    }
    for (const text of TEXTS) expect(v.parse(TextRecord, text), where(text)).toEqual(text);
  });

  test("each says its day and its source, and that no one here has checked it", () => {
    for (const text of TEXTS) {
      expect([text.country, text.checked, text.source === null, text.state], where(text)).toEqual([
        "001",
        false,
        false,
        "published",
      ]);
      expect(text.date).toMatch(/^2026-\d\d-\d\d$/u);
    }
  });

  test("English sentences have fifteen words or fewer, and the pages stay short", () => {
    for (const text of TEXTS.filter(({ language }) => language === "en")) {
      for (const line of linesOf(text))
        expect([where(text), line, longestSentence(line) <= 15]).toEqual([where(text), line, true]);
      expect(text.body.split(/\s+/u).length, where(text)).toBeLessThanOrEqual(320);
    }
  });

  test("English words are short: fewer than 1.5 syllables each on average", () => {
    for (const text of TEXTS.filter(({ language, page }) => language === "en" && page !== "sources")) {
      const words =
        linesOf(text)
          .join(" ")
          .match(/[A-Za-z]+/gu) ?? [];
      const average = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
      expect([where(text), average < 1.5]).toEqual([where(text), true]);
    }
  });

  test("no page but the one that explains says the words of the field, in any language", () => {
    for (const text of plain) {
      for (const line of linesOf(text))
        for (const word of banned) expect(line, where(text)).not.toMatch(word);
    }
    const explaining = TEXTS.filter(({ page }) => page === EXPLAINING_PAGE);
    expect(explaining.every(({ body }) => /trafficking|ค้ามนุษย์/u.test(body))).toBe(true);
    for (const { title } of explaining) for (const word of banned) expect(title).not.toMatch(word);
  });

  test("no page but the one that explains names the other kind of help, so that it can be hidden whole", () => {
    for (const text of plain)
      for (const word of SPECIALISED) expect(text.body, where(text)).not.toMatch(word);
  });

  test("none has exclamation marks, straight apostrophes or markup, or promises for a service", () => {
    for (const text of TEXTS) {
      const said = linesOf(text).join("\n");
      expect(said, where(text)).not.toMatch(/[!！'<>]|\bhttps?:/u);
      expect(said, where(text)).not.toMatch(/they will help|we will help|guarantee/iu);
    }
  });

  test("both languages have the same shape, so that one can be read beside the other", () => {
    for (const page of TEXT_PAGES) {
      const [en, th] = ["en", "th"].map((language) =>
        readTextBlocks(
          TEXTS.find((text) => text.page === page && text.language === language)?.body ?? "",
        ).map((block) => ("items" in block ? `${block.kind} ${block.items.length}` : block.kind)),
      );
      expect([page, th]).toEqual([page, en]);
    }
  });
});
