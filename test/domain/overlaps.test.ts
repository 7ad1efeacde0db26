import { describe, expect, test } from "vitest";
import { PROVIDER_TYPES } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { coverage } from "#server/domain/coverage.ts";
import { missingProviderTypes, overlaps } from "#server/domain/overlaps.ts";
import { factsWith } from "../records/facts.ts";

const one = (code: string, changes: Partial<ListingFacts>, organizationId = code) => ({
  facts: factsWith({ code, areas: ["TH-50"], services: ["legal-advice"], ...changes }),
  organizationId,
});

describe("overlaps", () => {
  test("are the same help by two organisations in the very same area; two listings of one are none", () => {
    const all = [
      one("A", {}),
      one("B", {}),
      one("C", { services: ["wage-claim"] }, "same"),
      one("D", { services: ["wage-claim"] }, "same"),
      one("E", { areas: ["TH"] }),
      one("F", { areas: ["TH-57"] }),
      one("G", { scope: "trafficking-specific" }),
    ];
    expect(overlaps(all, ["TH-50", "TH-57"], () => "legal")).toEqual([
      {
        area: "TH-50",
        service: "legal-advice",
        need: "legal",
        scope: "general",
        listings: ["A", "B"],
        providers: 2,
      },
    ]);
  });
});

describe("kinds of provider", () => {
  test("are missing where none reaches the area, its country’s and everywhere’s counted", () => {
    const all = [
      one("A", { providerType: "ngo" }),
      one("B", { providerType: "state", areas: ["TH"] }),
      one("C", { providerType: "io", areas: ["001"] }),
      one("D", { providerType: "embassy", areas: ["TH-57"] }),
    ];
    const missing = missingProviderTypes(all, "TH-50");
    expect(missing).toEqual(PROVIDER_TYPES.filter((type) => !["ngo", "state", "io"].includes(type)));
  });
});

describe("people with their children", () => {
  test("are covered where they may bring them; where nobody said so it is to be asked", () => {
    const all = [
      one("A", { answers: { "with-children": { accepts: "yes" } } }),
      one("B", { answers: { "shelter-rules": { "accepts-children": "no" } } }),
      one("C", {}),
    ];
    const cell = coverage(all, ["TH-50"], "with-children", null).find(
      ({ need, scope }) => need === "legal" && scope === "general",
    );
    expect(cell).toMatchObject({ fits: ["A"], ask: ["C"] });
  });
});
