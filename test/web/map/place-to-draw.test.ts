import { describe, expect, test } from "vitest";
import { placeToDraw } from "#web/map/place-to-draw.ts";
import { factsWith } from "../../records/facts.ts";
import { areaOnly, publicAt, withheld } from "./listings.ts";

describe("the small map of a listing", () => {
  test("draws a public place before an area", () => {
    const open = publicAt(18.8, 99);
    expect(placeToDraw(factsWith({ places: [areaOnly([19.3, 98.97]), open] }))).toBe(open);
  });

  test("draws the area of a place whose address is not shown", () => {
    const area = areaOnly([19.3, 98.97]);
    expect(placeToDraw(factsWith({ places: [withheld, area] }))).toBe(area);
  });

  test("draws nothing for a place that is kept private, nor for help by phone", () => {
    expect(placeToDraw(factsWith({ places: [withheld] }))).toBeNull();
    expect(placeToDraw(factsWith({ places: [] }))).toBeNull();
  });
});
