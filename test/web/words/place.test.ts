import { describe, expect, it } from "vitest";
import type { ListingFacts, PublishedPlace } from "#server/contract/listing.ts";
import { distanceText, placeLine, type Around } from "#web/words/place.ts";
import { aListing, en, th } from "./a-listing.ts";

const names: Readonly<Record<string, string>> = { "TH-50": "Chiang Mai", "TH-57": "Chiang Rai" };
const around: Around = { city: null, distance: null, areaName: (code) => names[code] ?? null };
const at = (privacy: PublishedPlace["privacy"], area: string | null = "TH-50"): PublishedPlace => ({
  privacy,
  area,
  point: null,
});
const by = (code: string, areas: readonly string[]): ListingFacts =>
  aListing({ areas, answers: { delivery: { [code]: "yes" } } });

describe("where it is", () => {
  it("names distance and town of a public place", () => {
    const facts = aListing({ places: [at("public")] });
    const near = { ...around, city: "Chiang Mai town", distance: { km: 2.2, about: false } };
    expect(placeLine(en, facts, near)).toBe("2 km, Chiang Mai town");
    expect(placeLine(th, facts, { ...near, city: "ตัวเมืองเชียงใหม่" })).toBe("2 กม. ตัวเมืองเชียงใหม่");
  });

  it("names the area alone where the address is not shown", () => {
    const facts = aListing({ places: [at("area-only")] });
    expect(placeLine(en, facts, around)).toBe("Chiang Mai area, address not shown");
    expect(placeLine(en, facts, { ...around, distance: { km: 12.6, about: true } })).toBe(
      "About 13 km, Chiang Mai area, address not shown",
    );
  });

  it("gives no distance to a place that is kept private", () => {
    const facts = aListing({ places: [at("withheld")] });
    const near = { ...around, distance: { km: 1.4, about: true } };
    expect(placeLine(en, facts, near)).toBe("Helps in Chiang Mai, place kept private");
    expect(placeLine(en, aListing({ places: [at("withheld", null)] }), near)).toBe("Place kept private");
  });

  it("says from where help by phone can be used", () => {
    expect(placeLine(en, by("phone", ["TH"]), around)).toBe("By phone, all of Thailand");
    expect(placeLine(en, by("phone", ["001"]), around)).toBe("By phone, from anywhere");
    expect(placeLine(en, by("phone", ["TH-50"]), around)).toBe("By phone, in Chiang Mai");
    expect(placeLine(en, by("home-visit", ["TH-50", "TH-57"]), around)).toBe(
      "Comes to you in Chiang Mai, Chiang Rai",
    );
    expect(placeLine(th, by("phone", ["TH"]), around)).toBe("ทางโทรศัพท์ ทั่วประเทศไทย");
  });

  it("counts further places and names the one that says most", () => {
    const facts = aListing({ places: [at("withheld"), at("public", "TH-57"), at("area-only")] });
    expect(placeLine(en, facts, around)).toBe("Chiang Rai and 2 more places");
  });

  it("is not known when nothing is", () => {
    expect(placeLine(en, aListing(), around)).toBe("Place not known. Ask them.");
  });

  it("does not measure finer than a kilometre", () => {
    expect(distanceText(en, { km: 0.3, about: false })).toBe("Less than 1 km");
    expect(distanceText(en, { km: 118.4, about: true })).toBe("About 118 km");
  });
});
