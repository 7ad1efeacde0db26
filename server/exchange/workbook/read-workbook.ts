/** Bytes of a workbook to rows, with how each cell went out where the hidden sheet still says it. */
import readXlsxFile, { type CellValue } from "read-excel-file/universal";
import { DirectoryError } from "#server/contract/errors.ts";
import { plainCell } from "./cell-words.ts";
import type { ReturnedRow } from "./compare-row.ts";
import { guardZip } from "./guard-zip.ts";
import { CODE, MARK, MEMORY, MOST_ROWS, SERVICES } from "./sheet-names.ts";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Every sheet as texts; a date is written as ISO. Throws `bad_request` for what is not a workbook, and `too_large`. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  guardZip(bytes);
  try {
    const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch {
    throw new DirectoryError("bad_request", "This file cannot be read as a workbook (.xlsx).", {
      files: "is not a workbook",
    });
  }
}

function cellText(value: CellValue | null): string {
  if (value === null) return "";
  const other: unknown = value;
  return other instanceof Date ? other.toISOString().slice(0, 10) : plainCell(String(value));
}

/** A workbook that we gave out. */
export interface ReturnedWorkbook {
  /** Language of its texts. */
  readonly lang: string;
  /** Keys of its columns, and headers that are not known. */
  readonly keys: readonly string[];
  readonly unknown: readonly string[];
  readonly rows: readonly (ReturnedRow & { readonly line: number; readonly code: string })[];
}

/** Whether the sheets are a workbook of ours: it says so on its hidden sheet. */
export const isOurs = (sheets: readonly Sheet[]): boolean =>
  sheets.some(({ name, rows }) => name === MEMORY && rows[0]?.[0] === MARK);

/** The rows of a workbook of ours. Throws `bad_request` when the sheet of services, or its column of codes, is gone. */
export function readReturned(sheets: readonly Sheet[]): ReturnedWorkbook {
  const memory = sheets.find(({ name }) => name === MEMORY)?.rows ?? [];
  const [mark, keys = [], headers = [], ...went] = memory;
  const services = sheets.find(({ name }) => name === SERVICES) ?? sheets[0];
  const [header = [], ...lines] = services?.rows ?? [];
  const keyOf = new Map(headers.map((name, at) => [name.toLowerCase(), keys[at] ?? ""]));
  const found = header.map((name) => keyOf.get(name.toLowerCase()));
  const codeAt = header.findIndex((name) => name.toLowerCase() === CODE.toLowerCase());
  if (codeAt === -1)
    throw new DirectoryError("bad_request", "The column Code is gone, so no line can be told from another.", {
      files: "has no column Code",
    });
  if (lines.length > MOST_ROWS)
    throw new DirectoryError("too_large", `A workbook holds ${MOST_ROWS} lines at most.`);
  const bases = new Map(
    went.map((cells) => [cells[0] ?? "", new Map(cells.map((cell, at) => [keys[at] ?? "", cell]))]),
  );
  return {
    lang: mark?.[1] || "en",
    keys: found.filter((key) => key !== undefined && key !== "code").map(String),
    unknown: header.filter((name, at) => name !== "" && found[at] === undefined),
    rows: lines.flatMap((cells, at) => {
      if (cells.every((cell) => cell === "")) return [];
      const code = (cells[codeAt] ?? "").toUpperCase();
      const byKey = new Map(
        cells.flatMap((cell, column): [string, string][] => {
          const key = found[column];
          return key === undefined || key === "code" ? [] : [[key, cell]];
        }),
      );
      return [{ line: at + 2, code, cells: byKey, base: bases.get(code) ?? null }];
    }),
  };
}
