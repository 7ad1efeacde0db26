import { describe, expect, it } from "vitest";
import { NEEDS } from "#db/vocabulary.ts";
import { serviceNamesFor, WORDS_IN, wordsFor } from "#web/i18n/all.ts";
import { interfaceLanguage, LANGUAGES, scriptOf } from "#web/i18n/languages.ts";
import { NOT_CHECKED } from "#web/i18n/not-checked.ts";
import { loadServiceNames } from "#web/i18n/load-service-names.ts";
import { loadAllWords, loadWords, OFFERED } from "#web/i18n/load.ts";

describe("words", () => {
  it("are the same when they are loaded alone and when all are there", async () => {
    expect(OFFERED).toEqual(WORDS_IN);
    for (const lang of OFFERED) {
      const words = await loadWords(lang);
      expect(words.lang).toBe(lang);
      await loadAllWords(lang);
      expect(words.t("listing.told-us")).toBe(wordsFor(lang).t("listing.told-us"));
      for (const need of NEEDS) expect(words.t(`need.${need}`)).toBe(wordsFor(lang).t(`need.${need}`));
    }
  });

  it("call staying somewhere by one word, in the question, its answers and what is asked on the phone", () => {
    const one: Readonly<Record<string, RegExp>> = {
      en: /stay/iu,
      th: /ค้าง/u,
      lo: /ພັກຢູ່ຫັ້ນ/u,
      km: /ស្នាក់នៅទីនោះ/u,
      my: /အဲဒီမှာ/u,
      vi: /ở lại đó/iu,
      zh: /住在那里/u,
      id: /inap/iu,
      ms: /inap/iu,
      fil: /tira|tumira/iu,
      ar: /إقامة|يقيم/u,
      sq: /qëndr/iu,
    };
    const keys = [
      "question.stay",
      "question.stay-short",
      "question.stay-said-no",
      "question.stay-said-yes",
      "answer.staying.yes",
      "answer.staying.no",
      "answer.staying.ask",
      "question-to-ask.staying",
      "reason.stay-needed",
      "reason.stay-unknown",
    ] as const;
    for (const lang of WORDS_IN)
      for (const key of keys) expect(wordsFor(lang).t(key), `${lang} ${key}`).toMatch(one[lang] ?? /^$/u);
  });

  it("fall back to English, and say so, for a language without words", async () => {
    expect(wordsFor("xx").lang).toBe("en");
    expect((await loadWords("xx")).lang).toBe("en");
  });

  it("put values in, by number where a language has numbers", () => {
    expect(wordsFor("en").t("results.show", { n: 1 })).toBe("Show 1 place");
    expect(wordsFor("en").t("results.show", { n: 7 })).toBe("Show 7 places");
    expect(wordsFor("th").t("results.show", { n: 7 })).toBe("แสดง 7 แห่ง");
  });

  it("name sub-services in both languages, an unknown one by its code", async () => {
    expect(serviceNamesFor("en").label("legal-advice")).toBe("Legal advice");
    expect(serviceNamesFor("th").label("legal-advice")).toBe("คำแนะนำทางกฎหมาย");
    expect((await loadServiceNames("th")).about("wage-claim")).toContain("ศาลแรงงาน");
    expect(serviceNamesFor("en").label("not-a-service")).toBe("not-a-service");
  });
});

describe("languages of the interface", () => {
  it("each have an own name, a writing and the sentence that nobody has checked them", () => {
    expect(LANGUAGES.map((language) => language.code)).toEqual([
      "en",
      "th",
      "lo",
      "km",
      "my",
      "vi",
      "id",
      "ms",
      "fil",
      "zh",
      "sq",
      "ar",
    ]);
    for (const { code, endonym, script } of LANGUAGES) {
      expect(endonym).not.toBe("");
      expect(NOT_CHECKED[code]?.length).toBeGreaterThan(5);
      expect(script).toMatch(/^[A-Z][a-z]{3}$/u);
    }
  });

  it("are unchecked but English", () => {
    expect(LANGUAGES.filter((language) => language.checked).map((language) => language.code)).toEqual(["en"]);
  });

  it("run right to left in Arabic alone", () => {
    expect(LANGUAGES.filter((language) => language.dir === "rtl").map((language) => language.code)).toEqual([
      "ar",
    ]);
    expect(interfaceLanguage("xx")).toBeNull();
    expect(scriptOf("my")).toBe("Mymr");
  });
});
