import { describe, expect, it } from "vitest";
import { REASON_CODES, type Reason } from "#server/domain/query.ts";
import { match } from "#server/domain/match/match.ts";
import { fitText, reasonText, reasonTexts } from "#web/words/reason.ts";
import { aListing, en, th } from "./a-listing.ts";

const values: Reason["values"] = {
  language: "my",
  gender: "women",
  delivery: "phone",
  from: 15,
  to: 25,
  age: 20,
};
const facts = aListing({ minimumAge: 15, maximumAge: 25 });

describe("reasons", () => {
  it.each(REASON_CODES)("have a sentence for %s in each language", (code) => {
    for (const words of [en, th]) {
      const text = reasonText(words, { answer: "yes", code, values }, facts, { age: 20 });
      expect(text).not.toMatch(/undefined|\{|\}/u);
      expect(text.length).toBeGreaterThan(3);
    }
  });

  it("are questions where it is not known", () => {
    for (const code of REASON_CODES.filter((one) => one.endsWith("-unknown") && one !== "distance-unknown")) {
      expect(reasonText(en, { answer: "unknown", code, values }, facts)).toMatch(/\?$/u);
    }
  });

  it("state what fits, ask what is not known, and say what stands against it", () => {
    const burmese = aListing({
      languages: [{ code: "my", mode: "direct" }],
      answers: { "documents-needed": { none: "yes" } },
    });
    const query = { languages: ["my"], noDocuments: true };
    expect(reasonTexts(en, match(burmese, query), burmese, query)).toEqual([
      "They speak Burmese.",
      "No papers needed.",
    ]);
    expect(reasonTexts(th, match(burmese, query), burmese, query)).toEqual(["พูดภาษาพม่าได้", "ไม่ต้องใช้เอกสาร"]);
    const silent = aListing({ answers: { "documents-needed": { none: "yes" } } });
    expect(reasonTexts(en, match(silent, query), silent, query)).toEqual(["Does someone speak Burmese?"]);
  });

  it("name the age that was said and the age that it takes", () => {
    const from15 = aListing({ minimumAge: 15 });
    const result = match(from15, { age: 14 });
    expect(reasonTexts(en, result, from15, { age: 14 })).toEqual(["From 15. You said 14."]);
    expect(reasonTexts(en, result, from15)).toEqual(["Age 15 and over."]);
    expect(fitText(en, result)).toBe("Not for you yet");
  });

  it("say not for you when more than the age stands against it", () => {
    const womenFrom15 = aListing({
      minimumAge: 15,
      answers: { "gender-served": { women: "yes", men: "no", boys: "no" } },
    });
    const query = { age: 14, gender: "boys" as const };
    expect(fitText(en, match(womenFrom15, query))).toBe("Not for you");
  });

  it("name the papers that are needed", () => {
    const papers = aListing({
      answers: { "documents-needed": { "identity-card": "yes", "can-start-without-documents": "no" } },
    });
    expect(reasonTexts(en, match(papers, { noDocuments: true }), papers)).toEqual([
      "You need papers: identity card.",
    ]);
  });
});
