import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compress } from "#server/node/compress.ts";
import { createPublicApp } from "#server/public-app.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { DrawnPages } from "#server/routes/drawn-pages.ts";
import { renderPage } from "#web/render.tsx";
import { organizationInput } from "../records/organization.ts";
import { NOW, openTestDirectory, PROOF_KEY } from "../_setup.ts";

describe("pages that were drawn a moment ago", () => {
  test("are the bytes of the page drawn anew, in every packing, until something public changes", async () => {
    const directory = await openTestDirectory({ demo: false });
    await directory.publish(organizationInput());
    let drawn = 0;
    const app = createPublicApp({
      published: directory.published,
      inbox: directory.inbox,
      renderPage: (...page) => {
        drawn += 1;
        return renderPage(...page);
      },
      assets: { script: "/assets/entry-1.js", preload: [], styles: ["/assets/entry-1.css"] },
      places: async () => null,
      now: () => NOW,
      proofKey: PROOF_KEY,
      drawnPages: new DrawnPages(compress),
    });
    const get = (path: string, encoding: string) =>
      Promise.resolve(app.request(path, { headers: { "Accept-Encoding": encoding } }));
    const bytes = async (answer: Promise<Response>) => Buffer.from(await (await answer).arrayBuffer());
    for (const path of [
      "/en/",
      "/th/open/",
      "/th/areas",
      "/en/safe",
      "/en/area/TH-50",
      "/en/open/area/TH-50",
      "/en/area/TH-50/sheet",
      "/th/area/TH",
    ]) {
      const anew = await (await directory.get(path)).text();
      const before = drawn;
      const [plain, gzip, brotli] = await Promise.all([
        bytes(get(path, "identity")),
        bytes(get(path, "gzip")),
        bytes(get(path, "gzip, br")),
      ]);
      expect([path, drawn - before]).toEqual([path, 1]);
      for (const page of [plain, gunzipSync(gzip), brotliDecompressSync(brotli)])
        expect([path, page.toString() === anew]).toEqual([path, true]);
      expect((await get(path, "br")).headers.get("content-encoding")).toBe("br");
    }
    const before = drawn;
    await directory.publish(organizationInput({ sourceId: "another", name: { en: "Another desk" } }));
    expect((await (await get("/en/area/TH-50", "identity")).text()).includes("Another desk")).toBe(true);
    expect(drawn).toBe(before + 1);
    expect((await get("/en/area/ZZ-1", "identity")).status).toBe(404);
  });

  test("so are the lists of all files, and a list names the files of one version whole", async () => {
    const directory = await openTestDirectory({ demo: false });
    await ensureSigningKey(directory.catalogue);
    await directory.publish(organizationInput());
    const drawnPages = new DrawnPages(compress);
    const app = createPublicApp({
      published: directory.published,
      inbox: directory.inbox,
      renderPage,
      assets: { script: "/assets/entry-1.js", preload: [], styles: ["/assets/entry-1.css"] },
      places: async () => null,
      now: () => NOW,
      proofKey: PROOF_KEY,
      drawnPages,
    });
    const paths = ["/bundles/index.json", "/bundles/index-th.json", "/bundles/signed.json"];
    const read = async (path: string) =>
      (await app.request(path, { headers: { "Accept-Encoding": "gzip" } })).arrayBuffer();
    const texts = async () =>
      Promise.all(paths.map(async (path) => gunzipSync(Buffer.from(await read(path))).toString()));
    const anew = () => Promise.all(paths.map(async (path) => (await directory.get(path)).text()));
    const before = await texts();
    expect(before).toEqual(await anew());
    const { bytes } = drawnPages;
    expect(await texts()).toEqual(before);
    expect(drawnPages.bytes).toBe(bytes);
    await directory.publish(organizationInput({ sourceId: "another", name: { en: "Another desk" } }));
    const after = await texts();
    expect(after).toEqual(await anew());
    for (const [at, text] of after.entries()) expect(text).not.toBe(before[at]);
    expect((await app.request("/bundles/index-xx.json")).status).toBe(404);
  });

  test("are forgotten after five minutes, and never fill more than their room", async () => {
    let now = 0;
    // Squeezes nothing, so that pages take room.
    const pages = new DrawnPages({ brotli: (bytes) => bytes, gzip: (bytes) => bytes }, () => now);
    let drawn = 0;
    const ask = (key: string, html = "x") => pages.page(key, async () => (drawn++, html));
    await Promise.all([ask("a"), ask("a"), ask("a")]);
    expect(drawn).toBe(1);
    now = 299_000;
    await ask("a");
    expect(drawn).toBe(1);
    now = 301_000;
    await ask("a");
    expect(drawn).toBe(2);
    for (let n = 0; n < 40; n += 1) await ask(`page ${n}`, "x".repeat(500_000));
    expect(pages.bytes).toBeGreaterThan(10_000_000);
    expect(pages.bytes).toBeLessThan(16_000_000 + 1_500_000);
    await expect(pages.page("fails", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await pages.page("fails", async () => "now it goes")).gzip.byteLength).toBeGreaterThan(0);
  });
});
