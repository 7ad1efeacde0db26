import { describe, expect, test } from "vitest";
import { sortOntoMap } from "#web/map/sort-onto-map.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import { areaOnly, matched, numbered, publicAt, withheld } from "./listings.ts";

const CHIANG_MAI = [19.304, 98.972] as const;
const FIXED = new Map([["TH-50", CHIANG_MAI]]);
const sort = (...items: MatchedListing[]) => sortOntoMap(items, numbered(items), FIXED);
const codes = (entries: readonly { code: string }[]) => entries.map(({ code }) => code);

describe("which listing goes where on the map", () => {
  test("a measured public place is a pin with the number of its card", () => {
    const { pins, plates } = sort(
      matched("A", { places: [publicAt(18.8, 99)] }),
      matched("B", { places: [publicAt(18.7, 99)] }),
    );
    expect(pins.map(({ code, number, point }) => [code, number, point])).toEqual([
      ["A", 1, [18.8, 99]],
      ["B", 2, [18.7, 99]],
    ]);
    expect(plates).toEqual([]);
  });

  test("area-only listings share one plate at the fixed point of their area", () => {
    const { pins, plates } = sort(
      matched("A", { places: [areaOnly(CHIANG_MAI)] }),
      matched("B", { places: [areaOnly(CHIANG_MAI)] }),
    );
    expect(pins).toEqual([]);
    expect(
      plates.map(({ area, point, addressNotShown, entries }) => [
        area,
        point,
        addressNotShown,
        codes(entries),
      ]),
    ).toEqual([["TH-50", CHIANG_MAI, true, ["A", "B"]]]);
  });

  test("a public place without a measured point stands on the plate, which then does not say that it is hidden", () => {
    const { pins, plates } = sort(matched("A", { places: [publicAt(...CHIANG_MAI)] }));
    expect(pins).toEqual([]);
    expect(plates[0]).toMatchObject({ addressNotShown: false, area: "TH-50" });
  });

  test("a withheld place is never on the map, even if it came with a point", () => {
    const leaked = { privacy: "withheld", area: "TH-50", point: [18.71234, 98.91234] } as const;
    const { pins, plates, offMap } = sort(
      matched("A", { places: [withheld] }),
      matched("B", { places: [leaked] }),
    );
    expect([pins, plates]).toEqual([[], []]);
    expect(codes(offMap["kept-private"])).toEqual(["A", "B"]);
  });

  test("a listing with a public and a withheld place has its pin and no line in the strip", () => {
    const { pins, offMap } = sort(matched("A", { places: [withheld, publicAt(18.8, 99)] }));
    expect(codes(pins)).toEqual(["A"]);
    expect(offMap["kept-private"]).toEqual([]);
  });

  test("a listing with two public places has two pins with one number", () => {
    const { pins } = sort(matched("A", { places: [publicAt(18.8, 99), publicAt(19.9, 99.2)] }));
    expect(pins.map(({ number }) => number)).toEqual([1, 1]);
  });

  test.each([
    ["home-visit", "visits"],
    ["mobile-team", "visits"],
    ["phone", "phone"],
    ["video", "phone"],
    ["post", "not-known"],
  ] as const)("without a place, help by %s stands under %s", (way, where) => {
    const { offMap } = sort(matched("A", { answers: { delivery: { [way]: "yes" } } }));
    expect(codes(offMap[where])).toEqual(["A"]);
  });

  test("every listing of the list is somewhere, so that the map hides none", () => {
    const items = [
      matched("A", { places: [publicAt(18.8, 99)] }),
      matched("B", { places: [areaOnly(CHIANG_MAI)] }),
      matched("C", { places: [withheld] }),
      matched("D", { places: [] }),
    ];
    const { pins, plates, offMap } = sort(...items);
    const all = [
      ...codes(pins),
      ...plates.flatMap(({ entries }) => codes(entries)),
      ...Object.values(offMap).flatMap(codes),
    ];
    expect(all.sort()).toEqual(["A", "B", "C", "D"]);
  });
});
