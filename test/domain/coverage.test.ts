import { describe, expect, test } from "vitest";
import type { ListingFacts } from "#server/contract/listing.ts";
import { coverage } from "#server/domain/coverage.ts";
import { factsWith } from "../records/facts.ts";

const one = (code: string, changes: Partial<ListingFacts>, organizationId = "o") => ({
  facts: factsWith({ code, ...changes }),
  organizationId,
});
const cell = (found: ReturnType<typeof coverage>, need: string, area: string, scope = "general") =>
  found.find((c) => c.need === need && c.area === area && c.scope === scope);

describe("coverage", () => {
  test("has a cell for every need, area and column, empty ones too", () => {
    expect(coverage([], ["TH-50", "TH-57"], "everyone", null)).toHaveLength(12 * 2 * 2);
  });

  test("counts what reaches an area from its country and from everywhere", () => {
    const all = [one("A", { areas: ["TH"] }), one("B", { areas: ["001"] }), one("C", { areas: ["TH-57"] })];
    expect(cell(coverage(all, ["TH-50"], "everyone", null), "legal", "TH-50")?.fits).toEqual(["A", "B"]);
  });

  test("a group that nobody asked about is to be asked, never a gap and never covered", () => {
    const open = one("A", {});
    const men = one("B", { answers: { "gender-served": { men: "yes" } } });
    const women = one("C", { answers: { "gender-served": { men: "no" } } });
    expect(cell(coverage([open, men, women], ["TH-50"], "men", null), "legal", "TH-50")).toMatchObject({
      fits: ["B"],
      ask: ["A"],
    });
  });

  test("disability is read from access and from who is served; a no is a no", () => {
    const step = one("A", { answers: { "accessible-formats": { "step-free": "yes" } } });
    const none = one("B", { answers: { disability: { physical: "no" } } });
    const unknown = one("C", {});
    expect(
      cell(coverage([step, none, unknown], ["TH-50"], "disability", null), "legal", "TH-50"),
    ).toMatchObject({
      fits: ["A"],
      ask: ["C"],
    });
  });

  test("a language narrows it, and two listings of one provider are one provider", () => {
    const burmese = { languages: [{ code: "my", mode: "direct" as const }] };
    const all = [
      one("A", burmese),
      one("B", burmese),
      one("C", { languages: [{ code: "th", mode: "direct" }] }),
    ];
    const found = cell(coverage(all, ["TH-50"], "everyone", "my"), "legal", "TH-50");
    expect(found).toMatchObject({ fits: ["A", "B"], providers: 1 });
  });

  test("the two columns are counted apart", () => {
    const all = [one("A", {}), one("B", { scope: "trafficking-specific" })];
    const found = coverage(all, ["TH-50"], "everyone", null);
    expect(cell(found, "legal", "TH-50", "trafficking-specific")?.fits).toEqual(["B"]);
    expect(cell(found, "legal", "TH-50")?.fits).toEqual(["A"]);
  });
});
