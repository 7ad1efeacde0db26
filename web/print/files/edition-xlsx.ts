/** An edition as a workbook: a sheet for each of its tables. Every cell is text, so nothing in it can be run. */
import writeXlsxFile, { type Row } from "write-excel-file/universal";
import type { Edition } from "#server/contract/edition.ts";
import type { Wordings } from "#server/edition/speak.ts";
import { editionTables } from "#server/edition/tables.ts";

/** Most letters that a cell, and that the name of a sheet holds. */
const LONGEST = 32_767;
const LONGEST_NAME = 31;
/** Widths in letters: as wide as what stands in a column, within these. */
const NARROW = 8;
const WIDE = 44;
/** Where there are so few columns that a page has room for wider ones. */
const FEW = 3;
const WIDER = 64;

const text = (value: string, more: object = {}) => ({
  value: value.slice(0, LONGEST),
  type: String,
  format: "@",
  wrap: true,
  alignVertical: "top" as const,
  ...more,
});

/** Names without the signs that spreadsheets refuse, each once. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replace(/[[\]:*?/\\']+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME - 3);
    let own = plain;
    for (let more = 2; taken.has(own.toLowerCase()); more += 1) own = `${plain} ${more}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

function widthOf(cells: readonly string[], widest: number): number {
  const longest = Math.max(0, ...cells.flatMap((cell) => cell.split("\n").map((part) => [...part].length)));
  return Math.min(widest, Math.max(NARROW, longest + 2));
}

/** Points of a line of text, and the highest row that a spreadsheet has. */
const LINE = 15;
const HIGHEST = 409;

/** Spreadsheets that do not fit rows to what is in them would show one line of each cell. */
function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) =>
    cell
      .split("\n")
      .reduce((sum, part) => sum + Math.max(1, Math.ceil([...part].length / (widths[at] ?? WIDE))), 0),
  );
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

/** The bytes of the workbook; the same code on Node and on a visitor's device. */
export async function editionXlsx(edition: Edition, wordings: Wordings): Promise<Uint8Array<ArrayBuffer>> {
  const tables = editionTables(edition, wordings);
  const names = sheetNames(tables.map(({ name }) => name));
  const rightToLeft = edition.languages[0]?.dir === "rtl";
  const book = await writeXlsxFile(
    tables.map(({ head, rows }, at) => {
      const widest = head.length > FEW ? WIDE : WIDER;
      const widths = head.map((title, column) =>
        widthOf([title, ...rows.map((cells) => cells[column] ?? "")], widest),
      );
      const toRow = (cells: readonly string[], more: object): Row => {
        const height = heightOf(cells, widths);
        return cells.map((cell) => text(cell, { height, ...more }));
      };
      return {
        sheet: names[at] ?? `${at + 1}`,
        data: [toRow(head, { fontWeight: "bold" }), ...rows.map((cells) => toRow(cells, {}))],
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 1,
        orientation: "landscape" as const,
        rightToLeft,
      };
    }),
  ).toBlob();
  return new Uint8Array(await book.arrayBuffer());
}
