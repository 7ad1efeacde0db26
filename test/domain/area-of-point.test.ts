import { describe, expect, it } from "vitest";
import { areaOfPoint, nearestTownArea, type AreaPolygons } from "#server/domain/area-of-point.ts";
import { readPolygons } from "../geo/read-built.ts";

describe("the area of a point", () => {
  it.each([
    ["Chiang Mai", "TH", 18.79, 98.98, "TH-50"],
    ["Mae Sot", "TH", 16.713, 98.575, "TH-63"],
    ["Bangkok", "TH", 13.75, 100.5, "TH-10"],
    ["Phnom Penh", "KH", 11.5625, 104.916, "KH-12"],
    ["Poipet", "KH", 13.658, 102.563, "KH-1"],
    ["Vientiane", "LA", 17.967, 102.6, "LA-VT"],
    ["Amman", "JO", 31.95, 35.93, "JO-AM"],
    ["Aqaba", "JO", 29.532, 35.006, "JO-AQ"],
    ["Tirana", "AL", 41.33, 19.82, "AL-11"],
    ["Ho Chi Minh City", "VN", 10.77, 106.7, "VN-SG"],
    ["Manila", "PH", 14.6, 120.98, "PH-00"],
    ["Hong Kong", "CN", 22.3, 114.17, "CN-HK"],
  ])("of %s is inside its own shape", (_name, country, lat, lon, code) => {
    expect(areaOfPoint(readPolygons(country), lat, lon)).toEqual({ code, certainty: "inside" });
  });

  it.each([
    ["Suong, in the province made of half of Kampong Cham", "KH", 11.912, 105.658, "KH-25"],
    ["Kampong Cham itself", "KH", 11.993, 105.464, "KH-3"],
    ["Naypyidaw, cut out of Mandalay", "MM", 19.75, 96.1, "MM-18"],
    ["Merauke, in the new South Papua", "ID", -8.49, 140.4, "ID-PS"],
    ["Mymensingh, cut out of Dhaka Division", "BD", 24.75, 90.4, "BD-H"],
    ["Kathmandu, where only towns are known", "NP", 27.71, 85.32, "NP-P3"],
  ])("of %s is told by the nearest town and says so", (_name, country, lat, lon, code) => {
    expect(areaOfPoint(readPolygons(country), lat, lon)).toEqual({ code, certainty: "approximate" });
  });

  it("is not known far out at sea", () => {
    expect(areaOfPoint(readPolygons("TH"), 9, 95)).toBeNull();
  });

  const square: AreaPolygons = {
    country: "XX",
    polygons: [
      {
        codes: ["XX-1"],
        rings: [
          [0, 0, 3000, 0, 0, 3000, -3000, 0, 0, -3000],
          [1000, 1000, 1000, 0, 0, 1000, -1000, 0, 0, -1000],
        ],
      },
    ],
    seeds: [],
  };

  it("forgives a harbour a little outside the simplified coast, and says so", () => {
    expect(areaOfPoint(square, 1.5, 3.03)).toEqual({ code: "XX-1", certainty: "approximate" });
    expect(areaOfPoint(square, 1.5, 3.1)).toBeNull();
  });

  it("leaves holes out", () => {
    expect(areaOfPoint(square, 0.5, 0.5)).toEqual({ code: "XX-1", certainty: "inside" });
    expect(areaOfPoint(square, 1.5, 1.5)).toBeNull();
  });
});

describe("the nearest town", () => {
  it("gives its area and the distance in km, and passes over towns without an area", () => {
    const towns = [
      { name: "Near, but where?", area: "", lat: 10, lon: 10 },
      { name: "East", area: "XX-2", lat: 10, lon: 10.1 },
      { name: "North", area: "XX-1", lat: 10.2, lon: 10 },
    ];
    const nearest = nearestTownArea(towns, 10, 10);
    expect(nearest?.area).toBe("XX-2");
    expect(nearest?.km).toBeCloseTo(10.95, 1);
    expect(nearestTownArea([], 10, 10)).toBeNull();
  });
});
