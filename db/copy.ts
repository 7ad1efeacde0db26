import type { Client, InValue, Row, Transaction } from "@libsql/client";

/** Rows that are read and written at once. */
const ROWS = 200;

interface SchemaItem {
  readonly type: "table" | "index" | "trigger" | "view";
  readonly name: string;
  readonly sql: string;
}

/** Tables, indexes and triggers in the order in which they were made; SQLite's own are left out. */
async function schemaOf(db: Client | Transaction): Promise<readonly SchemaItem[]> {
  const { rows } = await db.execute(
    "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%' and name not like 'libsql_%' order by rowid",
  );
  return rows.map(({ type, name, sql }) => ({
    type: type as SchemaItem["type"],
    name: String(name),
    sql: String(sql),
  }));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** How many rows each table of a database has, by name. */
export async function countRows(db: Client | Transaction): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { type, name } of await schemaOf(db)) {
    if (type !== "table") continue;
    const { rows } = await db.execute(`select count(*) as n from ${quoted(name)}`);
    counts[name] = Number(rows[0]?.["n"] ?? 0);
  }
  return counts;
}

/**
 * Puts everything of one database in the place of everything of another: tables, rows with their row numbers,
 * indexes, triggers. In one transaction of each, so that what is read belongs together and the other holds all of
 * it or is as it was. Works between files, encrypted or not, and databases over HTTP.
 */
export async function replaceContent(from: Client, to: Client): Promise<void> {
  const source = await from.transaction("read");
  try {
    const target = await to.transaction("write");
    try {
      await target.execute("pragma defer_foreign_keys = on");
      await dropAll(target);
      const items = await schemaOf(source);
      for (const { type, sql } of items) if (type === "table") await target.execute(sql);
      for (const { type, name } of items) if (type === "table") await copyRows(source, target, name);
      for (const { type, sql } of items) if (type !== "table") await target.execute(sql);
      await target.commit();
    } finally {
      target.close();
    }
  } finally {
    source.close();
  }
}

async function dropAll(target: Transaction): Promise<void> {
  const items = await schemaOf(target);
  for (const { type, name } of items)
    if (type === "trigger") await target.execute(`drop trigger ${quoted(name)}`);
  for (const { type, name } of items) if (type === "view") await target.execute(`drop view ${quoted(name)}`);
  // Children before parents: a table is dropped as if its rows were deleted one by one.
  for (const { type, name } of [...items].reverse())
    if (type === "table") await target.execute(`drop table ${quoted(name)}`);
}

async function copyRows(source: Transaction, target: Transaction, table: string): Promise<void> {
  let last = -1;
  for (;;) {
    const { rows, columns } = await source.execute({
      sql: `select rowid as "row number", * from ${quoted(table)} where rowid > ? order by rowid limit ${ROWS}`,
      args: [last],
    });
    if (rows.length === 0) return;
    const names = columns.slice(1);
    const sql = `insert into ${quoted(table)} (rowid, ${names.map(quoted).join(", ")}) values (${columns.map(() => "?").join(", ")})`;
    await target.batch(rows.map((row) => ({ sql, args: valuesOf(row, columns.length) })));
    last = Number(rows.at(-1)?.[0] ?? last);
  }
}

const valuesOf = (row: Row, columns: number): InValue[] =>
  Array.from({ length: columns }, (_, at) => row[at] ?? null);
