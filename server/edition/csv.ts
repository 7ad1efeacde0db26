/** An edition as CSV: its chief table, places where it lists them. */
import type { Edition } from "#server/contract/edition.ts";
import { BYTE_ORDER_MARK, csvLine, guarded } from "#server/domain/csv-text.ts";
import type { Wordings } from "./speak.ts";
import { editionTables } from "./tables.ts";

/** UTF-8 with a byte order mark, RFC 4180, and no cell that a spreadsheet could run as a formula. */
export function editionCsv(edition: Edition, wordings: Wordings): string {
  const [table] = editionTables(edition, wordings);
  const lines = table === undefined ? [] : [table.head, ...table.rows];
  return (
    BYTE_ORDER_MARK + lines.map((cells) => csvLine(cells.map((cell) => guarded(cell, "guarded")))).join("")
  );
}
