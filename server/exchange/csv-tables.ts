/** Which CSV files of a folder belong together, and in which dialect they are read. */
import { decodeText } from "./decode-text.ts";
import { type CsvDialect, dialectOf, HSDS_HEADERS, OHANA_HEADERS, tableOf } from "./hsds/headers.ts";
import { type CsvFile, openCsv, readTable } from "./hsds/read-csv.ts";
import { IGNORED_TABLES, type TableSet } from "./hsds/table-set.ts";
import { addOhana } from "./ohana/to-hsds.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceFile } from "./read-result.ts";

/**
 * Reads the tables of one folder into `tables`. With several folders, the one that has organizations and services
 * is read and the others are noted; two such folders are an error, since one of them must be meant. `extra` says
 * that records were read already (from JSON), so that a folder without CSV records is no fault.
 */
export function addCsvTables(
  files: readonly SourceFile[],
  tables: TableSet,
  extra: boolean,
  problems: ProblemList,
): CsvDialect | undefined {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = file.name.includes("/") ? file.name.slice(0, file.name.lastIndexOf("/")) : "";
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const whole = wholeFolders(folders, isNamed);
  if (whole.length === 0) whole.push(...wholeFolders(folders, hasTable));
  if (whole.length > 1) {
    const names = whole.map(([name]) => name || ".").join(", ");
    problems.add(
      "error",
      "folders",
      { file: whole[1]?.[1][0]?.name ?? "" },
      `Several folders hold records: ${names}. Import one of them.`,
    );
    return undefined;
  }
  if (whole.length === 0 && (extra || folders.size > 1)) {
    for (const file of files)
      problems.add(
        "note",
        "file-ignored",
        { file: file.name },
        "This table holds no records on its own; it is not taken in.",
      );
    return undefined;
  }
  const chosen = whole[0]?.[0] ?? [...folders.keys()][0];
  for (const [folder, inside] of folders) {
    const [file] = inside;
    if (folder === chosen || file === undefined) continue;
    const message = `The folder that holds the records is ${chosen || "."}; ${inside.length} other tables, such as this one, are not taken in.`;
    problems.add("note", "file-ignored", { file: file.name }, message);
  }
  const opened = (chosen === undefined ? [] : (folders.get(chosen) ?? [])).flatMap((file): CsvFile[] => {
    const text = decodeText(file, problems);
    const csv = text === null ? null : openCsv(file.name, text, problems);
    return csv ? [csv] : [];
  });
  if (opened.length === 0) return undefined;
  const dialect = dialectOf(opened);
  if (dialect === "ohana") {
    const records = opened.flatMap((file) => readTable(file, OHANA_HEADERS, IGNORED_TABLES, problems));
    addOhana(records, tables, problems);
  } else {
    for (const file of opened) {
      for (const record of readTable(file, HSDS_HEADERS, IGNORED_TABLES, problems)) {
        const cells =
          record.cells["id"] === undefined
            ? { ...record.cells, id: `${file.name}#${String(record.where.row)}` }
            : record.cells;
        tables.add(record.table, cells, record.where).guards.push(...record.guards);
      }
    }
  }
  return dialect;
}

type Table = "organizations" | "services";

function wholeFolders(
  folders: ReadonlyMap<string, SourceFile[]>,
  has: (files: readonly SourceFile[], table: Table) => boolean,
): [string, SourceFile[]][] {
  return [...folders].filter(([, inside]) => has(inside, "organizations") && has(inside, "services"));
}

function isNamed(files: readonly SourceFile[], table: Table): boolean {
  return files.some((file) => file.name.split("/").at(-1)?.toLowerCase() === `${table}.csv`);
}

/** By file name or by header: a table may be called anything as long as it says what it is. */
function hasTable(files: readonly SourceFile[], table: Table): boolean {
  return files.some((file) => {
    const [line = ""] = new TextDecoder()
      .decode(file.bytes.subarray(0, 4000))
      .replace(/^\uFEFF/u, "")
      .split(/\r\n|\r|\n/u);
    const header = line.split(",").map((cell) => cell.replaceAll('"', "").trim().toLowerCase());
    return (
      tableOf(file.name, header, HSDS_HEADERS) === table ||
      tableOf(file.name, header, OHANA_HEADERS) === table
    );
  });
}
