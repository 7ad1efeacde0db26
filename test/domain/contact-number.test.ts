import { describe, expect, it } from "vitest";
import { dialable, numberCountry } from "#server/domain/contact-number.ts";

describe("dialable", () => {
  it.each([
    ["1300", "TH"],
    ["1280", "KH"],
    ["111", "VN"],
    ["12338", "CN"],
    ["15999", "MY"],
    ["000", "AU"],
  ])("leaves the short code %s of %s as it is, for inside its country", (value, country) => {
    expect(dialable(value, country)).toEqual({ dial: value, dialScope: "country" });
  });

  it.each([
    ["116 006", "AL", "116006"],
    ["131 237", "AU", "131237"],
    ["0800 1212", "AL", "08001212"],
    ["1300 473 560", "AU", "1300473560"],
    ["1800 123 456", "TH", "1800123456"],
  ])("never makes the inland number %s of %s international", (value, country, dial) => {
    expect(dialable(value, country)).toEqual({ dial, dialScope: "country" });
  });

  it.each([
    ["03-8000 8000", "MY", "+60380008000"],
    ["080 012 3456", "TH", "+66800123456"],
    ["08111-129-129", "ID", "+628111129129"],
    ["+66 99 130 1300", undefined, "+66991301300"],
    ["703-555-1212 ext. 123", "US", "+17035551212"],
  ])("makes the valid number %s of %s international", (value, country, dial) => {
    expect(dialable(value, country)).toEqual({ dial, dialScope: "international" });
  });

  it.each([
    ["000 0000 012", "TH"],
    ["123-456-7890", "US"],
    ["02 123 4567", undefined],
    ["call us", "TH"],
    ["", "TH"],
  ])("makes no link of %s", (value, country) => {
    expect(dialable(value, country)).toEqual({ dial: null, dialScope: "unknown" });
  });

  it("knows the country of a full number", () => {
    expect(numberCountry("+44 1234 234567")).toBe("GB");
    expect(numberCountry("02 123 4567")).toBeUndefined();
  });
});
