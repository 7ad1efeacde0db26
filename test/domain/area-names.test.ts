import { expect, it } from "vitest";
import { renameAreas, renamePlaces } from "#server/domain/area-names.ts";
import { createPlaceIndex, placeName } from "#server/domain/place-index.ts";
import { searchPlaces } from "#server/domain/place-search.ts";
import { mapNames } from "#web/map/map-names.ts";
import { readAreas, readPlaces } from "../geo/read-built.ts";

const NAMES = { "TH-50": { en: "Lanna", km: "ជៀងម៉ៃថ្មី" } };
const areas = readAreas();
const thailand = createPlaceIndex(readPlaces("TH"));

it("an area has the names that coordinators set, and is still found by those it had", () => {
  const renamed = renameAreas(areas, NAMES);
  expect(renamed.name("TH-50", ["km"])).toBe("ជៀងម៉ៃថ្មី");
  expect(renamed.name("TH-50", ["en"])).toBe("Lanna");
  expect(renamed.name("TH-50", ["th"])).toBe(areas.name("TH-50", ["th"]));
  for (const text of ["Lanna", "Chiang Mai"])
    expect(renamed.findByName(text, "TH").map(({ code }) => code)).toContain("TH-50");
  expect(renamed.name("TH-57", ["en"])).toBe("Chiang Rai");
});

it("the picker finds it by both and shows the new one, in the language it was set for", () => {
  const index = renamePlaces(thailand, NAMES);
  for (const typed of ["lann", "ជៀងម៉ៃថ្មី", "เชียงใหม่"]) {
    const [hit] = searchPlaces(index, typed);
    expect(hit?.place, typed).toMatchObject({ level: "province", area: "TH-50" });
    expect(hit && placeName(hit.place, "km")).toBe("ជៀងម៉ៃថ្មី");
  }
  expect(searchPlaces(thailand, "lann").some(({ place }) => place.area === "TH-50")).toBe(false);
});

it("the map writes it, and other countries stay as they are", () => {
  const written = (lang: string) =>
    mapNames(readPlaces("TH"), lang, NAMES).find(({ kind, area }) => kind === "area" && area === "TH-50")
      ?.text;
  expect(written("km")).toBe("ជៀងម៉ៃថ្មី");
  expect(written("en")).toBe("Lanna");
  const laos = createPlaceIndex(readPlaces("LA"));
  expect(renamePlaces(laos, NAMES)).toEqual(laos);
});
