import { describe, expect, test } from "vitest";
import { createMarks } from "#web/map/marks.ts";
import { sortOntoMap } from "#web/map/sort-onto-map.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import { areaOnly, matched, numbered, publicAt } from "./listings.ts";

const marksOf = (...items: MatchedListing[]) => createMarks(sortOntoMap(items, numbered(items), new Map()));
const shape = (marks: ReturnType<ReturnType<typeof marksOf>>) =>
  marks.map(({ kind, entries }) => [kind, entries.map(({ number }) => number)]);

describe("marks", () => {
  const town = marksOf(
    matched("A", { places: [publicAt(18.79, 98.98)] }),
    matched("B", { places: [publicAt(18.8, 98.99)] }),
    matched("C", { places: [publicAt(19.92, 99.21)] }),
  );

  test("pins too near to press apart become one mark with their number, the others stay", () => {
    expect(shape(town(9))).toEqual([
      ["cluster", [1, 2]],
      ["pin", [3]],
    ]);
  });

  test("from farther away more of them join, and the join comes apart at a closer zoom", () => {
    const [mark] = town(4);
    expect(shape(town(4))).toEqual([["cluster", [1, 2, 3]]]);
    expect(mark?.opensAt).toBeGreaterThan(4);
    expect(town(mark?.opensAt ?? 0).length).toBeGreaterThan(1);
  });

  test("what never comes apart under the closest zoom opens as a list", () => {
    expect(town(9)[0]?.opensAt).toBeNull();
  });

  test("two places of one listing at one spot are one pin", () => {
    const marks = marksOf(matched("A", { places: [publicAt(18.79, 98.98), publicAt(18.791, 98.981)] }));
    expect(shape(marks(9))).toEqual([["pin", [1]]]);
  });

  test("the keyboard meets them in the order of the list, plates among pins", () => {
    const marks = marksOf(
      matched("A", { places: [publicAt(19.9, 99.2)] }),
      matched("B", { places: [areaOnly([19.304, 98.972])] }),
      matched("C", { places: [publicAt(18.7, 98.9)] }),
    );
    expect(shape(marks(9))).toEqual([
      ["pin", [1]],
      ["plate", [2]],
      ["pin", [3]],
    ]);
  });

  test("plates with a near neighbour are short, alone they have room for words", () => {
    const marks = marksOf(
      matched("A", { places: [areaOnly([19.304, 98.972], "TH-50")] }),
      matched("B", { places: [areaOnly([19.2, 99.8], "TH-57")] }),
    );
    expect(marks(7).map(({ short }) => short)).toEqual([true, true]);
    expect(marks(9).map(({ short }) => short)).toEqual([false, false]);
  });

  test("a mark keeps its key while its listings stay, so that it keeps the focus", () => {
    expect(town(9).map(({ key }) => key)).toEqual(town(8).map(({ key }) => key));
  });
});
