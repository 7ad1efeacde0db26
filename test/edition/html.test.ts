import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "#server/edition/make-edition.ts";
import { editionHtml } from "../../scripts/print/write-html.ts";
import { demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

describe("an edition as HTML", () => {
  test("needs nothing but itself, marks each language, and links numbers to places", async () => {
    const edition = await demo.edition({ lang: "en,th" });
    const html = await editionHtml(edition);
    expect(html).toContain("<title>Useful numbers · Chiang Mai</title>");
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\((?!data:)|<script/u);
    expect(html).toContain('<span lang="th" dir="ltr">');
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });

  test("a text with signs of HTML stands as it is written", async () => {
    const source = await demo.source({ form: "sheet" });
    const [first, ...rest] = source.listings;
    if (first === undefined) throw new Error("The demo is empty");
    const named = { ...first, name: { en: `<img src=x onerror="alert(1)"> & Co` } };
    const html = await editionHtml(await makeEdition({ ...source, listings: [named, ...rest] }));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
  });

  test("every form can be drawn", async () => {
    for (const form of demo.forms.filter((name) => name !== "errata")) {
      expect((await editionHtml(await demo.edition({ form, lang: "th" }))).length).toBeGreaterThan(2000);
    }
  });
});
