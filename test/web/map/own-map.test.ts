import { describe, expect, test } from "vitest";
import { toPixel, unitsOf, viewOf } from "#web/map/mercator.ts";
import { LARGEST_ARCHIVE, openArchive } from "#web/map/own-archive.ts";
import { createOwnTiles, tilesOf } from "#web/map/own-tiles.ts";
import { isDrawn, readTile } from "#web/map/tile-paths.ts";
import { makePmtiles, type MadeFeature } from "./make-pmtiles.ts";

const LAKE: MadeFeature = {
  layer: "water",
  type: "area",
  points: [
    [19, 99],
    [18.5, 99],
    [18.5, 99.5],
    [19, 99.5],
  ],
};
const line = (layer: string, properties = {}): MadeFeature => ({
  layer,
  type: "line",
  points: [
    [18, 98],
    [19, 99],
  ],
  properties,
});
const whole = (features: readonly MadeFeature[], more = {}) =>
  makePmtiles({ features, tiles: [[0, 0, 0]], ...more });
const VIEW = viewOf([18, 98, 20, 100], { width: 400, height: 400 });

describe("a base map of the deployment's own", () => {
  test("is opened from the whole file, with its layers, zooms and credit as plain text", async () => {
    const bytes = whole([LAKE, line("roads")], {
      metadata: { attribution: '<a href="https://example.org">&copy; Makers</a> &amp; friends' },
      bounds: [5, 97, 21, 106],
    });
    const archive = await openArchive(bytes.buffer);
    expect(archive).toMatchObject({ zooms: [0, 0], bounds: [5, 97, 21, 106], layers: ["water", "roads"] });
    expect(archive.credit).toBe("© Makers & friends");
  });

  test("is refused, with what is wrong, when it is another file, holds pictures or is too large to be sent whole", async () => {
    await expect(openArchive(new TextEncoder().encode("GIF89a, no map".repeat(20)).buffer)).rejects.toThrow(
      "no PMTiles archive",
    );
    await expect(openArchive(whole([LAKE], { tileType: 2 }).buffer)).rejects.toThrow("no vector tiles");
    await expect(openArchive(new ArrayBuffer(LARGEST_ARCHIVE + 1))).rejects.toThrow("at most 5.0 MB");
  });

  test("gives land, water, rivers, roads and borders, and nothing that points at a house", () => {
    const features = [
      LAKE,
      line("waterway"),
      line("transportation"),
      line("boundary", { admin_level: "4" }),
      line("boundary", { admin_level: "8" }),
      line("boundaries", { kind: "locality" }),
      { ...LAKE, layer: "earth" },
      { ...LAKE, layer: "buildings" },
      line("housenumber"),
    ];
    const archive = whole(features);
    return openArchive(archive.buffer).then(async ({ tile }) => {
      const paths = readTile((await tile(0, 0, 0)) ?? new Uint8Array(), 0, 0, 0);
      const counts = Object.entries(paths).map(([part, found]) => [part, part === "box" ? 0 : found.length]);
      expect(Object.fromEntries(counts)).toEqual({
        box: 0,
        land: 1,
        water: 1,
        rivers: 1,
        roads: 1,
        borders: 1,
      });
      expect(isDrawn(["buildings"])).toBe(false);
      expect(isDrawn(["buildings", "streets"])).toBe(true);
    });
  });

  test("has its lines where they are on the world, to the fineness of a tile", async () => {
    const { tile } = await openArchive(makePmtiles({ features: [LAKE], tiles: [[7, 99, 57]] }).buffer);
    const [lake] = readTile((await tile(7, 99, 57)) ?? new Uint8Array(), 7, 99, 57).water;
    const corner = [
      (lake?.units[0] ?? 0) * VIEW.scale - VIEW.left,
      (lake?.units[1] ?? 0) * VIEW.scale - VIEW.top,
    ];
    const [x, y] = toPixel(VIEW, [19, 99]);
    expect(Math.abs((corner[0] ?? 0) - x)).toBeLessThan(0.5);
    expect(Math.abs((corner[1] ?? 0) - y)).toBeLessThan(0.5);
  });

  test("is drawn from the tiles of the view, at no closer zoom than it has, once all of them are there", async () => {
    const shown = tilesOf(VIEW, [0, 6]);
    expect(new Set(shown.map(({ z }) => z))).toEqual(new Set([6]));
    const [left, top] = unitsOf(VIEW);
    expect(shown[0]).toEqual({ z: 6, x: Math.floor(left * 64), y: Math.floor(top * 64) });

    const tiles = shown.map(({ z, x, y }) => [z, x, y] as const);
    const own = createOwnTiles(await openArchive(makePmtiles({ features: [LAKE], tiles }).buffer));
    expect(own.at(VIEW)).toBeNull();
    await expect.poll(() => own.arrived.value).toBe(1);
    expect(own.at(VIEW)).toHaveLength(shown.length);
  });

  test("leaves a tile out that it has not or that cannot be read, and draws the others", async () => {
    const own = createOwnTiles({
      ...(await openArchive(whole([LAKE]).buffer)),
      tile: async (_z, x) => (x % 2 === 0 ? new Uint8Array([26, 200, 1]) : null),
      zooms: [8, 8],
    });
    expect(own.at(VIEW)).toBeNull();
    await expect.poll(() => own.arrived.value).toBe(1);
    expect(own.at(VIEW)).toEqual([]);
  });
});
