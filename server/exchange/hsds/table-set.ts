/**
 * HSDS as tables: what JSON, the tabular data package and Open Referral 1.0 CSV are all turned into, so that one
 * mapping to the catalogue serves the three.
 */
import { type ProblemList, shown } from "../problem-list.ts";
import type { Guard } from "../guard-columns.ts";
import type { Where } from "../read-result.ts";

/** The tables of HSDS 3 that are read, and the ones that are known and left alone. */
export const READ_TABLES = [
  "organizations",
  "programs",
  "services",
  "locations",
  "service_at_location",
  "addresses",
  "phones",
  "contacts",
  "schedules",
  "languages",
  "service_areas",
  "cost_options",
  "required_documents",
  "accessibility",
  "attributes",
  "taxonomy_terms",
  // Our profile's own tables.
  "contact_points",
  "interpreted_languages",
  "translations",
] as const;
export type TableName = (typeof READ_TABLES)[number];

/** `metadata` holds earlier values, which may be withheld by now; it is never read (standards B.5). */
export const IGNORED_TABLES = [
  "funding",
  "metadata",
  "meta_table_descriptions",
  "organization_identifiers",
  "taxonomies",
  "units",
  "service_capacities",
  "urls",
] as const;

export interface Row {
  table: TableName;
  where: Where;
  /** Cells that are not empty, trimmed, by column. */
  cells: Record<string, string>;
  /** Why what hangs on this row is a draft. */
  held: string[];
  /** Signs of the source to keep it back. */
  guards: RowGuard[];
  /** What the file calls columns that have another name here: the report names the file's. */
  aliases: Readonly<Record<string, string>>;
}

export interface RowGuard {
  guard: Guard;
  column: string;
  value: string;
}

/** Columns in which a row names what it hangs on. */
export const LINK_COLUMNS = [
  "service_id",
  "service_at_location_id",
  "location_id",
  "organization_id",
  "contact_id",
  "phone_id",
  "link_id",
] as const;
/** Tables whose rows may hang on several things and carry the same id under each of them in JSON. */
const SHARED = new Set<TableName>([
  "phones",
  "contacts",
  "schedules",
  "languages",
  "service_areas",
  "attributes",
  "addresses",
  "accessibility",
]);

/** Rows by table, in the order in which they were read; looked up by id. */
export class TableSet {
  readonly #rows = new Map<TableName, Row[]>(READ_TABLES.map((table) => [table, []]));
  readonly #byId = new Map<string, Row>();
  readonly #problems: ProblemList;
  readonly #told = new Set<string>();

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  rows(table: TableName): readonly Row[] {
    return this.#rows.get(table) ?? [];
  }

  get(table: TableName, id: string | undefined): Row | undefined {
    return id === undefined ? undefined : this.#byId.get(`${table}/${id}`);
  }

  /**
   * Adds a row. The same id again in a JSON document, or in JSON and CSV, is the same thing told again: missing cells
   * are filled in, and different ones are noted (the first stands). In CSV alone it is a mistake: both rows are held
   * and the second gets an id of its own.
   */
  add(
    table: TableName,
    cells: Record<string, string>,
    where: Where,
    aliases: Readonly<Record<string, string>> = {},
  ): Row {
    const id = cells["id"];
    const known = this.get(table, id);
    if (!known) return this.#append(table, cells, where, aliases);
    const other = LINK_COLUMNS.find(
      (column) =>
        known.cells[column] !== undefined &&
        cells[column] !== undefined &&
        known.cells[column] !== cells[column],
    );
    if (SHARED.has(table) && other !== undefined && typeof where.row === "string") {
      // One telephone under two services: each keeps it.
      return this.add(table, { ...cells, id: `${id ?? ""}@${cells[other] ?? ""}` }, where);
    }
    if (typeof known.where.row === "number" && typeof where.row === "number") {
      const message = `The id ${shown(id ?? "")} stands twice in this table.`;
      const row = this.#append(
        table,
        { ...cells, id: `${id ?? ""}#${twiceAt(known, where)}` },
        where,
        aliases,
      );
      for (const twice of [known, row]) {
        twice.held.push(
          this.#problems.add(
            "held",
            "repeated-id",
            { ...twice.where, column: twice.aliases["id"] ?? "id" },
            message,
            twice.cells["id"],
          ),
        );
      }
      return row;
    }
    for (const [column, value] of Object.entries(cells)) {
      const first = known.cells[column];
      if (first === undefined) known.cells[column] = value;
      else if (!isSame(column, first, value)) {
        // Nested JSON tells the same thing many times; one difference is one line of the report.
        const told = `${table}/${id ?? ""}/${column}/${value}`;
        if (this.#told.has(told)) continue;
        this.#told.add(told);
        this.#problems.add(
          "note",
          "values-differ",
          { ...where, column },
          `${shown(value)} here, ${shown(first)} in ${known.where.file}: the first is used.`,
          id,
        );
      }
    }
    return known;
  }

  #append(table: TableName, cells: Record<string, string>, where: Where, aliases: Row["aliases"]): Row {
    const row: Row = { table, where, cells: { ...cells }, held: [], guards: [], aliases };
    this.#rows.get(table)?.push(row);
    const id = row.cells["id"];
    if (id !== undefined) this.#byId.set(`${table}/${id}`, row);
    return row;
  }
}

/** Tells the second of two rows apart: by its line, and by its file when the table lies in two. */
function twiceAt(known: Row, where: Where): string {
  return known.where.file === where.file ? String(where.row) : `${where.file}:${String(where.row)}`;
}

function isSame(column: string, a: string, b: string): boolean {
  if (a === b || a.toLowerCase() === b.toLowerCase()) return true;
  if (column.endsWith("s_at"))
    return a.replace(/^(\d\d:\d\d):00$/u, "$1") === b.replace(/^(\d\d:\d\d):00$/u, "$1");
  return a !== "" && b !== "" && Number(a) === Number(b);
}
