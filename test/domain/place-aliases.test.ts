import { expect, it } from "vitest";
import { addAliases } from "#server/domain/place-aliases.ts";
import { createPlaceIndex } from "#server/domain/place-index.ts";
import { searchPlaces } from "#server/domain/place-search.ts";
import { readPlaces } from "../geo/read-built.ts";

const cambodia = createPlaceIndex(readPlaces("KH"));
const poipet = { country: "KH", area: "KH-1", name: "Poipet", alias: "ปอยเปต" };

it("an alias finds the place that bears the name, with its own point, and says which name was found", () => {
  const [plain] = searchPlaces(cambodia, "Poipet");
  expect(searchPlaces(cambodia, "ปอยเปต")).toEqual([]);
  const [match] = searchPlaces(addAliases(cambodia, [poipet]), "ปอยเปต");
  expect(match).toEqual({ place: plain?.place, matched: "ปอยเปต" });
});

it("an alias is found while it is typed, without accents and spaces, as other names are", () => {
  const index = addAliases(cambodia, [{ ...poipet, alias: "Xyzzý brìdge" }]);
  expect(searchPlaces(index, "xyzzybri")[0]?.place.area).toBe("KH-1");
});

it("an alias of a place that is not known leads to its area", () => {
  const index = addAliases(cambodia, [{ ...poipet, name: "No such place", alias: "Old bridge" }]);
  expect(searchPlaces(index, "old bridge")[0]?.place).toMatchObject({ level: "province", area: "KH-1" });
});

it("an alias belongs to its country and its area alone", () => {
  const foreign = addAliases(cambodia, [{ ...poipet, country: "TH", alias: "xyzzyplace" }]);
  expect(searchPlaces(foreign, "xyzzyplace")).toEqual([]);
  const elsewhere = addAliases(cambodia, [{ ...poipet, area: "KH-12", alias: "xyzzyplace" }]);
  expect(searchPlaces(elsewhere, "xyzzyplace").map(({ place }) => place.area)).toEqual(["KH-12"]);
});

it("the index that was given stays as it was", () => {
  addAliases(cambodia, [poipet]);
  expect(searchPlaces(cambodia, "ปอยเปต")).toEqual([]);
});
