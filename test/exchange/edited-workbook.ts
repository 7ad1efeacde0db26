import writeXlsxFile from "write-excel-file/universal";
import { readSheets } from "#server/exchange/workbook/read-workbook.ts";

/** Cells of the sheet of services, by header; `row` counts from 0 below the header. */
export interface Edit {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A workbook as a partner sends it back: some cells typed over, saved by another program. */
export async function editedWorkbook(
  bytes: Uint8Array,
  edits: readonly Edit[],
  { dropMemory = false }: { readonly dropMemory?: boolean } = {},
): Promise<Uint8Array> {
  const sheets = (await readSheets(bytes)).map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => [...row]),
  }));
  const services = sheets.find(({ name }) => name === "Services");
  const header = services?.rows[0] ?? [];
  for (const { row, cells } of edits) {
    const line = (services?.rows ?? [])[row + 1] ?? [];
    for (const [name, value] of Object.entries(cells)) {
      const at = header.indexOf(name);
      if (at === -1) throw new Error(`There is no column ${name}.`);
      for (let fill = line.length; fill <= at; fill++) line.push("");
      line[at] = value;
    }
    if (services !== undefined) services.rows[row + 1] = line;
  }
  const kept = sheets.filter(({ name }) => !dropMemory || name !== "waymark");
  const book = await writeXlsxFile(
    kept.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) => row.map((value) => (value === "" ? null : { value, type: String }))),
    })),
  ).toBlob();
  return new Uint8Array(await book.arrayBuffer());
}
