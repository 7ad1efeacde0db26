import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createPlaceIndex, type PlaceIndex } from "#server/domain/place-index.ts";
import { searchPlaces } from "#server/domain/place-search.ts";
import { readPlaces } from "./read-built.ts";

/** Lines of `place-names.txt`: the code of an area, then names of places in it. */
const names = readFileSync("test/geo/place-names.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .flatMap((line) => {
    const [code = "", list = ""] = line.split(": ");
    return list.split("; ").map((text) => ({ code, text }));
  });

const indexes = new Map<string, PlaceIndex>();
function indexOf(country: string): PlaceIndex {
  const index = indexes.get(country) ?? createPlaceIndex(readPlaces(country));
  indexes.set(country, index);
  return index;
}

/** Names that do not lead to their area within the first five hits. */
const missedOf = (some: typeof names) =>
  some.filter(({ code, text }) => {
    const hits = searchPlaces(indexOf(code.slice(0, 2)), text, 5);
    return !hits.some(({ place }) => place.area === code);
  });

const SCRIPTS = [
  "Latin",
  "Thai",
  "Lao",
  "Khmer",
  "Myanmar",
  "Han",
  "Arabic",
  "Bengali",
  "Devanagari",
  "Tamil",
];

it.each(SCRIPTS)(
  "the list has names in the %s script, and all but one in twenty of them are found",
  (script) => {
    const own = names.filter(({ text }) => new RegExp(`\\p{Script=${script}}`, "u").test(text));
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(missedOf(own).length / own.length).toBeLessThanOrEqual(0.05);
  },
);

it("at least 95 of 100 names as people type them are among the first five hits", () => {
  const missed = missedOf(names);
  expect(names.length).toBeGreaterThanOrEqual(200);
  expect(
    missed.length / names.length,
    missed.map(({ code, text }) => `${code} ${text}`).join(", "),
  ).toBeLessThanOrEqual(0.05);
});
