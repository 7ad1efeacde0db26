import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cutWords, qrSvg, toRun } from "#server/edition/typst/prepare.ts";
import { qrCode } from "#server/edition/qr.ts";
import { namesIt } from "#server/domain/general-only.ts";
import { wordsFor } from "#web/i18n/all.ts";

describe("texts on their way to the template", () => {
  test("languages without spaces are cut into words, and lose no letter", () => {
    for (const [lang, text] of [
      ["th", "คุณไม่ต้องคุยกับตำรวจเพื่อรับความช่วยเหลือ"],
      ["lo", "ທ່ານບໍ່ຕ້ອງເວົ້າກັບຕຳຫຼວດ"],
      ["km", "អ្នកអាចសុំជំនួយបាន។"],
      ["my", "သင်အကူအညီတောင်းနိုင်သည်။"],
    ] as const) {
      const words = cutWords(text, lang);
      expect(Array.isArray(words)).toBe(true);
      expect([...words].join("")).toBe(text);
    }
  });

  test("a stop stays with its word, and spaced languages stay whole", () => {
    expect(cutWords("အကူအညီ။", "my")).toEqual([expect.stringMatching(/။$/u)]);
    expect(cutWords("You can ask.", "en")).toBe("You can ask.");
  });

  test("zero-width spaces never reach Typst, which turns letters around at them", () => {
    expect(JSON.stringify(toRun({ text: "นี้\u200bคือ", lang: "th" }))).not.toContain("\u200b");
    expect(toRun({ text: "a\u2060b\ufeff", lang: "en" }).t).toBe("ab");
  });

  test("numbers inside right-to-left text keep their order", () => {
    const run = toRun({ text: "اتصل على 000 0000 008 الآن", lang: "ar" });
    expect(run.r).toBe(true);
    expect(run.t).toContain("\u2066000 0000 008\u2069");
    // The day stays with its month: it is not drawn to the code before it.
    expect(toRun({ text: "الإصدار 7ceb2fc7 · 28 نوفمبر 2026", lang: "ar" }).t).toBe(
      "الإصدار \u20667ceb2fc7\u2069 · 28 نوفمبر \u20662026\u2069",
    );
    // A key is read in its own order, whole.
    expect(toRun({ text: "المفتاح DFWT\u00a0W9P7 DYF1 2CFH N26F", lang: "ar" }).t).toBe(
      "المفتاح \u2066DFWT\u00a0W9P7 DYF1 2CFH N26F\u2069",
    );
    expect(toRun({ text: "الرمز PE0P2-B", lang: "ar" }).t).toContain("\u2066PE0P2-B\u2069");
  });

  test("a QR code is drawn with a quiet margin", () => {
    const code = qrCode("https://help.example.org/en/#K7Q2M-4");
    expect(qrSvg(code)).toContain(`viewBox="0 0 ${code.size + 6} ${code.size + 6}"`);
    expect(code.rows).toHaveLength(code.size);
  });
});

describe("words of editions", () => {
  test("every print message that the edition names is there", () => {
    const folder = join(import.meta.dirname, "../../server/edition");
    const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith(".ts"))
      .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
      .join("\n");
    const keys = [...new Set([...sources.matchAll(/"(print\.[a-z0-9.-]+)"/gu)].map(([, key]) => key ?? ""))];
    expect(keys.length).toBeGreaterThan(80);
    const { t } = wordsFor("en");
    const values = { n: 1, place: "", date: "", version: "", language: "", name: "", sources: "" };
    expect(keys.filter((key) => !isThere(() => t(key as Parameters<typeof t>[0], values)))).toEqual([]);
  });

  test("what names trafficking is known in the languages of the interface", () => {
    expect(namesIt("Anti-Trafficking Centre")).toBe(true);
    expect(namesIt("ศูนย์ต่อต้านการค้ามนุษย์")).toBe(true);
    expect(namesIt("Traffic police desk")).toBe(false);
    expect(namesIt("Legal advice")).toBe(false);
  });
});

function isThere(say: () => string): boolean {
  try {
    return say().length > 0;
  } catch {
    return false;
  }
}
