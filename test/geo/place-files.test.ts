import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { areaOfPoint } from "#server/domain/area-of-point.ts";
import { decodeBaseMap } from "#server/domain/base-map.ts";
import { COUNTRIES } from "../../scripts/geo/countries.ts";
import { isInside } from "../../scripts/geo/geometry.ts";
import { readAreas, readBaseMap, readPlaces, readPolygons } from "./read-built.ts";

const areas = readAreas();
const compressed = (path: string): number => gzipSync(readFileSync(path)).length / 1024;

describe("the files made for each country", () => {
  it("are there for exactly the countries of the list", () => {
    const expected = COUNTRIES.map(({ code }) => `${code}.json`).toSorted();
    for (const folder of ["db/places/polygons", "web/public/places", "web/public/map"]) {
      expect(
        readdirSync(folder)
          .filter((file) => file.endsWith(".json"))
          .toSorted(),
        folder,
      ).toEqual(expected);
    }
    expect(areas.all().filter(({ parent }) => parent === null)).toHaveLength(COUNTRIES.length);
  });

  describe.each(COUNTRIES.map(({ code }) => code))("%s", (country) => {
    it("are small enough for a slow line", () => {
      expect(compressed(`web/public/places/${country}.json`)).toBeLessThan(60);
      expect(compressed(`web/public/map/${country}.json`)).toBeLessThan(100);
      expect(compressed(`db/places/polygons/${country}.json`)).toBeLessThan(40);
    });

    it("name only areas of the country that areas.json has", () => {
      const codes = [
        ...readPlaces(country).areas,
        ...readPolygons(country).polygons.flatMap((polygon) => polygon.codes),
        ...decodeBaseMap(readBaseMap(country)).areas.flatMap((shape) => shape.codes),
      ];
      expect(codes.filter((code) => areas.country(code)?.code !== country || !areas.isKnown(code))).toEqual(
        [],
      );
    });

    it("put the country's point on its own land, near the middle of its box", () => {
      const { point, bbox } = areas.get(country) ?? {};
      const [lat, lon] = point ?? [0, 0];
      const [south, west, north, east] = bbox ?? [0, 0, 0, 0];
      const outline = decodeBaseMap(readBaseMap(country)).outline.flatMap(({ polygons }) => polygons);
      expect(outline.some((polygon) => isInside(polygon, [lon, lat]))).toBe(true);
      const fromCentre = Math.hypot(lat - (south + north) / 2, lon - (west + east) / 2);
      expect(fromCentre).toBeLessThan(Math.hypot(north - south, east - west) / 4);
    });

    it("list every area as a place, with its point", () => {
      const { areas: codes, provinces } = readPlaces(country);
      expect(provinces.map(([, , area]) => codes[area])).toEqual(codes);
      for (const [, , area, lat, lon] of provinces)
        expect([lat, lon]).toEqual(areas.get(codes[area] ?? "")?.point);
    });

    it("round every place to three decimals and keep it near the country", () => {
      const box = areas.get(country)?.bbox ?? [0, 0, 0, 0];
      const { towns, districts } = readPlaces(country);
      for (const [name, , , , lat, lon] of [...towns, ...districts]) {
        expect(Math.round(lat * 1000) / 1000, name).toBe(lat);
        expect(Math.round(lon * 1000) / 1000, name).toBe(lon);
        expect(lat > box[0] - 15 && lat < box[2] + 15 && lon > box[1] - 25 && lon < box[3] + 25, name).toBe(
          true,
        );
      }
    });

    it("agree about where towns are: GeoNames codes and shapes say the same for nine in ten", () => {
      const { areas: codes, towns } = readPlaces(country);
      const polygons = readPolygons(country);
      const known = new Set(polygons.polygons.flatMap((polygon) => polygon.codes));
      const placed = towns.flatMap(([name, , , area, lat, lon]) => {
        const code = codes[area] ?? "";
        const drawn = known.has(code) ? code : (areas.get(code)?.parent ?? "");
        return known.has(drawn) ? [{ name, drawn, shape: areaOfPoint(polygons, lat, lon)?.code }] : [];
      });
      expect(placed.length).toBeGreaterThan(0);
      expect(placed.filter(({ drawn, shape }) => drawn !== shape).length / placed.length).toBeLessThan(0.1);
    });

    it("draw closed rings inside the extent", () => {
      const map = decodeBaseMap(readBaseMap(country));
      const rings = [map.outline, map.areas, map.neighbours, map.lakes]
        .flat()
        .flatMap(({ polygons }) => polygons.flat());
      const [south, west, north, east] = map.extent;
      expect(map.outline).toHaveLength(1);
      expect(rings.filter((ring) => String(ring[0]) !== String(ring.at(-1)))).toHaveLength(0);
      const outside = rings
        .flat()
        .filter(([x, y]) => x < west - 0.01 || x > east + 0.01 || y < south - 0.01 || y > north + 0.01);
      expect(outside).toHaveLength(0);
    });
  });
});
