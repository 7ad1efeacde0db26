import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DirectoryError } from "#server/contract/errors.ts";
import type { SourceFile } from "#server/exchange/read-result.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import { readSheets } from "#server/exchange/workbook/read-workbook.ts";
import { SQUARES } from "../exchange/test-areas.ts";
import { nasty, nastyJson, runs } from "./arbitraries.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads files as the importers do: a report, or an error that says what is wrong. Nothing else may come out. */
function read(files: readonly SourceFile[]): void {
  try {
    const { problems, organizations } = readRecords(files, { format: "auto", areas: SQUARES, country: "XA" });
    expect(Array.isArray(problems)).toBe(true);
    expect(Array.isArray(organizations)).toBe(true);
  } catch (error) {
    expect(error).toBeInstanceOf(DirectoryError);
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
}

const HEADERS = [
  "id",
  "name",
  "description",
  "organization_id",
  "organization",
  "status",
  "url",
  "email",
  "latitude",
  "longitude",
  "address_1",
  "city",
  "country",
  "number",
  "opens_at",
  "closes_at",
  "weekday",
  "minimum_age",
  "language",
  "__proto__",
  "constructor",
];
const NAMES = [
  "organizations.csv",
  "services.csv",
  "locations.csv",
  "phones.csv",
  "schedules.csv",
  "addresses.csv",
  "services.json",
  "../../organizations.csv",
  "__proto__.json",
  "x.geojson",
];

const cell = fc.oneof(nasty, fc.constantFrom("1", "o1", "2026-02-30", "25:99", "91", "-181", "TRUE"));
const csv = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...HEADERS), { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }),
    fc.constantFrom(",", ";", "\t"),
    fc.boolean(),
  )
  .map(([headers, rows, by, quote]) =>
    [headers, ...rows]
      .map((row) => row.map((one) => (quote ? `"${one.replaceAll('"', '""')}"` : one)).join(by))
      .join("\n"),
  );

/** HSDS as somebody's careless program writes it: right names, wrong things. */
const hsds = fc
  .array(
    fc.dictionary(
      fc.constantFrom(
        "id",
        "name",
        "organization",
        "service",
        "locations",
        "phones",
        "schedules",
        "languages",
        "attributes",
        "url",
        "__proto__",
      ),
      fc.oneof(
        fc.jsonValue(),
        cell,
        fc.array(fc.dictionary(fc.constantFrom("id", "name", "number", "latitude"), cell), { maxLength: 3 }),
      ),
    ),
    { maxLength: 4 },
  )
  .map((value) => JSON.stringify(value));

describe("whatever a file holds", () => {
  test("an importer answers with a report or a plain error, and leaves nothing behind in objects", () => {
    const content = fc.oneof(
      csv.map(encode),
      hsds.map(encode),
      nastyJson.map(encode),
      fc.uint8Array({ maxLength: 400 }),
    );
    const file = fc.record({ name: fc.constantFrom(...NAMES), bytes: content });
    fc.assert(
      fc.property(fc.uniqueArray(file, { minLength: 1, maxLength: 4, selector: ({ name }) => name }), read),
      { numRuns: runs(500) },
    );
  });

  test("patterns do not blow up on long lines that almost fit", () => {
    for (const line of [
      `${"0".repeat(20_000)}x`,
      `${" ".repeat(20_000)}x`,
      `${"+".repeat(20_000)}1`,
      `${"1-".repeat(20_000)}x`,
      `http://${"a.".repeat(20_000)}`,
      `${"Mo-".repeat(10_000)}`,
      `<${"a".repeat(20_000)}`,
      `${"(1".repeat(20_000)}`,
    ]) {
      const row = HEADERS.map(() => line).join(",");
      read([{ name: "services.csv", bytes: encode(`${HEADERS.join(",")}\n${row}\n`) }]);
      read([
        {
          name: "x.json",
          bytes: encode(JSON.stringify([Object.fromEntries(HEADERS.map((key) => [key, line]))])),
        },
      ]);
    }
  });
});

/** A ZIP with one file in it, whose list may say another size than it has. */
function zip(name: string, unpacked: number, said = unpacked, entries = 1): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(unpacked), { level: 9 });
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(entry.length * entries, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, ...Array.from({ length: entries }, () => entry), end]);
}

describe("a workbook that is a bomb", () => {
  test("is refused by its list before anything is unpacked", async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (const bomb of [
      zip("xl/workbook.xml", 90_000_000),
      zip("xl/workbook.xml", 1_000, 4_000_000_000),
      zip("xl/workbook.xml", 10_000_000, 10_000_000, 500),
      zip("a", 1, 1, 60_000),
    ])
      await expect(readSheets(bomb)).rejects.toMatchObject({ code: "too_large" });
    // A list that lies gives cut-off files: no workbook, and no more memory than it says.
    await expect(readSheets(zip("xl/workbook.xml", 20_000_000, 1_000))).rejects.toBeInstanceOf(
      DirectoryError,
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });

  test("or anything else that is no workbook gets a plain error", async () => {
    const start = zip("xl/workbook.xml", 500);
    const mangled = fc
      .array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { maxLength: 8 })
      .map((changes) => {
        const bytes = new Uint8Array(start);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(mangled, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        await expect(readSheets(bytes)).rejects.toBeInstanceOf(DirectoryError);
      }),
      { numRuns: runs(150) },
    );
  });
});
