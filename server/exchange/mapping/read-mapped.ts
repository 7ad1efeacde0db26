/** Tables of others with a mapping: each line becomes rows of HSDS, and is read like any other. */
import type { MappedTable, Mapping } from "#server/contract/mapping.ts";
import { guardOf } from "../guard-columns.ts";
import type { TableSet } from "../hsds/table-set.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { SourceFile } from "../read-result.ts";
import { isStaffColumn } from "../staff-columns.ts";
import { addLine, kindOf, type MappedCell } from "./mapped-line.ts";
import { openTables, type OpenTable } from "./open-tables.ts";

/** Adds every line of the mapped files to the tables. Files and columns that the mapping lacks are noted. */
export function addMapped(
  files: readonly SourceFile[],
  mapping: Mapping,
  tables: TableSet,
  problems: ProblemList,
): void {
  const opened = new Map(openTables(files, problems).map((table) => [table.file, table]));
  const named = new Set(
    mapping.tables.flatMap(({ file, joins }) => [file, ...joins.map((join) => join.file)]),
  );
  for (const file of opened.keys())
    if (!named.has(file))
      problems.add(
        "note",
        "file-ignored",
        { file },
        "The mapping does not name this file; it is not taken in.",
      );
  for (const file of named)
    if (!opened.has(file))
      problems.add("error", "mapping", { file }, "The mapping names this file, and it is not here.");
  const order = ["organization", "location", "service"];
  const sorted = mapping.tables.toSorted((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)));
  for (const table of sorted) {
    const own = opened.get(table.file);
    if (own !== undefined) addTable(own, table, mapping, opened, tables, problems);
  }
}

/** Makes the cells of a line, those of joined tables behind its own. */
export function lineReader(
  { file, header }: Pick<OpenTable, "file" | "header">,
  table: MappedTable,
  opened: ReadonlyMap<string, OpenTable>,
  problems: ProblemList,
): (cells: readonly string[], row: number) => MappedCell[] {
  const joins = table.joins.flatMap((join) => {
    const other = opened.get(join.file);
    if (other === undefined) return [];
    const keyAt = other.header.indexOf(join.key);
    const at = header.indexOf(join.column);
    if (keyAt === -1 || at === -1) {
      const lost = at === -1 ? { file, column: join.column } : { file: join.file, column: join.key };
      problems.add("error", "mapping", lost, "The mapping names this column, and it is not here.");
      return [];
    }
    const lines = new Map(other.lines.map(({ cells }) => [cells[keyAt]?.trim() ?? "", cells]));
    return [{ join, other, at, lines }];
  });
  return (cells, row) => [
    ...header.map((name, at) => ({ header: name, target: table.columns[name], text: cells[at] ?? "" })),
    ...joins.flatMap(({ join, other, at, lines }) => {
      const key = cells[at]?.trim() ?? "";
      const found = lines.get(key);
      if (found === undefined) {
        if (key !== "")
          problems.add(
            "note",
            "missing-parent",
            { file, row, column: join.column },
            `There is no line ${shown(key)} in ${join.file}.`,
          );
        return [];
      }
      return other.header.flatMap((name, index): MappedCell[] => {
        const target = join.columns[name];
        return target === undefined
          ? []
          : [{ header: `${join.file}: ${name}`, target, text: found[index] ?? "" }];
      });
    }),
  ];
}

function addTable(
  own: OpenTable,
  table: MappedTable,
  mapping: Mapping,
  opened: ReadonlyMap<string, OpenTable>,
  tables: TableSet,
  problems: ProblemList,
): void {
  tellColumns(own, table, problems);
  const read = lineReader(own, table, opened, problems);
  const kind = kindOf(table);
  for (const { line, cells } of own.lines) {
    const where = { file: own.file, row: line };
    if (cells.length !== own.header.length) {
      const message = `This line has ${cells.length} cells; the header has ${own.header.length}.`;
      problems.add("error", "cell-count", where, message);
      continue;
    }
    addLine(read(cells, line), kind, where, mapping, table.between, tables, problems);
  }
}

/** What becomes of columns that the mapping does not name, and columns that it names and the file lacks. */
export function tellColumns(
  { file, header }: Pick<OpenTable, "file" | "header">,
  table: MappedTable,
  problems: ProblemList,
): void {
  for (const name of Object.keys(table.columns))
    if (!header.includes(name))
      problems.add(
        "error",
        "mapping",
        { file, row: 1, column: name },
        "The mapping names this column, and it is not here.",
      );
  for (const name of header) {
    const target = table.columns[name];
    const where = { file, row: 1, column: name };
    if (guardOf(name) !== undefined && (target === undefined || target === "ignore" || target === "private"))
      problems.add("note", "guard-column", where, "This column is obeyed as a sign to keep things back.");
    else if (target === "private" || (target === undefined && isStaffColumn(name)))
      problems.add("note", "staff-column", where, "What stands in this column goes to the private note.");
    else if (target === undefined && !table.joins.some((join) => join.column === name))
      problems.add(
        "note",
        "column-unknown",
        where,
        "The mapping does not name this column; it is not taken in.",
      );
  }
}
