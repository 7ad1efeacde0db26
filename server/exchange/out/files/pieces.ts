/** Listings as files, piece by piece: the command line puts the pieces on the disk, the back office sends them. */
import writeXlsxFile, { type Row } from "write-excel-file/universal";
import type { PublishedListing } from "#server/contract/listing.ts";
import { BYTE_ORDER_MARK, csvLine, guarded } from "#server/domain/csv-text.ts";
import type { HsdsContext } from "../hsds/context.ts";
import { toHsdsService } from "../hsds/to-service.ts";
import { listingColumns } from "../listing-table/columns.ts";
import { toGeojsonFeatures } from "../to-geojson.ts";

/** One context a language, the first the chief one. */
export type Contexts = readonly [HsdsContext, ...HsdsContext[]];
export type Pieces = AsyncGenerator<string | Uint8Array, void>;
type ToPieces = (listings: AsyncIterable<PublishedListing>, contexts: Contexts) => Pieces;

/** HSDS JSON: an array of services, each with everything in it, one a line. */
const hsdsJson: ToPieces = async function* (listings, [context]) {
  yield "[";
  let separator = "\n";
  for await (const listing of listings) {
    yield `${separator}${JSON.stringify(toHsdsService(listing, context))}`;
    separator = ",\n";
  }
  yield "\n]\n";
};

/** One line a listing, for spreadsheets: with a byte order mark, and no cell that could be run as a formula. */
const csv: ToPieces = async function* (listings, contexts) {
  const columns = listingColumns(contexts);
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name));
  for await (const listing of listings) {
    const cells = columns.map((column) => column.cell(listing));
    yield csvLine(cells.map((cell) => (typeof cell === "string" ? guarded(cell, "guarded") : cell)));
  }
};

/** One GeoJSON feature a place. */
const geojson: ToPieces = async function* (listings, [context]) {
  yield '{"type":"FeatureCollection","features":[';
  let separator = "\n";
  for await (const listing of listings) {
    for (const feature of toGeojsonFeatures(listing, context)) {
      yield `${separator}${JSON.stringify(feature)}`;
      separator = ",\n";
    }
  }
  yield "\n]}\n";
};

/** Most letters that a cell of a workbook holds. */
const LONGEST = 32_767;

/** One row a listing. Every text is stored as text: nothing in it can be run. A workbook is made whole. */
const xlsx: ToPieces = async function* (listings, contexts) {
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
  }).toBlob();
  yield new Uint8Array(await workbook.arrayBuffer());
};

/** Formats of one file, with what they are called and what a browser takes them for. */
export const FILES = {
  "hsds-json": { pieces: hsdsJson, name: "services.json", type: "application/json; charset=utf-8" },
  csv: { pieces: csv, name: "listings.csv", type: "text/csv; charset=utf-8" },
  xlsx: {
    pieces: xlsx,
    name: "listings.xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  geojson: { pieces: geojson, name: "places.geojson", type: "application/geo+json" },
} as const satisfies Readonly<Record<string, { pieces: ToPieces; name: string; type: string }>>;
export type FileFormat = keyof typeof FILES;
