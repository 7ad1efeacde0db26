import writeXlsxFile, { type Row } from "write-excel-file/node";
import { listingColumns } from "#server/exchange/out/listing-table/columns.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { wholeFile } from "./whole-file.ts";

/** Most letters that a cell of a workbook holds. */
const LONGEST = 32_767;

/** One row a listing. Every text is stored as text: nothing in it can be run. */
export const writeXlsx: ExportWriter = async (listings, contexts, out) => {
  const columns = listingColumns(contexts);
  const rows: Row[] = [
    columns.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" as const })),
  ];
  for await (const listing of listings) {
    rows.push(
      columns.map((column) => {
        const cell = column.cell(listing);
        if (cell === undefined) return null;
        return typeof cell === "number"
          ? { value: cell, type: Number }
          : { value: cell.slice(0, LONGEST), type: String, alignVertical: "top" as const };
      }),
    );
  }
  const workbook = await writeXlsxFile(rows, {
    sheet: "Listings",
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  await wholeFile(out, (file) => file.write(workbook));
  return rows.length - 1;
};
