import { describe, expect, it } from "vitest";
import { createPlaceIndex, placeName } from "#server/domain/place-index.ts";
import { searchPlaces } from "#server/domain/place-search.ts";
import { readPlaces } from "../geo/read-built.ts";

const indexes = Object.fromEntries(
  ["TH", "KH", "LA", "MM", "VN", "AL", "JO", "PH", "ID"].map((country) => [
    country,
    createPlaceIndex(readPlaces(country)),
  ]),
);
const find = (country: string, text: string, limit = 5): string[] => {
  const index = indexes[country];
  return index ? searchPlaces(index, text, limit).map(({ place }) => place.name) : [];
};

describe("searching places on the device", () => {
  it.each([
    ["TH", "chiang mai", "Chiang Mai"],
    ["TH", "chiangmai", "Chiang Mai"],
    ["TH", "Chaing Mai", "Chiang Mai"],
    ["TH", "เชียงใหม่", "Chiang Mai"],
    ["TH", "แม่สอด", "Mae Sot"],
    ["TH", "mae sod", "Mae Sot"],
    ["TH", "korat", "Nakhon Ratchasima"],
    ["TH", "โคราช", "Nakhon Ratchasima"],
    ["TH", "ayutthaya", "Phra Nakhon Si Ayutthaya"],
    ["TH", "ဘန်ကောက်", "Bangkok"],
    ["TH", "曼谷", "Bangkok"],
    ["TH", "ບາງກອກ", "Bangkok"],
    ["KH", "poipet", "Paoy Paet"],
    ["KH", "ប៉ោយប៉ែត", "Paoy Paet"],
    ["KH", "phnom phen", "Phnom Penh"],
    ["KH", "ភ្នំ\u200bពេញ", "Phnom Penh"],
    ["KH", "sihanoukvile", "Sihanoukville"],
    ["KH", "tbong khmum", "Tboung Khmum"],
    ["LA", "ວຽງຈັນ", "Vientiane"],
    ["LA", "xaysomboun", "Xaisomboun"],
    ["LA", "savanakhet", "Savannakhet"],
    ["MM", "ရန်ကုန်", "Yangon"],
    ["MM", "rangoon", "Yangon"],
    ["MM", "moulmein", "Mawlamyine"],
    ["MM", "tachileik", "Tachilek"],
    ["MM", "mandaley", "Mandalay"],
    ["VN", "sai gon", "Ho Chi Minh City"],
    ["VN", "đà nẵng", "Da Nang"],
    ["VN", "mong cai", "Móng Cái"],
    ["AL", "tirane", "Tirana"],
    ["AL", "Tiranë", "Tirana"],
    ["AL", "shkodra", "Shkodër"],
    ["JO", "عمان", "Amman"],
    ["JO", "زرقاء", "Zarqa"],
    ["JO", "اربد", "Irbid"],
    ["PH", "zamboanga", "Zamboanga"],
    ["ID", "jogja", "Yogyakarta"],
  ])("%s: %s finds %s among the first five", (country, text, name) => {
    expect(find(country, text)).toContain(name);
  });

  it("puts the province before the town of the same name", () => {
    const levels = searchPlaces(createPlaceIndex(readPlaces("TH")), "chiang mai").map(
      ({ place }) => place.level,
    );
    expect(levels.slice(0, 2)).toEqual(["province", "town"]);
  });

  it("puts whole names before beginnings, and those before slips", () => {
    const [first, second] = find("TH", "tak", 20);
    expect([first, second]).toContain("Tak");
    expect(find("TH", "chiang mai", 20).indexOf("Chiang Rai")).toBeGreaterThan(0);
  });

  it("finds nothing for nothing, for spaces and for what is nowhere", () => {
    expect(find("TH", "")).toEqual([]);
    expect(find("TH", " \u200b ")).toEqual([]);
    expect(find("TH", "qqqqqqqq")).toEqual([]);
  });

  it("does not guess at slips in very short texts", () => {
    expect(find("JO", "xq")).toEqual([]);
  });

  it("finds names that a coordinator added", () => {
    const alias = { name: "Golden Triangle zone", area: "LA-BK", lat: 20.35, lon: 100.1 };
    const [match] = searchPlaces(createPlaceIndex(readPlaces("LA"), [alias]), "golden triangle");
    expect(match?.place).toMatchObject({ area: "LA-BK", lat: 20.35, lon: 100.1 });
  });

  it("keeps to the number asked for", () => {
    expect(find("TH", "ban", 3)).toHaveLength(3);
  });
});

describe("the name of a place", () => {
  it("is in the reader's language or script where there is one, else in Latin letters", () => {
    const [province, town] = searchPlaces(createPlaceIndex(readPlaces("TH")), "เชียงใหม่");
    expect(province && placeName(province.place, "lo")).toBe("ຊຽງໃໝ່");
    expect(province && placeName(province.place, "sq")).toBe("Chiang Mai");
    expect(town && placeName(town.place, "th")).toBe("เชียงใหม่");
    expect(town && placeName(town.place, "en")).toBe("Chiang Mai");
  });
});
