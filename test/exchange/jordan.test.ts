import { describe, expect, it } from "vitest";
import { readRecords } from "#server/exchange/read-records.ts";
import type { ReadResult, SourceFile } from "#server/exchange/read-result.ts";
import { hasShared, sharedFiles } from "./shared-files.ts";
import { realAreas } from "./test-areas.ts";

const areas = realAreas();
const options = { format: "auto", areas } as const;

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A small set written for this test in the shape of the real one. */
function files(
  ...pairs: { en: object; ar?: object; id?: number; activity?: number; common?: object }[]
): SourceFile[] {
  const feature = (pair: (typeof pairs)[number], own: object): object => ({
    type: "Feature",
    id: pair.id ?? 1,
    properties: {
      locationName: "Irbid City",
      partnerName: "UNHCR",
      activity: pair.activity ?? 10,
      activityName: "Health Services",
      endDate: "2099-12-31",
      indicators: { "Primary healthcare": 1 },
      "Referral required": "No",
      ...pair.common,
      ...own,
    },
    geometry: { type: "Point", coordinates: [35.85, 32.55] },
  });
  return [
    { name: "en.json", bytes: bytes(pairs.map((pair) => feature(pair, pair.en))) },
    { name: "ar.json", bytes: bytes(pairs.map((pair) => feature(pair, pair.ar ?? { "5. التغطية": {} }))) },
  ];
}
const service = (result: ReadResult) => {
  const found = result.organizations[0]?.services[0];
  if (!found) throw new Error("no service");
  return found;
};

describe("a small set in two languages", () => {
  it("reads an answer on which both languages agree", () => {
    const result = readRecords(
      files({
        en: { "1. Registration Type Requirement": { "No Requirement": true } },
        ar: { "1. متطلب نوع التسجيل": { "لا توجد متطلبات": true } },
      }),
      options,
    );
    expect(result.counts.problems.error).toBe(0);
    expect(service(result).answers).toEqual({ "documents-needed": { none: "yes" } });
    expect(service(result).held).toEqual([]);
  });

  it("leaves an answer unknown and holds the record when the languages disagree", () => {
    const result = readRecords(
      files({
        en: { "3. Intake Criteria": { "Open to all": true } },
        ar: { "3. معايير القبول": { "حالة صحية خطيرة": true } },
      }),
      options,
    );
    expect(service(result).answers).toEqual({});
    expect(service(result).texts.eligibilityDescription).toBeUndefined();
    expect(service(result).held).toHaveLength(1);
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        level: "held",
        code: "twins-differ",
        row: "[0]",
        column: "3. Intake Criteria",
      }),
    );
  });

  it("gives the same id to an entry whatever else is in the file, and tells repeated ids apart", () => {
    const alone = readRecords(files({ en: {}, id: 7, activity: 1 }), options);
    const both = readRecords(files({ en: {}, id: 7, activity: 2 }, { en: {}, id: 7, activity: 1 }), options);
    const ids = both.organizations[0]?.services.map((item) => item.sourceId) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(service(alone).sourceId);
    expect(both.counts.codes["repeated-id"]).toBe(2);
  });

  it("takes two opening times, or 12:00am, for no time at all and says so", () => {
    const closes = {
      "9. Office close at": { "Close at 16:00pm": true },
      "7. Availability Day": { "Sun-Thurs": true },
    };
    const arabic = {
      "9. موعد إغلاق المكتب": { "يغلق عند الساعة 16:00 مساء": true },
      "7. تاريخ التوفر": { "الأحد-الخميس": true },
    };
    const read = (opens: object) =>
      readRecords(
        files({
          en: { ...closes, "8. Office Open at": opens },
          ar: { ...arabic, "8. موعد فتح المكتب": opens },
        }),
        options,
      );
    expect(service(read({ "13:00pm": true, "8:30am": true })).schedules).toEqual([]);
    expect(service(read({ "12:00am": true })).schedules).toEqual([]);
    expect(read({ "12:00am": true }).counts.codes["time-unclear"]).toBe(1);
    expect(service(read({ "8:30am": true })).schedules).toMatchObject([
      { days: ["MO", "TU", "WE", "TH", "SU"], opensAt: "08:30", closesAt: "16:00" },
    ]);
  });

  it("does not say how to get in when a referral is required and refused at once", () => {
    const result = readRecords(
      files({
        en: { "Referral required": "Yes", "10. Referral Method": { "Referrals not accepted": true } },
        ar: { "Referral required": "Yes", "10. طريقة الإحالة": { "Referrals not accepted": true } },
      }),
      options,
    );
    expect(service(result).answers["entry-route"]).toBeUndefined();
    expect(result.counts.codes["contradiction"]).toBe(1);
  });

  it("keeps comments, which name staff, in the private note alone", () => {
    const result = readRecords(files({ en: { comments: "Ask Rana, rana@example.org" } }), options);
    const { privateNote, ...open } = service(result);
    expect(privateNote).toContain("rana@example.org");
    expect(JSON.stringify(open)).not.toContain("rana@example.org");
  });

  it("refuses an end date that no calendar has", () => {
    const result = readRecords(files({ en: {}, common: { endDate: "2014-02-30" } }), options);
    expect(result.problems).toContainEqual(
      expect.objectContaining({ level: "error", code: "date", column: "endDate" }),
    );
  });
});

describe.skipIf(!hasShared("unhcr-jordan-2015"))("the real set of 562 services", () => {
  const shared = hasShared("unhcr-jordan-2015") ? sharedFiles("unhcr-jordan-2015") : [];
  const result = readRecords(shared, options);

  it("comes in whole, with an id for each service", () => {
    expect(result.counts).toMatchObject({ organizations: 44, services: 562, problems: { error: 0 } });
    const ids = result.organizations.flatMap((item) => item.services.map((entry) => entry.sourceId));
    expect(new Set(ids).size).toBe(562);
    expect(result.counts.codes["repeated-id"]).toBe(26);
  });

  it("reports every disagreement between the languages and prefers neither", () => {
    const differ = result.problems.filter((problem) => problem.code === "twins-differ");
    const of = (column: string) => differ.filter((problem) => problem.column === column).length;
    expect(of("3. Intake Criteria")).toBe(207);
    expect(of("4. Accessibility")).toBe(388);
    const everyone = result.organizations
      .flatMap((item) => item.services)
      .filter((item) => item.answers["general-target-group"]?.["everyone"] !== undefined);
    expect(everyone).toEqual([]);
  });

  it("puts each of its places in an area of Jordan", () => {
    const codes = result.organizations.flatMap((item) => item.locations.map((place) => place.area ?? ""));
    expect(codes.every((code) => code.startsWith("JO"))).toBe(true);
    const { code, name, point, town, country, none } = result.counts.areas;
    expect({ code, town, none }).toEqual({ code: 0, town: 0, none: 0 });
    expect(name + point + country).toBe(562);
    expect(country).toBe(1);
  });

  it("carries every end date, so that nothing that has ended can be published", () => {
    const ends = result.organizations.flatMap((item) => item.services.map((entry) => entry.validTo ?? ""));
    expect(ends.filter((end) => end < "2016-01-01")).toHaveLength(561);
    expect(ends.every((end) => end < "2017-01-01")).toBe(true);
  });

  it("reads to the same records a second time, in whatever order the files come", () => {
    const again = readRecords(shared.toReversed(), options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
  });
});
