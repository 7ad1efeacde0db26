/** The tables of a set of files, whatever their headers. */
import { decodeText } from "../decode-text.ts";
import { parseCsv } from "../csv.ts";
import type { ProblemList } from "../problem-list.ts";
import type { SourceFile } from "../read-result.ts";
import { LINE_IN_CELL } from "../workbook/sheet-files.ts";

export interface OpenTable {
  readonly file: string;
  /** As the file writes them, without spaces at the ends; empty ones are `column N`. */
  readonly header: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Headers by which columns are told apart: an empty one by its number, a second one of a name as well. */
export function headersOf(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, at) => {
    const name = cell.trim();
    const own = name === "" || seen.has(name) ? `column ${at + 1}` : name;
    seen.add(own);
    return own;
  });
}

/** What separates the cells of a table: the sign that its first line holds most often. */
export function separatorOf(text: string): string {
  const [line = ""] = text.split(/\r\n|\r|\n/u, 1);
  const count = (sign: string) => line.split(sign).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** Opens every CSV file; faults are errors. */
export function openTables(files: readonly SourceFile[], problems: ProblemList): OpenTable[] {
  return files
    .filter(({ name }) => /\.(?:csv|tsv|txt)$/iu.test(name) && !/SOURCE\.txt|LICENSE/iu.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((file): OpenTable[] => {
      const text = decodeText(file, problems);
      if (text === null) return [];
      const { rows, faults } = parseCsv(text, separatorOf(text));
      for (const { line, message } of faults)
        problems.add("error", "csv", { file: file.name, row: line }, message);
      const [first, ...lines] = rows;
      if (first === undefined) {
        problems.add("error", "csv-empty", { file: file.name }, "This file is empty: it has no header.");
        return [];
      }
      return [
        {
          file: file.name,
          header: headersOf(first.cells),
          lines: lines.map(({ line, cells }) => ({
            line,
            cells: cells.map((cell) => cell.replaceAll(LINE_IN_CELL, "\n")),
          })),
        },
      ];
    });
}

/** Words that stand for an empty cell. */
export const isPlaceholder = (text: string): boolean =>
  /^(?:n\/?a|null|undefined|none|nil|tbd|\?+|-+|\.+)$/iu.test(text);
