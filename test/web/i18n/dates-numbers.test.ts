import { afterEach, describe, expect, it, vi } from "vitest";
import { wordsFor } from "#web/i18n/all.ts";
import {
  clockMinutes,
  dateText,
  daysBetween,
  fromToText,
  monthText,
  timeText,
  weekdayText,
} from "#web/i18n/dates.ts";
import { endonym, NAMED_LANGUAGES } from "#web/i18n/endonyms.ts";
import { languageName } from "#web/i18n/language-names.ts";
import { listText } from "#web/i18n/lists.ts";
import { moneyText, numberText } from "#web/i18n/numbers.ts";
import { sizeText } from "#web/i18n/sizes.ts";

const en = wordsFor("en");
const th = wordsFor("th");

describe("dates", () => {
  it("are Gregorian in English and Buddhist in Thai", () => {
    expect(dateText(en, "2026-10-12")).toBe("12 Oct 2026");
    expect(dateText(th, "2026-10-12")).toBe("12 ต.ค. 2569");
    expect(monthText(en, "2026-10-12")).toBe("Oct 2026");
    expect(dateText(en, "2026-05")).toBe("May 2026");
    expect(dateText(en, "2026-10-12T23:59:59Z")).toBe("12 Oct 2026");
  });

  it("leave what is not a date as it is", () => {
    expect(dateText(en, "last spring")).toBe("last spring");
    expect(dateText(en, "2026-13-01")).toBe("2026-13-01");
  });

  it("have plain clocks with Western digits", () => {
    expect(timeText(en, 990)).toBe("16:30");
    expect(timeText(th, 990)).toBe("16.30 น.");
    expect(fromToText(en, 540, 990)).toBe("9:00–16:30");
    expect(fromToText(th, 540, 990)).toBe("9.00–16.30 น.");
    expect(clockMinutes("08:05")).toBe(485);
    expect(clockMinutes("soon")).toBeNull();
    expect(weekdayText(en, "MO")).toBe("Mon");
    expect(weekdayText(th, "TH", true)).toBe("วันพฤหัสบดี");
  });

  it("count days without clocks", () => {
    expect(daysBetween("2026-10-14", "2026-11-21")).toBe(38);
  });
});

describe("numbers", () => {
  it("group thousands and keep decimals only where there are some", () => {
    expect(numberText(en, 1_234_567)).toBe("1,234,567");
    expect(numberText(en, 30)).toBe("30");
    expect(numberText(en, 2.5)).toBe("2.50");
    expect(numberText(en, -3)).toBe("−3");
  });

  it("name the money of the place, and leave the code of any other", () => {
    expect(moneyText(en, 600, "THB")).toBe("600 baht");
    expect(moneyText(th, 1500, "THB")).toBe("1,500 บาท");
    expect(moneyText(en, 10, "NOK")).toBe("10 NOK");
  });

  it("say sizes as the design does", () => {
    expect(sizeText(en, 84_000)).toBe("84 kB");
    expect(sizeText(en, 700_000)).toBe("0.7 MB");
    expect(sizeText(en, 3_000_000)).toBe("3 MB");
  });
});

describe("names of languages", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("are there for languages that browsers do not know", () => {
    expect(languageName(en, "ksw")).toBe("Sgaw Karen");
    expect(languageName(th, "shn")).toBe("ไทใหญ่");
    expect(languageName(en, "rhg")).toBe("Rohingya");
    expect(endonym("my")).toBe("မြန်မာ");
    expect(endonym("xxx")).toBeNull();
  });

  it("do not need the browser's tables", () => {
    vi.stubGlobal("Intl", {});
    for (const code of NAMED_LANGUAGES) {
      expect(languageName(en, code)).not.toBe(code);
      expect(languageName(th, code)).toMatch(/[\u0e00-\u0e7f]/u);
    }
    expect(dateText(th, "2026-10-12")).toBe("12 ต.ค. 2569");
    expect(moneyText(en, 5000, "THB")).toBe("5,000 baht");
  });

  it("read a regional code like its language, and leave an unknown one as it is", () => {
    expect(languageName(en, "zh-Hans")).toBe("Chinese");
    expect(languageName(en, "qaa")).toBe("qaa");
  });

  it("stand in lists as the language lists things", () => {
    expect(listText(en, ["Thai", "Burmese"])).toBe("Thai, Burmese");
    expect(listText(th, ["ไทย", "พม่า"])).toBe("ไทย พม่า");
  });
});
