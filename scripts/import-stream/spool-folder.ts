import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { DirectoryError } from "#server/contract/errors.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { dialectOf, HSDS_HEADERS, tableOf } from "#server/exchange/hsds/headers.ts";
import { IGNORED_TABLES, type TableName } from "#server/exchange/hsds/table-set.ts";
import { csvRecords } from "./source-lines.ts";
import { bytesOf, type Tell, type ToPart } from "./source-part.ts";
import { lineOfRows } from "./spool-csv.ts";
import { openLinks } from "./spool-links.ts";
import type { Spool, SpooledLine } from "./spool.ts";

/** One part that is longer is not read: everything in the source hangs together, or almost. */
const MOST_PART_BYTES = 100_000_000;

interface Table {
  readonly file: string;
  readonly header: string;
  /** Undefined for tables that are known and not taken in. */
  readonly name: TableName | undefined;
  readonly columns: readonly string[];
}

/** Whether a folder holds HSDS tables and nothing else that would be read, and more bytes than `above`. */
export async function isFolderOfTables(folder: string, above: number): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const data = files.filter(({ name }) => /\.(?:csv|json|geojson|xlsx)$/iu.test(name));
  let bytes = 0;
  for (const { parentPath, name } of data) bytes += (await stat(path.join(parentPath, name))).size;
  if (bytes <= above) return false;
  const others = data.filter(
    ({ parentPath, name }) =>
      path.resolve(parentPath) !== path.resolve(folder) ||
      !(/\.csv$/iu.test(name) || name === "datapackage.json"),
  );
  if (others.length > 0) return false;
  const tables = await openTables(folder);
  const hasRead = (name: TableName): boolean => tables.some((table) => table.name === name);
  return (
    hasRead("organizations") &&
    hasRead("services") &&
    dialectOf(tables.map(({ columns }) => ({ header: columns }))) === "hsds"
  );
}

/** The tables of a folder with their headers, in the order of their names. */
async function openTables(folder: string): Promise<readonly Table[]> {
  const names = (await readdir(folder)).filter((name) => /\.csv$/iu.test(name)).toSorted();
  const tables: Table[] = [];
  for (const file of names) {
    const header = await firstRecord(path.join(folder, file));
    const columns = (parseCsv(header).rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
    const stem = file.replace(/\.csv$/iu, "").toLowerCase();
    const isIgnored = (IGNORED_TABLES as readonly string[]).includes(stem);
    const name = isIgnored ? undefined : tableOf(file, columns, HSDS_HEADERS);
    tables.push({ file, header, columns, name });
  }
  return tables;
}

async function firstRecord(file: string): Promise<string> {
  let start = "";
  for await (const chunk of createReadStream(file, { end: 65_535 }))
    start += (chunk as Buffer).toString("utf8");
  return (/^\uFEFF?\s*([^\r\n]*)/u.exec(start)?.[1] ?? "").trimEnd();
}

/**
 * Keeps the rows of HSDS tables by what hangs together: an organization with all that is its own, and organizations
 * that share a place, a repeated id or a person's address. So each part reads as it would among all others. Terms of
 * taxonomies belong to everybody: a part gets those that it names. Throws `bad_request` and `too_large`.
 */
export async function spoolFolder(folder: string, spool: Spool, tell: Tell): Promise<ToPart> {
  const tables = await openTables(folder);
  const links = await openLinks(spool);
  let bytes = 0;
  for (const { file } of tables) bytes += (await stat(path.join(folder, file))).size;
  let before = 0;
  for (const [at, { file, name, columns }] of tables.entries()) {
    let isHeader = true;
    let size = 0;
    for await (const { line, text, done, of } of named(file, csvRecords(path.join(folder, file)))) {
      size = of;
      tell("reading", before + done, bytes);
      if (isHeader) {
        isHeader = false;
        continue;
      }
      if (name === undefined) continue;
      const cells = parseCsv(text).rows[0]?.cells ?? [];
      const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? "";
      if (name === "taxonomy_terms") await links.term(cell("id"), { table: at, line, text });
      else await links.row(await spool.put({ part: "", table: at, line, text }), name, cell);
    }
    before += size;
  }
  await links.join(tell);
  let isFirst = true;
  return async (lines) => {
    const size = lines.reduce((sum, { text }) => sum + text.length, 0);
    if (size > MOST_PART_BYTES)
      throw new DirectoryError(
        "too_large",
        `What hangs together with line ${lines[0]?.line ?? 0} of ${tables[lines[0]?.table ?? 0]?.file ?? ""} is larger than ${MOST_PART_BYTES / 1_000_000} MB: it cannot be read at once.`,
      );
    const terms = isFirst ? await links.allTerms() : await links.terms(termsOf(lines, tables));
    isFirst = false;
    const all = [...lines, ...terms];
    const byTable = tables.map((table, at) => {
      const own = all.filter((item) => item.table === at);
      return { ...table, own, rows: lineOfRows(own) };
    });
    return {
      files: byTable.map(({ file, header, own }) => ({
        name: file,
        bytes: bytesOf(`${header}\n${own.map(({ text }) => text).join("\n")}\n`),
      })),
      lineOf(text) {
        const found =
          lines.find((item) => isNumber(item.table, tables) && item.text.includes(text)) ?? lines[0];
        const table = tables[found?.table ?? 0];
        const column = table?.name === "phones" ? "number" : undefined;
        return { file: table?.file ?? "", row: found?.line, column };
      },
      place({ file, row, column }) {
        const table = byTable.find((item) => item.file === file);
        const ofAll = typeof row !== "number" || row < 2 || table?.name === "taxonomy_terms";
        return { file, row: typeof row === "number" ? (table?.rows[row - 2] ?? row) : row, column, ofAll };
      },
    };
  };
}

const isNumber = (table: number, tables: readonly Table[]): boolean =>
  ["phones", "contact_points"].includes(tables[table]?.name ?? "");

/** Ids of the terms that a part names. */
function termsOf(lines: readonly SpooledLine[], tables: readonly Table[]): readonly string[] {
  const ids = lines.flatMap(({ table, text }) => {
    const { name, columns } = tables[table] ?? {};
    if (name !== "attributes" || columns === undefined) return [];
    return parseCsv(text).rows[0]?.cells[columns.indexOf("taxonomy_term_id")]?.trim() ?? [];
  });
  return [...new Set(ids)];
}

/** Names the file in what is wrong with its lines. */
async function* named<T>(file: string, lines: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* lines;
  } catch (error) {
    if (error instanceof DirectoryError) throw new DirectoryError(error.code, `${file}: ${error.message}`);
    throw error;
  }
}
