import { describe, expect, it } from "vitest";
import { readAreas } from "../geo/read-built.ts";

const areas = readAreas();
const codes = (text: string, country?: string): string[] =>
  areas.findByName(text, country).map(({ code }) => code);

describe("finding an area by name", () => {
  it.each([
    ["เชียงใหม่", "TH-50"],
    ["จังหวัดเชียงใหม่", "TH-50"],
    ["Chiang Mai", "TH-50"],
    ["chiangmai", "TH-50"],
    ["Korat", "TH-30"],
    ["ភ្នំពេញ", "KH-12"],
    ["Tbong Khmum", "KH-25"],
    ["ရန်ကုန်", "MM-06"],
    ["Rangoon", "MM-06"],
    ["Xaysomboun", "LA-XS"],
    ["Hà Nội", "VN-HN"],
    ["Sai Gon", "VN-SG"],
    ["北京", "CN-BJ"],
    ["Tiranë", "AL-11"],
    ["Tirana", "AL-11"],
    ["Qarku i Tiranës", "AL-11"],
    ["عمان", "JO-AM"],
    ["العاصمة", "JO-AM"],
    ["NCR", "PH-00"],
    ["Papua Pegunungan", "ID-PE"],
    ["Burma", "MM"],
    ["ประเทศไทย".replace("ประเทศ", ""), "TH"],
  ])("%s is %s", (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it("names both Vientianes, the capital and the province", () => {
    expect(codes("Vientiane").toSorted()).toEqual(["LA-VI", "LA-VT"]);
    expect(codes("ນະຄອນຫຼວງວຽງຈັນ")).toEqual(["LA-VT"]);
  });

  it("can be kept to one country", () => {
    expect(codes("Tirana", "JO")).toEqual([]);
    expect(codes("Tirana", "al")).toEqual(["AL-11"]);
  });

  it("finds nothing for a name that is nobody's", () => {
    expect(codes("Atlantis")).toEqual([]);
    expect(codes("")).toEqual([]);
  });
});

describe("the area index", () => {
  it("knows codes of both levels and the country of each", () => {
    expect(areas.isKnown("TH-50")).toBe(true);
    expect(areas.isKnown("th-50")).toBe(true);
    expect(areas.isKnown("TH-99")).toBe(false);
    expect(areas.country("PH-CEB")?.code).toBe("PH");
    expect(areas.isWithin("PH-CEB", "PH-07")).toBe(true);
    expect(areas.isWithin("PH-CEB", "PH")).toBe(true);
    expect(areas.isWithin("PH", "PH-CEB")).toBe(false);
    expect(areas.children("LA")).toHaveLength(18);
  });

  it("names an area in the first language that has a name, then in English, then by its code", () => {
    expect(areas.name("KH-12", ["km", "en"])).toBe("ភ្នំពេញ");
    expect(areas.name("TH-50", ["my", "th"])).toBe("เชียงใหม่");
    expect(areas.name("AL-11", ["my"])).toBe("Tirana");
    expect(areas.name("XX-1", ["en"])).toBe("XX-1");
  });

  it("keeps a title where two areas would otherwise have one name", () => {
    expect(areas.name("LA-VI", ["en"])).not.toBe(areas.name("LA-VT", ["en"]));
    expect(areas.name("BD-C", ["en"])).not.toBe(areas.name("BD-13", ["en"]));
  });

  it("lists what lies around a point, nearest first and countries last", () => {
    const near = areas.areasWithin({ lat: 18.79, lon: 98.98, radiusKm: 50 }).map(({ code }) => code);
    expect(near[0]).toBe("TH-50");
    expect(near).toContain("TH-51");
    expect(near).toContain("TH");
    expect(near).not.toContain("TH-90");
    expect(near.indexOf("TH")).toBeGreaterThan(near.indexOf("TH-50"));
  });
});

describe("areas.json", () => {
  it("names the provinces that split, merge or have their own clock", () => {
    expect(areas.get("KH-25")?.geonames).toBe("31");
    expect(areas.get("VN-57")?.mergedInto).toBe("VN-SG");
    expect(areas.all().filter(({ mergedInto }) => mergedInto?.startsWith("VN-"))).toHaveLength(63 - 34);
    expect(areas.get("ID-PS")?.timeZone).toBe("Asia/Jayapura");
    expect(areas.get("ID-BA")?.timeZone).toBe("Asia/Makassar");
    expect(areas.get("AU-WA")?.timeZone).toBe("Australia/Perth");
  });

  it("gives every area an English name, a known parent, a time zone and a point inside its box", () => {
    for (const { code, names, parent, point, bbox, timeZone } of areas.all()) {
      expect(names["en"], code).toBeTruthy();
      expect(parent === null || areas.isKnown(parent), code).toBe(true);
      expect(() => new Intl.DateTimeFormat("en", { timeZone }), code).not.toThrow();
      expect(
        point[0] >= bbox[0] && point[0] <= bbox[2] && point[1] >= bbox[1] && point[1] <= bbox[3],
        code,
      ).toBe(true);
    }
  });

  it("has no text in a name that is not a name", () => {
    const names = areas.all().flatMap((area) => [...Object.values(area.names), ...area.spellings]);
    expect(names.filter((name) => /[\n:;<>&|\d]/.test(name) && !/^Province (No\. )?\d$/.test(name))).toEqual(
      [],
    );
  });

  it("names every country in the twelve interface languages", () => {
    const countries = areas.all().filter(({ parent }) => parent === null);
    expect(countries.map(({ names }) => Object.keys(names).length)).toEqual(countries.map(() => 12));
  });
});
