import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { editionDocx } from "#web/print/files/edition-docx.ts";
import { demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

/** A file inside a ZIP, from its central directory. */
function unzip(zip: Buffer, name: string): string {
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString("utf8");
  }
  throw new Error(`${name} is not in the file`);
}

describe("an edition as a Word file", () => {
  test("holds every listing and number, each text with its language, and a neutral title", async () => {
    const edition = await demo.edition({ lang: "en,th" });
    const file = Buffer.from(await editionDocx(edition));
    const text = unzip(file, "word/document.xml");
    for (const block of edition.blocks) {
      if (block.kind !== "entry") continue;
      expect(text).toContain(block.code);
      for (const { value } of block.contacts) expect(text).toContain(value);
    }
    expect(text).toContain('w:bidi="th"');
    const properties = unzip(file, "docProps/core.xml");
    expect(properties).toContain("Useful numbers · Chiang Mai");
    expect(properties).not.toMatch(/traffick|waymark|victim/iu);
  });

  test("can be made of every form", async () => {
    for (const form of demo.forms.filter((name) => name !== "errata")) {
      const text = unzip(Buffer.from(await editionDocx(await demo.edition({ form }))), "word/document.xml");
      expect([form, text.length > 2000]).toEqual([form, true]);
    }
  });
});
