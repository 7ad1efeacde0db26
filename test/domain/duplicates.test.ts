import { describe, expect, test } from "vitest";
import {
  type Comparable,
  findDuplicates,
  likeness,
  nameLikeness,
  numberKey,
  PROBABLY_SAME,
} from "#server/domain/duplicates.ts";

const listing = (id: string, changes: Partial<Comparable> = {}): Comparable => ({
  id,
  names: ["Advice desk"],
  organizations: ["Lantern House"],
  numbers: ["+66 53 111 222"],
  points: [[18.78, 98.98]],
  services: ["legal-advice"],
  areas: ["TH-50"],
  ...changes,
});

describe("how alike two listings are", () => {
  test("the same service with its name in other letters and its number written otherwise is the same", () => {
    const other = listing("b", { names: ["ADVICE-DESK"], numbers: ["053-111-222"] });
    expect(likeness(listing("a"), other).score).toBeGreaterThanOrEqual(PROBABLY_SAME);
  });

  test("twins across scripts are found by number, place and kind of help once one name is shared", () => {
    const thai = listing("b", { names: ["โต๊ะให้คำปรึกษา", "Advice desk"], organizations: ["บ้านโคม"] });
    expect(likeness(listing("a"), thai).score).toBeGreaterThanOrEqual(PROBABLY_SAME);
  });

  test("two sites of one provider with the same name, number and help are two", () => {
    const elsewhere = listing("b", { points: [[13.75, 100.5]], areas: ["TH-10"] });
    expect(likeness(listing("a"), elsewhere).score).toBeLessThan(PROBABLY_SAME);
  });

  test("two services of one provider at one place and number are two", () => {
    const other = listing("b", { names: ["Sewing course"], services: ["vocational-training"] });
    expect(likeness(listing("a"), other).score).toBeLessThan(PROBABLY_SAME);
  });

  test("the same common name at different providers is not the same", () => {
    const other = listing("b", { organizations: ["Blue Gourd"], numbers: ["02 999 8888"], points: [] });
    expect(likeness(listing("a"), other).score).toBeLessThan(PROBABLY_SAME);
  });
});

describe("finding pairs in bulk", () => {
  test("finds each pair once, whichever way it is written, and nothing else", () => {
    const all = [
      listing("a"),
      listing("b", { names: ["Advice Desk "] }),
      listing("c", {
        names: ["Night shelter"],
        numbers: ["02 123 4567"],
        points: [[14, 101]],
        services: ["x"],
      }),
    ];
    expect(findDuplicates(all).map(({ a, b }) => [a, b])).toEqual([["a", "b"]]);
    expect(findDuplicates([...all].reverse()).map(({ a, b }) => [a, b])).toEqual([["a", "b"]]);
  });

  test("short codes such as 1300 never make a pair by themselves", () => {
    expect(numberKey("1300")).toBeNull();
    expect(numberKey("+66 53 111 222")).toBe(numberKey("053-111-222"));
  });

  test("names compare in any writing", () => {
    expect(nameLikeness("Đà Nẵng", "da nang")).toBe(1);
    expect(nameLikeness("บ้านโคม", "บ้าน โคม")).toBe(1);
    expect(nameLikeness("Lantern House legal desk", "Lantern House")).toBeGreaterThan(0.8);
    expect(nameLikeness("Lantern House", "Blue Gourd")).toBeLessThan(0.3);
  });
});
