/** Workbooks of others: each sheet becomes a table, as if it had been saved as CSV. */
import type { SourceFile } from "../read-result.ts";
import type { Sheet } from "./read-workbook.ts";

/** Stands for a line end inside a cell, so that lines of the table stay lines of the sheet; `openCsv` puts it back. */
export const LINE_IN_CELL = "\u2028";

/** The sheets of a workbook as CSV files, named after them. Empty sheets are left out. */
export function sheetFiles(name: string, sheets: readonly Sheet[]): SourceFile[] {
  const stem = name.replace(/\.xlsx$/iu, "");
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== "")));
  return filled.map((sheet): SourceFile => {
    const width = Math.max(...sheet.rows.map((row) => row.length));
    const lines = sheet.rows.map((row) =>
      Array.from({ length: width }, (_, at) => quoted(row[at] ?? "")).join(","),
    );
    const file = filled.length === 1 ? `${stem}.csv` : `${sheet.name}.csv`;
    return { name: file, bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) };
  });
}

const quoted = (cell: string): string =>
  `"${cell.replaceAll(/\r\n?|\n/gu, LINE_IN_CELL).replaceAll('"', '""')}"`;
