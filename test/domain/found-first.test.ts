import { describe, expect, test } from "vitest";
import { CODE_LENGTH } from "#server/domain/cells/cell-columns.ts";
import { CHORD_MARGIN } from "#server/domain/cells/chord.ts";
import { FirstRows } from "#server/domain/cells/first-rows.ts";
import { SeenCodes } from "#server/domain/cells/seen-codes.ts";
import { toShortCode } from "#server/domain/short-code.ts";
import { chanceFrom } from "../directory/random-listings.ts";

describe("codes that were seen", () => {
  test("are new once each, for as many as a search can find, and whatever cell they come from", () => {
    const numbers = Array.from({ length: 5000 }, (_, at) => at * 6_709);
    const codes = new Uint8Array(numbers.length * CODE_LENGTH);
    numbers.forEach((number, row) =>
      codes.set(new TextEncoder().encode(toShortCode(number)), row * CODE_LENGTH),
    );
    const seen = new SeenCodes();
    expect(numbers.filter((_, row) => seen.add({ codes }, row))).toHaveLength(numbers.length);
    expect(numbers.filter((_, row) => seen.add({ codes: codes.slice() }, row))).toHaveLength(0);
  });
});

describe("the first rows", () => {
  test("hold all that may stand among them, ties included, and let go of the others", () => {
    const chance = chanceFrom(5);
    for (const to of [1, 20, 100]) {
      const keys = Array.from({ length: 3000 }, () => chance.below(700) / 700);
      const first = new FirstRows(to);
      keys.forEach((key, place) => {
        if (key <= first.limit) first.keep(key, place);
      });
      first.prune();
      const last = keys.toSorted((a, b) => a - b)[to - 1] ?? Infinity;
      const wanted = keys.flatMap((key, place) => (key <= last + CHORD_MARGIN ? [place] : []));
      const kept = Array.from({ length: first.count }, (_, at) => first.placeAt(at));
      expect(kept).toEqual(wanted);
      expect(kept.map((place) => keys[place])).toEqual(kept.map((_, at) => first.keyAt(at)));
    }
  });
});
