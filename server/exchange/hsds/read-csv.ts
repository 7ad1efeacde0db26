/** CSV files of one folder to rows of known tables, every cell checked against its header. */
import { parseCsv, unguarded } from "../csv.ts";
import { guardOf, isGuarded } from "../guard-columns.ts";
import { isStaffColumn } from "../staff-columns.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { Where } from "../read-result.ts";
import { LINE_IN_CELL } from "../workbook/sheet-files.ts";
import { tableOf, type TableHeaders } from "./headers.ts";
import type { RowGuard } from "./table-set.ts";

export interface CsvFile {
  name: string;
  header: string[];
  headerLine: number;
  rows: { line: number; cells: string[] }[];
}

export interface CsvRecord<T extends string> {
  table: T;
  where: Where;
  cells: Record<string, string>;
  guards: RowGuard[];
}

/** Splits a file; faults are errors and null comes back when nothing can be read. */
export function openCsv(name: string, text: string, problems: ProblemList): CsvFile | null {
  const { rows: parsed, faults } = parseCsv(text);
  for (const fault of faults) problems.add("error", "csv", { file: name, row: fault.line }, fault.message);
  const [first, ...rest] = parsed;
  if (!first) {
    problems.add("error", "csv-empty", { file: name }, "This file is empty: it has no header.");
    return null;
  }
  const header = first.cells.map((cell) => cell.trim().toLowerCase());
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.replaceAll(LINE_IN_CELL, "\n")),
  }));
  return { name, header, headerLine: first.line, rows };
}

/** Data notes, finding 3. */
const FLAG_BLANK = "This flag is empty: nothing follows from it, and nothing becomes public by it.";

const joined = (before: string | undefined, column: string, value: string): string =>
  `${before === undefined ? "" : `${before}\n`}${column}: ${value}`;

/** The records of a file. Wrong headers, a wrong number of cells and missing required cells are errors. */
export function readTable<T extends string>(
  file: CsvFile,
  known: Readonly<Record<T, TableHeaders>>,
  ignored: readonly string[],
  problems: ProblemList,
): CsvRecord<T>[] {
  const { name, header } = file;
  const stem = (name.split("/").at(-1) ?? "").replace(/\.csv$/iu, "").toLowerCase();
  if (ignored.includes(stem)) {
    problems.add("note", "table-ignored", { file: name }, "This table is known and not taken in.");
    return [];
  }
  const atHeader = { file: name, row: file.headerLine };
  const table = tableOf(name, header, known);
  if (!table) {
    problems.add(
      "error",
      "headers",
      atHeader,
      `No known table has these columns: ${shown(header.join(", "))}.`,
    );
    return [];
  }
  const { needed, further, required } = known[table];
  const missing = needed.filter((column) => !header.includes(column));
  for (const column of missing)
    problems.add(
      "error",
      "headers",
      { ...atHeader, column },
      `The column ${column} is missing from the header.`,
    );
  for (const column of new Set(header.filter((item, at) => header.indexOf(item) !== at))) {
    problems.add(
      "error",
      "headers",
      { ...atHeader, column },
      `The column ${shown(column)} stands twice in the header.`,
    );
  }
  const guards = header.map((column) =>
    needed.includes(column) || further.includes(column) ? undefined : guardOf(column),
  );
  const staff = header.map(
    (column, at) =>
      guards[at] === undefined &&
      !needed.includes(column) &&
      !further.includes(column) &&
      isStaffColumn(column),
  );
  header.forEach((column, at) => {
    if (needed.includes(column) || further.includes(column)) return;
    const [code, said] =
      guards[at] !== undefined
        ? ["guard-column", "is obeyed as a sign to keep things back"]
        : staff[at]
          ? ["staff-column", "is for colleagues: what stands in it goes to the private note"]
          : ["column-unknown", "is not of the standard and is not taken in"];
    problems.add("note", code ?? "", { ...atHeader, column }, `The column ${shown(column)} ${said ?? ""}.`);
  });
  if (missing.length > 0) return [];

  return file.rows.flatMap(({ line, cells }): CsvRecord<T>[] => {
    const where = { file: name, row: line };
    if (cells.length !== header.length) {
      problems.add(
        "error",
        "cell-count",
        where,
        `This line has ${cells.length} cells; the header has ${header.length}.`,
      );
      return [];
    }
    const record: CsvRecord<T> = { table, where, cells: {}, guards: [] };
    header.forEach((column, at) => {
      const value = unguarded((cells[at] ?? "").trim());
      const guard = guards[at];
      if (guard !== undefined) {
        if (isGuarded(column, value)) record.guards.push({ guard, column, value });
        else if (value === "") problems.add("note", "flag-blank", { ...where, column }, FLAG_BLANK);
      } else if (staff[at]) {
        if (value !== "") record.cells["private_note"] = joined(record.cells["private_note"], column, value);
      } else if (value !== "") record.cells[column] = value;
    });
    const empty = required.filter((column) => record.cells[column] === undefined);
    for (const column of empty)
      problems.add(
        "error",
        "missing-value",
        { ...where, column },
        `${column} is missing.`,
        record.cells["id"],
      );
    return empty.length > 0 ? [] : [record];
  });
}
