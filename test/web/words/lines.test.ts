import { describe, expect, it } from "vitest";
import { PROVIDER_TYPES } from "#db/vocabulary.ts";
import { checkedMonth } from "#web/words/checked-month.ts";
import { checkedLine } from "#web/words/checked.ts";
import { languageSentences } from "#web/words/language-sentences.ts";
import { languagesLine } from "#web/words/languages.ts";
import { providerLine, providerName } from "#web/words/provider.ts";
import { runBy } from "#web/words/run-by.ts";
import { aListing, en, th } from "./a-listing.ts";

describe("languages", () => {
  const facts = aListing({
    languages: [
      { code: "th", mode: "direct" },
      { code: "my", mode: "direct" },
      { code: "kar", mode: "interpreter" },
    ],
  });

  it("stand in one line, those through an interpreter named as such", () => {
    expect(languagesLine(en, facts)).toBe("Thai, Burmese, Karen by interpreter");
    expect(languagesLine(th, facts)).toBe("ไทย พม่า กะเหรี่ยงผ่านล่าม");
  });

  it("come with the advice that another interpreter can be asked for", () => {
    expect(languageSentences(en, facts)).toEqual([
      "Thai, Burmese",
      "Through an interpreter: Karen.",
      "You can ask for a different interpreter.",
    ]);
    const direct = aListing({ languages: [{ code: "th", mode: "direct" }] });
    expect(languageSentences(en, direct)).toEqual(["Thai"]);
  });

  it("are not known until somebody says so", () => {
    expect(languagesLine(en, aListing())).toBe("Languages not known");
    expect(languageSentences(en, aListing())).toEqual(["Languages: not known. Ask them."]);
  });
});

describe("who runs it", () => {
  it("says the kind after the name", () => {
    expect(providerLine(en, "Lantern Tree Clinic", "ngo")).toBe("Lantern Tree Clinic · charity");
    expect(runBy(en, "Lantern Tree Clinic", "ngo")).toBe("Run by Lantern Tree Clinic, a charity");
    expect(providerLine(th, "คลินิกต้นโคม", "ngo")).toBe("คลินิกต้นโคม · องค์กรการกุศล");
  });

  it("makes state, police and immigration plain", () => {
    expect(providerName(en, "state")).toBe("state office");
    expect(providerName(en, "police-justice")).toBe("police or court");
    expect(providerName(en, "immigration")).toBe("immigration office");
    expect(providerName(en, null)).toBe("kind not known");
    expect(new Set(PROVIDER_TYPES.map((type) => providerName(th, type))).size).toBe(PROVIDER_TYPES.length);
  });
});

describe("when it was checked", () => {
  const source = { name: "the ministry", date: "2026-11-03" };

  it("names the day of the check, in the reader's calendar", () => {
    const facts = aListing({ checkedOn: "2026-10-12" });
    expect(checkedLine(en, facts, source)).toBe("Checked 12 Oct 2026");
    expect(checkedLine(th, facts, source)).toBe("ตรวจสอบเมื่อ 12 ต.ค. 2569");
    expect(checkedMonth(en, facts)).toBe("Oct 2026");
  });

  it("says of a starter number that it is real, not checked, and where it comes from", () => {
    const starter = aListing({ starter: true });
    expect(checkedLine(en, starter, source)).toBe(
      "Real number, not yet checked by us. Taken from the ministry, 3 Nov 2026.",
    );
    expect(checkedLine(en, starter, { ...source, date: null })).toBe(
      "Real number, not yet checked by us. Taken from the ministry.",
    );
  });

  it("never calls a listing checked that nobody has checked", () => {
    expect(checkedLine(en, aListing(), source)).toBe("Not yet checked by us");
    expect(checkedMonth(en, aListing())).toBe("not checked");
  });
});
