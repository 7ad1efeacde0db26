import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openCatalogue } from "#db/client.ts";
import { readSettings } from "#server/publication/settings.ts";
import { baseMapIn } from "../../scripts/verbs/base-map.ts";
import { makePmtiles } from "../web/map/make-pmtiles.ts";

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "base-map-"));
  said = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const run = (...args: string[]) =>
  baseMapIn([folder, join(folder, "not-built")]).run(args, { DATA_DIR: folder, DEMO: "0" });
const named = async () =>
  (await readSettings(await openCatalogue({ url: `file:${join(folder, "catalogue.db")}` }))).baseMaps;

function archive(
  layer: string,
  bounds: readonly [number, number, number, number] = [5, 97, 21, 106],
): string {
  const file = join(folder, "own.pmtiles");
  const points = [[18, 98] as const, [19, 99] as const];
  const made = makePmtiles({ features: [{ layer, type: "line", points }], tiles: [[0, 0, 0]], bounds });
  writeFileSync(file, made);
  return file;
}

describe("directory base-map", () => {
  test("puts an archive beside the built files, names it in the settings, and takes both away again", async () => {
    const file = archive("roads");
    expect(await run("TH", file)).toBe(0);
    expect(readFileSync(join(folder, "TH.pmtiles"))).toEqual(readFileSync(file));
    expect(await named()).toEqual(["TH"]);
    expect(said.join("\n")).toContain("layers roads");
    expect(await run("TH", "--remove")).toBe(0);
    expect(existsSync(join(folder, "TH.pmtiles"))).toBe(false);
    expect(await named()).toEqual([]);
  });

  test.each([
    ["a country that the place data lack", () => ["ZZ", archive("roads")], "no country ZZ"],
    ["an area of a country", () => ["TH-50", archive("roads")], "no country TH-50"],
    ["a file of another kind", () => ["TH", "package.json"], "package.json: The file is no PMTiles archive"],
    ["a file that is not there", () => ["TH", "none.pmtiles"], "none.pmtiles cannot be read"],
    [
      "layers of which none is drawn",
      () => ["TH", archive("buildings")],
      "none of its layers is drawn (buildings)",
    ],
    [
      "another part of the world",
      () => ["TH", archive("roads", [30, -10, 60, 20])],
      "another part of the world",
    ],
    ["no file", () => ["TH"], "Say a country"],
  ])("refuses %s, and changes nothing", async (_, args, why) => {
    await expect(run(...args())).rejects.toThrow(why);
    expect(existsSync(join(folder, "TH.pmtiles"))).toBe(false);
    if (existsSync(join(folder, "catalogue.db"))) expect(await named()).toBeUndefined();
  });
});
