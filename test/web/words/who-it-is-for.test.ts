import { describe, expect, it } from "vitest";
import { whoItIsFor } from "#web/words/who-it-is-for.ts";
import { aListing, en, th } from "./a-listing.ts";

const serves = (...codes: string[]) => ({
  answers: { "gender-served": Object.fromEntries(codes.map((code) => [code, "yes" as const])) },
});

describe("who it is for", () => {
  it("says the people and the ages in one line", () => {
    expect(whoItIsFor(en, aListing({ ...serves("all-genders"), minimumAge: 15 }))).toBe(
      "Anyone aged 15 or over",
    );
    expect(whoItIsFor(en, aListing({ ...serves("women", "girls"), minimumAge: 13 }))).toBe(
      "Women and girls aged 13 or over",
    );
    expect(whoItIsFor(en, aListing({ ...serves("men", "boys"), minimumAge: 15, maximumAge: 25 }))).toBe(
      "Men and boys aged 15 to 25",
    );
    expect(whoItIsFor(th, aListing({ ...serves("women", "girls"), minimumAge: 13 }))).toBe(
      "ผู้หญิงและเด็กหญิงอายุ 13 ปีขึ้นไป",
    );
  });

  it("reads all four groups together as anyone", () => {
    const facts = aListing(serves("women", "men", "girls", "boys"));
    expect(whoItIsFor(en, facts)).toBe("Anyone, age not known");
  });

  it("says any age only when somebody said so", () => {
    const facts = aListing({
      answers: { "gender-served": { "all-genders": "yes" }, "age-range": { "any-age": "yes" } },
    });
    expect(whoItIsFor(en, facts)).toBe("Anyone, any age");
  });

  it("names children that may come along, boys apart where it differs", () => {
    const women = {
      "gender-served": { women: "yes", men: "no" },
      "with-children": { accepts: "yes" },
    } as const;
    expect(whoItIsFor(en, aListing({ answers: women, minimumAge: 18, maxChildAge: 12 }))).toBe(
      "Women aged 18 or over, with children to 12",
    );
    expect(
      whoItIsFor(en, aListing({ answers: women, minimumAge: 18, maxChildAge: 12, boysMaxAge: 10 })),
    ).toBe("Women aged 18 or over, with children to 12 (boys to 10)");
  });

  it("says which half of a pair nobody spoke of", () => {
    expect(whoItIsFor(en, aListing({ ...serves("girls"), minimumAge: 10, maximumAge: 17 }))).toBe(
      "Girls aged 10 to 17; boys not known",
    );
  });

  it("names the group that a general service was set up for", () => {
    const facts = aListing({
      answers: { "general-target-group": { "migrant-workers": "yes" } },
      minimumAge: 18,
    });
    expect(whoItIsFor(en, facts)).toBe("Workers from other countries aged 18 or over");
  });

  it("never turns not known into anyone", () => {
    expect(whoItIsFor(en, aListing())).toBe("Who it is for: not known. Ask them.");
    expect(whoItIsFor(th, aListing())).toBe("สำหรับใคร: ยังไม่ทราบ ให้ถามเขา");
    expect(whoItIsFor(en, aListing({ minimumAge: 15 }))).toBe(
      "People aged 15 or over. Who else: not known. Ask them.",
    );
  });
});
