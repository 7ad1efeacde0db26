/** Rows by what they hang on, with every reference checked. A missing parent is an error, never a silent orphan. */
import { type ProblemList, shown } from "../problem-list.ts";
import { READ_TABLES, type Row, type TableName, type TableSet } from "./table-set.ts";

/** What the columns that name another row lead to. */
export const LINK_TARGETS: Readonly<Record<string, TableName>> = {
  organization_id: "organizations",
  service_id: "services",
  location_id: "locations",
  service_at_location_id: "service_at_location",
  contact_id: "contacts",
  phone_id: "phones",
};

/** References that must lead somewhere, one by one. */
const STRICT: Partial<Record<TableName, readonly string[]>> = {
  programs: ["organization_id"],
  services: ["organization_id"],
  service_at_location: ["service_id", "location_id"],
  addresses: ["location_id"],
  accessibility: ["location_id"],
  cost_options: ["service_id"],
  required_documents: ["service_id"],
  contact_points: ["service_id"],
  interpreted_languages: ["service_id"],
};
/** Tables whose rows need at least one parent that is there. */
const NEED_ONE = new Set<TableName>([
  "phones",
  "contacts",
  "schedules",
  "languages",
  "service_areas",
  "translations",
]);

export interface Links {
  /** Rows of a table whose column names this id, in file order; without rows that lead nowhere. */
  of(table: TableName, column: string, id: string): readonly Row[];
}

/** Checks all references and indexes the rows that stand. */
export function linkRows(tables: TableSet, problems: ProblemList): Links {
  const index = new Map<string, Row[]>();
  // Services come before what hangs on them, so that what hangs on a refused one is refused as well.
  for (const table of READ_TABLES) {
    for (const row of tables.rows(table)) {
      if (!isLinked(row, tables, problems)) continue;
      for (const [column, id] of Object.entries(row.cells)) {
        if (!Object.hasOwn(LINK_TARGETS, column) && column !== "link_id") continue;
        const key = `${table}/${column}/${id}`;
        const rows = index.get(key);
        if (rows) rows.push(row);
        else index.set(key, [row]);
      }
    }
  }
  return { of: (table, column, id) => index.get(`${table}/${column}/${id}`) ?? [] };
}

function isLinked(row: Row, tables: TableSet, problems: ProblemList): boolean {
  const named = Object.keys(LINK_TARGETS).filter((column) => row.cells[column] !== undefined);
  const lost = named.filter((column) => {
    const target = LINK_TARGETS[column];
    return target !== undefined && tables.get(target, row.cells[column]) === undefined;
  });
  const say = (level: "error" | "note", column: string): void => {
    const target = LINK_TARGETS[column] ?? "";
    const message = `There is no row in ${target} with the id ${shown(row.cells[column] ?? "")}.`;
    const shownAs = row.aliases[column] ?? column;
    problems.add(level, "missing-parent", { ...row.where, column: shownAs }, message, row.cells["id"]);
  };
  const strict = STRICT[row.table] ?? [];
  const broken = strict.filter((column) => row.cells[column] === undefined || lost.includes(column));
  for (const column of broken) {
    if (row.cells[column] !== undefined) say("error", column);
    else
      problems.add(
        "error",
        "missing-parent",
        { ...row.where, column },
        `${column} is missing.`,
        row.cells["id"],
      );
  }
  if (broken.length > 0) return false;
  if (NEED_ONE.has(row.table) && named.length === lost.length) {
    const [column] = lost;
    if (column === undefined) {
      problems.add(
        "error",
        "missing-parent",
        row.where,
        "This row does not say what it belongs to.",
        row.cells["id"],
      );
    } else say("error", column);
    return false;
  }
  if (row.table === "attributes") return hasTarget(row, tables, problems);
  for (const column of lost) if (!strict.includes(column)) say("note", column);
  return true;
}

/** An attribute may hang on things that are not taken in; one that leads nowhere says nothing, and is noted. */
function hasTarget(row: Row, tables: TableSet, problems: ProblemList): boolean {
  const id = row.cells["link_id"];
  if (READ_TABLES.some((table) => tables.get(table, id) !== undefined)) return true;
  problems.add(
    "note",
    "missing-parent",
    { ...row.where, column: "link_id" },
    `Nothing here has the id ${shown(id ?? "")}; the attribute is left out.`,
    row.cells["id"],
  );
  return false;
}
