import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeEdition } from "#server/edition/make-edition.ts";
import { writeHtml } from "../../scripts/print/write-html.ts";
import { openBrowser } from "../browser/open-browser.ts";
import { demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

describe("an edition as HTML", () => {
  test("needs nothing but itself, marks each language, and links numbers to places", async () => {
    const edition = await demo.edition({ lang: "en,th" });
    const html = await writeHtml(edition);
    expect(html).toContain("<title>Useful numbers · Chiang Mai</title>");
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\((?!data:)/u);
    expect(html).toContain('<span lang="th" dir="ltr">');
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });

  test("searches itself with one script, which its own policy allows, and which asks for nothing", async () => {
    const html = await writeHtml(await demo.edition({ lang: "en,th" }));
    const [script = "", ...more] = [...html.matchAll(/<script>([^]*?)<\/script>/gu)].map(([, text]) => text);
    expect(more).toEqual([]);
    const allowed = /script-src 'sha256-([^']+)'/u.exec(html)?.[1];
    expect(createHash("sha256").update(script).digest("base64")).toBe(allowed);
    expect(html).toContain("default-src 'none'");
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const wrong: string[] = [];
      page.on("pageerror", ({ message }) => wrong.push(message));
      page.on("console", (line) => line.type() === "error" && wrong.push(line.text()));
      await page.setContent(html);
      const shown = () => page.locator(".ed-entry:visible").count();
      const all = await shown();
      await page.getByRole("searchbox").fill("HOSPITAL green");
      expect(await shown()).toBeGreaterThan(0);
      expect(await shown()).toBeLessThan(all / 2);
      expect(await page.locator("#found").innerText()).toBe(`${await shown()} / ${all}`);
      await page.getByRole("searchbox").fill("");
      expect(await shown()).toBe(all);
      expect(wrong).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test("a text with signs of HTML stands as it is written", async () => {
    const source = await demo.source({ form: "sheet" });
    const [first, ...rest] = source.listings;
    if (first === undefined) throw new Error("The demo is empty");
    const named = { ...first, name: { en: `<img src=x onerror="alert(1)"> & Co` } };
    const html = await writeHtml(await makeEdition({ ...source, listings: [named, ...rest] }));
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
  });

  test("every form can be drawn", async () => {
    for (const form of demo.forms.filter((name) => name !== "errata")) {
      expect((await writeHtml(await demo.edition({ form, lang: "th" }))).length).toBeGreaterThan(2000);
    }
  });
});
