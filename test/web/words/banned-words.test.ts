import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BANNED, BANNED_THAI } from "#server/domain/banned-words.ts";

const folder = new URL("../../../web/i18n/messages/", import.meta.url);
const messages = (lang: string): [string, string][] =>
  readdirSync(new URL(`${lang}/`, folder)).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(new URL(`${lang}/${file}`, folder), "utf8")) as Record<string, string>,
    ),
  );

interface Term {
  readonly code: string;
  readonly label: string;
  readonly description: string;
}
const taxonomy = JSON.parse(
  readFileSync(new URL("../../../db/seed/taxonomy.json", import.meta.url), "utf8"),
) as { areas: Term[]; services: Term[] };

const found = (texts: readonly [string, string][], banned: readonly RegExp[]) =>
  texts.filter(([, text]) => banned.some((word) => word.test(text))).map(([key]) => key);

describe("words that no public string says", () => {
  it.each(readdirSync(folder))("are in no message in %s", (lang) => {
    expect(found(messages(lang), [...BANNED, ...BANNED_THAI])).toEqual([]);
  });

  it("are in no label or description of the taxonomy", () => {
    const texts = [...taxonomy.areas, ...taxonomy.services].map(
      ({ code, label, description }): [string, string] => [code, `${label}. ${description}`],
    );
    expect(found(texts, BANNED)).toEqual([]);
  });

  it("are found where they do stand", () => {
    expect(
      found(
        [
          ["a", "Help for victims of Trafficking"],
          ["b", "Legal advice"],
        ],
        BANNED,
      ),
    ).toEqual(["a"]);
  });
});

describe("public sentences in English", () => {
  const sentences = messages("en").flatMap(([key, text]) =>
    text
      .replace(/\{n, plural, one \{(.*?\}?.*?)\} other \{.*\}\}/u, "$1")
      .split(/(?<=[.?:])\s+/u)
      .map((sentence): [string, string] => [key, sentence]),
  );

  it("have fifteen words or fewer", () => {
    expect(sentences.filter(([, text]) => text.split(/\s+/u).length > 15)).toEqual([]);
  });

  it("have no exclamation marks and no straight apostrophes", () => {
    expect(sentences.filter(([, text]) => /[!']/u.test(text))).toEqual([]);
  });

  it("promise nothing for a service", () => {
    expect(sentences.filter(([, text]) => /they will help|we will help|guarantee/iu.test(text))).toEqual([]);
  });
});
