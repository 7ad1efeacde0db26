import { describe, expect, it } from "vitest";
import { matchAgeSpan } from "#web/models/match-age-span.ts";
import { factsWith } from "../../records/facts.ts";

const fit = (known: Parameters<typeof factsWith>[0], from: number, to: number) =>
  matchAgeSpan(factsWith(known), {}, { from, to }).fit;

describe("an age that was said as a span", () => {
  it.each([
    ["fits when every age of it fits", { minimumAge: 10, maximumAge: 20 }, "fits"],
    ["is a question when some of it is too young", { minimumAge: 15 }, "ask"],
    ["is a question when some of it is too old", { maximumAge: 15 }, "ask"],
    ["is a question when only its middle fits", { minimumAge: 14, maximumAge: 16 }, "ask"],
    ["does not fit when all of it is too young", { minimumAge: 18 }, "no"],
    ["does not fit when all of it is too old", { maximumAge: 12 }, "no"],
    ["is a question when no age limit is known", {}, "ask"],
  ] as const)("%s", (_name, known, expected) => {
    expect(fit(known, 13, 17)).toBe(expected);
  });

  it("stays ruled out by another answer, whatever the age", () => {
    const facts = factsWith({ minimumAge: 15, answers: { "gender-served": { boys: "no", men: "no" } } });
    expect(matchAgeSpan(facts, { gender: "boys" }, { from: 13, to: 17 }).fit).toBe("no");
  });

  it("is not asked about when nobody said an age", () => {
    expect(matchAgeSpan(factsWith({ minimumAge: 15 }), {}, null).reasons).toEqual([]);
  });
});
