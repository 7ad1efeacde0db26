import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { BundleIndex, BundlePart } from "#server/contract/bundle.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { sha256 } from "#server/domain/digest.ts";
import { compress } from "#server/node/compress.ts";
import { openTestDirectory, type TestDirectory } from "../_setup.ts";
import { areas, TODAY } from "../records/memory.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";

let directory: TestDirectory;
beforeAll(async () => {
  directory = await openTestDirectory({ demo: true });
});

const indexOf = async (path = "/bundles/index.json") =>
  (await (await directory.get(path)).json()) as BundleIndex;
const partsOf = (index: BundleIndex): readonly BundlePart[] => index.areas.flatMap(({ parts }) => parts);
const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe("bundles", () => {
  test("the index names the areas with their parts: own, country's and everywhere's", async () => {
    const response = await directory.get("/bundles/index.json");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("cdn-cache-control")).toBe("public, max-age=300");
    const index = (await response.json()) as BundleIndex;
    expect(index.areas.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["TH-50", "TH-10", "KH-1", "KH-2", "LA-VT", "MM-06", "VN-HN", "AL-11"]),
    );
    const chiangMai = index.areas.find(({ code }) => code === "TH-50");
    expect(chiangMai?.names).toMatchObject({ en: "Chiang Mai" });
    expect(chiangMai?.listings).toBeGreaterThan(0);
    expect(new Set(chiangMai?.parts.map(({ scope }) => scope))).toEqual(
      new Set(["area", "country", "everywhere"]),
    );
    expect(new Set(chiangMai?.parts.map(({ kind }) => kind))).toEqual(new Set(["index", "cards", "texts"]));
  });

  test("an index in one language leaves the other languages' parts out", async () => {
    const all = partsOf(await indexOf());
    const thai = partsOf(await indexOf("/bundles/index-th.json"));
    expect(thai.map(({ url }) => url)).toEqual(
      all.filter(({ lang }) => lang === null || lang === "th").map(({ url }) => url),
    );
    expect((await directory.get("/bundles/index-fr.json")).status).toBe(404);
  });

  test("every part comes as brotli, as gzip and plain, and all three are what its hash says", async () => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Uint8Array) => body };
    const parts = new Map(partsOf(await indexOf()).map((part) => [part.url, part]));
    expect(parts.size).toBeGreaterThan(10);
    for (const part of parts.values()) {
      for (const [encoding, unpacked] of Object.entries(unpack)) {
        const response = await directory.get(part.url, { "Accept-Encoding": encoding });
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("application/json");
        expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
        expect(response.headers.get("vary")).toContain("Accept-Encoding");
        const body = unpacked(await bytes(response));
        expect(body.byteLength).toBe(part.bytes);
        expect(await sha256(new Uint8Array(body))).toBe(part.sha256);
        expect(part.url).toContain(`.${part.sha256.slice(0, 16)}.json`);
      }
    }
  });

  test("a part that never was answers 404, and so does a name that is none", async () => {
    for (const name of ["th-50-index.0123456789abcdef.json", "th-50-index.json", "..%2Fcatalogue.db", "x"]) {
      const response = await directory.get(`/bundles/${name}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
    }
  });

  test("parts of a listing that was taken away answer 410, and the new ones do not hold it", async () => {
    const own = await openTestDirectory({ demo: false });
    const services = [serviceInput(), serviceInput({ sourceId: "other", name: { en: "Other desk" } })];
    await own.publish(organizationInput({ services }));
    const index = (await (await own.get("/bundles/index.json")).json()) as BundleIndex;
    const before = index.areas.find(({ code }) => code === "TH-50")?.parts;
    const found = (await (await own.get("/api/services?q=advice")).json()) as { items: { code: string }[] };
    const code = found.items[0]?.code ?? "";
    const options = { areas, compress, today: TODAY };
    expect(await takeAway(own.context, own.stores, code, "closed", options)).toMatchObject({ gone: true });
    expect(before?.length).toBeGreaterThan(0);
    for (const part of before ?? []) {
      const response = await own.get(part.url);
      expect(response.status).toBe(410);
      expect(response.headers.get("cdn-cache-control")).toBeNull();
      expect(await response.json()).toMatchObject({ error: { code: "gone" } });
    }
    const after = (await (await own.get("/bundles/index.json")).json()) as BundleIndex;
    expect(after.version).not.toBe(index.version);
    for (const part of after.areas.find((area) => area.code === "TH-50")?.parts ?? []) {
      const body = await (await own.get(part.url, { "Accept-Encoding": "identity" })).text();
      expect(body).not.toContain(code);
    }
    expect((await own.get(`/api/services/${code}`)).status).toBe(404);
    expect(await (await own.get("/en/area/TH-50")).text()).not.toContain(code);
  });
});
