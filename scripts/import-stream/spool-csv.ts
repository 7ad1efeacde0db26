import path from "node:path";
import { DirectoryError } from "#server/contract/errors.ts";
import type { Mapping } from "#server/contract/mapping.ts";
import { parseCsv } from "#server/exchange/csv.ts";
import { headersOf } from "#server/exchange/mapping/open-tables.ts";
import { csvRecords } from "./source-lines.ts";
import { bytesOf, type Tell, type ToPart } from "./source-part.ts";
import type { Spool } from "./spool.ts";

/** Keeps the rows of one table with a mapping, by organization. Throws `bad_request`. */
export async function spoolCsv(
  file: string,
  mapping: Mapping | undefined,
  spool: Spool,
  tell: Tell,
): Promise<ToPart> {
  const name = path.basename(file);
  const [table] = mapping?.tables ?? [];
  if (mapping === undefined || table === undefined || table.file !== name)
    throw new DirectoryError("bad_request", `The mapping does not name ${name}.`);
  const keys = (["organization.id", "organization.name"] as const).map((target) =>
    Object.keys(table.columns).find((column) => table.columns[column] === target),
  );
  let header = "";
  let keyAt: number[] = [];
  for await (const { line, text, done, of } of csvRecords(file)) {
    tell("reading", done, of);
    if (header === "") {
      header = text.replace(/^\uFEFF/u, "");
      const names = headersOf(parseCsv(header).rows[0]?.cells ?? []);
      keyAt = keys.flatMap((key) => (key === undefined ? [] : [names.indexOf(key)])).filter((at) => at >= 0);
      continue;
    }
    const cells = parseCsv(text).rows[0]?.cells ?? [];
    const part = keyAt.map((at) => cells[at]?.trim() ?? "").find((cell) => cell !== "") ?? "";
    await spool.put({ part, table: 0, line, text });
  }
  return (lines) => {
    const rows = lineOfRows(lines);
    return {
      files: [{ name, bytes: bytesOf(`${header}\n${lines.map(({ text }) => text).join("\n")}\n`) }],
      lineOf: (text) => ({
        file: name,
        row: (lines.find((item) => item.text.includes(text)) ?? lines[0])?.line,
      }),
      place: ({ row, column }) => ({
        file: name,
        row: typeof row === "number" ? (rows[row - 2] ?? row) : row,
        column,
        ofAll: typeof row !== "number" || row < 2,
      }),
    };
  };
}

/** The line in the whole source of each line behind the header: a record may run over several lines of the part. */
export const lineOfRows = (lines: readonly { readonly line: number; readonly text: string }[]): number[] =>
  lines.flatMap(({ line, text }) => text.split("\n").map(() => line));
