import { describe, expect, it } from "vitest";
import { writingHints } from "#server/domain/plain-language.ts";

const kinds = (text: string, lang = "en") => writingHints(text, lang).map(({ kind }) => kind);

describe("hints for whoever writes a public text", () => {
  it("are none for short sentences of short words, in languages with and without spaces", () => {
    expect(kinds("You can come alone. Bring nothing. We talk first, and you can leave at any time.")).toEqual(
      [],
    );
    expect(kinds("มาคนเดียวได้ ไม่ต้องเอาอะไรมา", "th")).toEqual([]);
    expect(kinds("", "en")).toEqual([]);
  });

  it("name a word that stigmatises, as it stands there", () => {
    expect(writingHints("A home for victims.", "en")).toContainEqual({ kind: "banned", word: "victim" });
    expect(writingHints("บ้านสำหรับเหยื่อ", "th")).toContainEqual({ kind: "banned", word: "เหยื่อ" });
  });

  it("name a sentence of more than fifteen words by its beginning, each of them", () => {
    const long = Array.from({ length: 16 }, () => "we go").join(" ");
    expect(writingHints(`Short. ${long}.`, "en")).toContainEqual({
      kind: "long-sentence",
      words: 32,
      start: long.slice(0, 30),
    });
    const thai = "คุณมาที่นี่ได้ทุกวันเพื่อพูดคุยกับคนของเราเรื่องงานเรื่องเงินเรื่องบ้านเรื่องลูกและเรื่องสุขภาพของคุณ";
    expect(kinds(thai, "th")).toContain("long-sentence");
  });

  it("say how many years of school an English text takes, and that of no other language", () => {
    const hard =
      "Comprehensive psychosocial rehabilitation facilitates sustainable socioeconomic inclusion. Individualised intervention documentation necessitates institutional authorisation.";
    expect(kinds(hard)).toContain("hard");
    expect(kinds(hard, "vi")).not.toContain("hard");
  });

  it("see a text that is too long for a phone, and one that shouts", () => {
    expect(kinds("We talk. ".repeat(60))).toContain("long-text");
    expect(kinds("Come now!")).toEqual(["loud"]);
  });
});
