import { BYTE_ORDER_MARK, csvLine, guarded } from "#server/domain/csv-text.ts";
import { listingColumns } from "#server/exchange/out/listing-table/columns.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { wholeFile } from "./whole-file.ts";

/** One line a listing, for spreadsheets: with a byte order mark, and no cell that could be run as a formula. */
export const writeCsv: ExportWriter = (listings, contexts, out) =>
  wholeFile(out, async (file) => {
    const columns = listingColumns(contexts);
    await file.write(BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name)));
    let count = 0;
    for await (const listing of listings) {
      const cells = columns.map((column) => column.cell(listing));
      await file.write(
        csvLine(cells.map((cell) => (typeof cell === "string" ? guarded(cell, "guarded") : cell))),
      );
      count += 1;
    }
    return count;
  });
