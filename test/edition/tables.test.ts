import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { DEMO } from "#db/seed/demo/index.ts";
import { editionCsv } from "#server/edition/csv.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { editionTables } from "#server/edition/tables.ts";
import { editionXlsx } from "#web/print/files/edition-xlsx.ts";
import { type Asked, demoEditions } from "./demo-source.ts";

let demo: Awaited<ReturnType<typeof demoEditions>>;
beforeAll(async () => {
  demo = await demoEditions();
});

async function made(asked: Asked) {
  const source = await demo.source(asked);
  return { source, edition: await makeEdition(source), wordings: source.wordings };
}

/** Cells of a CSV without line ends in them. */
const cellsOf = (line: string) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)];

describe("an edition as tables", () => {
  test("has a row for each place: its number, every need it answers, numbers to call, each fact, code and link", async () => {
    const { edition, wordings } = await made({});
    const [places] = editionTables(edition, wordings);
    const entries = edition.blocks.flatMap((block) => (block.kind === "entry" ? [block] : []));
    expect(places?.rows.map(([number]) => Number(number))).toEqual(entries.map(({ number }) => number));
    const column = (name: string) => places?.head.indexOf(name) ?? -1;
    for (const [at, { code, contacts, rows, qr }] of entries.entries()) {
      const row = places?.rows[at] ?? [];
      expect(row).toHaveLength(places?.head.length ?? 0);
      expect(row[column("Short code")]).toBe(code);
      expect(row[column("The newest facts")]).toBe(qr?.url);
      for (const { value } of contacts) expect(row[column("Phone and other ways")]).toContain(value);
      for (const { label, paragraphs } of rows)
        expect(row[column(label[0]?.text ?? "")]).toContain(paragraphs[0]?.[0]?.text);
    }
    const needs = new Map(places?.rows.map((row) => [Number(row[0]), row[column("What you need")] ?? ""]));
    const pointed = edition.blocks.filter((block) => block.kind === "reference");
    expect(pointed.length).toBeGreaterThan(10);
    expect(pointed.filter(({ number }) => !needs.get(number)?.includes("\n"))).toEqual([]);
  });

  test("the area sheet keeps the field's three columns and twelve rows", async () => {
    const { edition, wordings } = await made({ form: "sheet" });
    const [table] = editionTables(edition, wordings);
    expect(table?.head).toEqual(["What you need", "Specialised help", "Help open to everyone"]);
    expect(table?.rows).toHaveLength(12);
  });

  test("every form has tables with words in them, as wide in each row as their heads, in two languages too", async () => {
    for (const form of demo.forms.filter((name) => name !== "errata")) {
      const { edition, wordings } = await made({ form, lang: "en,ar" });
      const tables = editionTables(edition, wordings);
      const uneven = tables.filter(({ head, rows }) => rows.some((row) => row.length !== head.length));
      expect([form, uneven]).toEqual([form, []]);
      expect([form, tables.flatMap(({ rows }) => rows.flat().join("")).join("").length > 200]).toEqual([
        form,
        true,
      ]);
    }
  });

  test("as a workbook says the same, every cell a text and none a formula", async () => {
    const source = await demo.source({});
    const [first, ...rest] = source.listings;
    if (first === undefined) throw new Error("The demo is empty");
    const name = `=HYPERLINK("http://x.example","a")`;
    const edition = await makeEdition({ ...source, listings: [{ ...first, name: { en: name } }, ...rest] });
    const tables = editionTables(edition, source.wordings);
    const bytes = Buffer.from(await editionXlsx(edition, source.wordings));
    const sheets = await readWorkbook(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Places that help", "Text"]);
    for (const [at, { head, rows }] of tables.entries()) {
      const read = sheets[at]?.data.map((row) => row.map((cell) => cell ?? ""));
      expect(read?.[0]).toEqual(head);
      expect(read?.slice(1)).toEqual(rows);
    }
    expect(JSON.stringify(tables[0]?.rows)).toContain("=HYPERLINK");
    expect(bytes.includes("<f>")).toBe(false);
  });

  test("as CSV begins no cell with a sign that a spreadsheet runs", async () => {
    const source = await demo.source({});
    const [first, second, ...rest] = source.listings;
    if (first === undefined || second === undefined) throw new Error("The demo is empty");
    const listings = [
      { ...first, name: { en: "=1+1" } },
      { ...second, name: { en: "@SUM(A1)" }, organization: { ...second.organization, name: { en: "-2+3" } } },
      ...rest,
    ];
    const csv = editionCsv(await makeEdition({ ...source, listings }), source.wordings);
    expect(csv.startsWith("\u{FEFF}Number,What you need,")).toBe(true);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@SUM(A1)");
    const cells = cellsOf(csv.slice(1)).map(([, quoted, plain]) => quoted ?? plain ?? "");
    expect(cells.length).toBeGreaterThan(300);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
  });

  test("holds no private word, and for general help alone nothing of specialised help", async () => {
    const secret = DEMO.flatMap(({ locations = [] }) =>
      locations
        .filter(({ privacy }) => privacy === "withheld")
        .flatMap(({ lines, privateNote, postalCode }) => [lines?.["en"], privateNote, postalCode]),
    ).filter((text): text is string => typeof text === "string" && text.length > 3);
    const { edition, wordings } = await made({ lang: "en,th" });
    const text = JSON.stringify(editionTables(edition, wordings));
    expect(secret.length).toBeGreaterThan(5);
    expect(secret.filter((one) => text.includes(one))).toEqual([]);
    const general = await made({ generalOnly: true });
    expect(JSON.stringify(editionTables(general.edition, general.wordings))).not.toMatch(
      /speciali[sz]ed|particular situations|traffick/iu,
    );
  });
});
