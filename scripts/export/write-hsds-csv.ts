import path from "node:path";
import { csvLine, guarded } from "#server/domain/csv-text.ts";
import type { HsdsContext } from "#server/exchange/out/hsds/context.ts";
import { toHsdsService } from "#server/exchange/out/hsds/to-service.ts";
import { toDatapackage } from "#server/exchange/out/tabular/datapackage.ts";
import { TABLES } from "#server/exchange/out/tabular/tables.ts";
import { type TableRow, toTableRows, toTaxonomyRows } from "#server/exchange/out/tabular/to-rows.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { type GrowingFile, wholeFile, wholeFolder } from "./whole-file.ts";

/** HSDS's tabular data package: one CSV a table, and `datapackage.json` that describes them. */
export const writeHsdsCsv: ExportWriter = (listings, [context], out) =>
  wholeFolder(out, async (folder) => {
    const count = await withTables(folder, (write) => writeTables(listings, context, write));
    const description = toDatapackage(new Set(TABLES.map(({ file }) => file)));
    await wholeFile(path.join(folder, "datapackage.json"), (file) =>
      file.write(`${JSON.stringify(description, null, 2)}\n`),
    );
    return count;
  });

type WriteRow = (row: TableRow) => Promise<void>;

async function writeTables(
  listings: AsyncIterable<PublishedListing>,
  context: HsdsContext,
  write: WriteRow,
): Promise<number> {
  let count = 0;
  // An organisation comes with each of its services; it, its words and its attributes are told once.
  const organizations = new Map<string, TableRow>();
  const told = new Set<string>();
  for await (const listing of listings) {
    for (const row of toTableRows(toHsdsService(listing, context))) {
      const id = String(row.cells["id"]);
      if (isOfOrganization(row)) {
        if (told.has(id)) continue;
        told.add(id);
      }
      if (row.table !== "organizations") await write(row);
      else organizations.set(id, sameOrganization(organizations, row));
    }
    count += 1;
  }
  for (const row of organizations.values()) await write(row);
  for (const row of toTaxonomyRows(context.taxonomies)) await write(row);
  return count;
}

/** Whether a row hangs on an organisation and so comes again with each of its services. */
function isOfOrganization({ table, cells }: TableRow): boolean {
  return table === "attributes"
    ? cells["link_entity"] === "organization"
    : table === "translations" && cells["organization_id"] !== undefined;
}

/** A website that one service keeps back, because it may lead to the door of a private place, is kept back for all. */
function sameOrganization(known: ReadonlyMap<string, TableRow>, row: TableRow): TableRow {
  const before = known.get(String(row.cells["id"]));
  const isOpen = (item: TableRow) => item.cells["website"] !== undefined;
  return before !== undefined && isOpen(row) ? before : row;
}

/** Opens every table with its header, each a whole file or none. */
async function withTables(folder: string, fill: (write: WriteRow) => Promise<number>): Promise<number> {
  const files = new Map<string, GrowingFile>();
  const open = (at: number): Promise<number> => {
    const table = TABLES[at];
    if (table === undefined) {
      return fill(async ({ table: name, cells }) => {
        const columns = TABLES.find(({ file }) => file === name)?.columns ?? [];
        const line = columns.map((column) => {
          const cell = cells[column.name];
          return typeof cell === "string" ? guarded(cell, "plain") : cell;
        });
        await files.get(name)?.write(csvLine(line));
      });
    }
    return wholeFile(path.join(folder, `${table.file}.csv`), async (file) => {
      files.set(table.file, file);
      await file.write(csvLine(table.columns.map(({ name }) => name)));
      return open(at + 1);
    });
  };
  return open(0);
}
