import writeXlsxFile, { type Row } from "write-excel-file/node";
import type { RestrictedArea } from "#server/contract/curate/restricted.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { receiverText } from "#server/edition/restricted.ts";
import { BYTE_ORDER_MARK, csvLine, guarded } from "#server/domain/csv-text.ts";

const HEADERS = ["for", "area", "code", "name", "organization", "contacts", "entry_rules"] as const;
const WIDTHS = [40, 10, 10, 36, 30, 50, 60] as const;

/** One row a listing of the restricted tier; each begins with whom it is for. */
export function restrictedRows(areas: readonly RestrictedArea[]): readonly (readonly string[])[] {
  return areas.flatMap(({ area, receiver, listings }) =>
    listings.map((listing) => [
      receiverText(receiver),
      area,
      listing.code,
      phrase(listing.name, "en")?.text ?? "",
      phrase(listing.organization, "en")?.text ?? "",
      listing.contacts
        .map(({ channel, value, label }) =>
          [`${channel}: ${value}`, phrase(label, "en")?.text].filter(Boolean).join(" "),
        )
        .join("; "),
      listing.entryRules.map((words) => phrase(words, "en")?.text ?? "").join("; "),
    ]),
  );
}

/** The rows as CSV, no cell of which could be run as a formula. */
export function restrictedCsv(areas: readonly RestrictedArea[]): Buffer {
  const lines = restrictedRows(areas).map((row) => csvLine(row.map((cell) => guarded(cell, "guarded"))));
  return Buffer.from(BYTE_ORDER_MARK + csvLine(HEADERS) + lines.join(""));
}

/** The rows as a workbook; every cell is text. */
export async function restrictedXlsx(areas: readonly RestrictedArea[]): Promise<Buffer> {
  const rows: Row[] = [
    HEADERS.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...restrictedRows(areas).map((row) => row.map((value) => ({ value, type: String }))),
  ];
  return writeXlsxFile(rows, {
    sheet: "Contacts",
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
