import { describe, expect, it } from "vitest";
import type { BundleIndex, BundlePart } from "#server/contract/bundle.ts";
import { allOf, readFiles, sizeOf, whatToKeep } from "#web/keep/what-to-keep.ts";

const part = (kind: BundlePart["kind"], lang: string | null): BundlePart => ({
  kind,
  scope: "area",
  lang,
  url: `/bundles/th-50-${kind}-${lang}.0123456789abcdef.json`,
  bytes: 1000,
  sha256: "",
  sequence: 0,
});
const INDEX: BundleIndex = {
  version: "v1",
  areas: ["TH-50", "TH-57"].map((code) => ({
    code,
    names: { en: code },
    listings: 2,
    scripts: ["Thai"],
    parts: (["index", "cards", "texts"] as const).flatMap((kind) => [part(kind, "en"), part(kind, "th")]),
  })),
};
const BUILT = {
  files: [
    ["/assets/app-12345678.js", 40_000, null],
    ["/assets/en-12345678.js", 17_000, "en"],
    ["/assets/vi-12345678.js", 20_000, "vi"],
    ["/map/TH.json", 90_000, null],
    ["/map/KH.json", 90_000, null],
    ["/places/TH.json", 80_000, null],
    ["/fonts/digits.woff2", 4_500, null],
    ["/fonts/noto-sans-thai-looped-400.woff2", 11_000, null],
    ["/fonts/noto-sans-khmer-400.woff2", 22_000, null],
    ["/sound/th.json", 400_000, "th"],
    ["/sound/en.json", 400_000, "en"],
    ["/print/typst.bin", 9_000_000, null],
  ],
} as const;

describe("what a copy on the device holds", () => {
  const keeping = whatToKeep("TH-50", "en", INDEX, BUILT);
  if (keeping === null) throw new Error("The area is listed");
  const lies = [...allOf(keeping).keys()];

  it("is no recording and no print compiler, of any language: its size is that of lists, pages, map and letters", () => {
    expect(lies.filter((url) => /^\/(?:sound|print)\//u.test(url))).toEqual([]);
    const { area, pages, map, letters } = keeping;
    expect(sizeOf(allOf(keeping))).toBe(
      [area, pages, map, letters].reduce((sum, one) => sum + sizeOf(one), 0),
    );
    expect(sizeOf(allOf(keeping))).toBeLessThan(800_000);
  });

  it("is of the area, its country's map, its languages and their letters alone", () => {
    expect(lies).toContain("/assets/app-12345678.js");
    expect(lies).toContain("/map/TH.json");
    expect(lies).toContain("/fonts/noto-sans-thai-looped-400.woff2");
    expect(lies.filter((url) => /vi-1234|KH\.json|khmer/u.test(url))).toEqual([]);
  });

  it("is the directory's own base map of the country too, with the size that the host says or that it turns out to have", async () => {
    const asked: string[] = [];
    const host = (saysSize: boolean) => async (url: string, init?: RequestInit) => {
      asked.push(`${init?.method ?? "GET"} ${url}`);
      if (url === "/keep.json") return Response.json(BUILT);
      if (url !== "/map/TH.pmtiles") return new Response(null, { status: 404 });
      if (init?.method !== "HEAD") return new Response(new Uint8Array(3_000_000));
      return new Response(null, { headers: saysSize ? { "content-length": "3000000" } : {} });
    };
    for (const saysSize of [true, false]) {
      const files = await readFiles(host(saysSize), ["TH", "KH"]);
      const own = whatToKeep("TH-50", "en", INDEX, files);
      expect(own?.map.get("/map/TH.pmtiles")).toBe(3_000_000);
      expect(own === null ? 0 : sizeOf(own.map)).toBe(sizeOf(keeping.map) + 3_000_000);
      // One that is missing is left out: our own land stands in its place.
      expect(files.files.map(([url]) => url)).not.toContain("/map/KH.pmtiles");
    }
    // The archive itself is fetched for its size only where the host does not say it.
    expect(asked.filter((one) => one === "GET /map/TH.pmtiles")).toHaveLength(1);
    // Without one in the settings nothing is asked but the list.
    asked.length = 0;
    expect(await readFiles(host(true))).toEqual(BUILT);
    expect(asked).toEqual(["GET /keep.json"]);
  });

  it("is nothing for an area that is no longer listed", () => {
    expect(whatToKeep("TH-99", "en", INDEX, BUILT)).toBeNull();
  });
});
