import { LINK_TARGETS } from "#server/exchange/hsds/links.ts";
import type { TableName } from "#server/exchange/hsds/table-set.ts";
import type { Tell } from "./source-part.ts";
import type { Spool, SpooledLine } from "./spool.ts";

/** Rows of one insert, and of one page. */
const AT_ONCE = 200;
const PAGE = 20_000;

type TermLine = Omit<SpooledLine, "part">;

/** What an attribute says that it hangs on, in the standard's words. */
const ENTITIES: Readonly<Record<string, TableName>> = {
  organization: "organizations",
  program: "programs",
  service: "services",
  location: "locations",
  service_at_location: "service_at_location",
  address: "addresses",
  phone: "phones",
  contact: "contacts",
  schedule: "schedules",
  language: "languages",
};

/**
 * Which rows of several tables hang together, worked out on the disk: each row has a name (`table`, `id`) and names
 * others. Only the answer is in memory, four bytes a row.
 */
export async function openLinks(spool: Spool) {
  const { db } = spool;
  await db.executeMultiple(`
    create table node (row integer not null, "table" text not null, id text not null);
    create table edge (row integer not null, "table" text, id text not null);
    create table term (id text not null, "table" integer not null, line integer not null, text text not null);
  `);
  const nodes: (string | number)[] = [];
  const edges: (string | number | null)[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    for (const [table, values] of [
      ["node", nodes],
      ["edge", edges],
    ] as const) {
      if (values.length === 0) continue;
      const marks = Array.from({ length: values.length / 3 }, () => "(?,?,?)").join(",");
      await db.execute({ sql: `insert into ${table} values ${marks}`, args: [...values] });
      values.length = 0;
    }
  };
  const termOf = (row: Readonly<Record<string, unknown>>): SpooledLine => ({
    part: "",
    table: Number(row["t"]),
    line: Number(row["line"]),
    text: String(row["text"]),
  });
  return {
    /** Notes what a row is called and what it names. `row` is its number in the spool. */
    async row(row: number, table: TableName, cell: (column: string) => string): Promise<void> {
      rows = Math.max(rows, row);
      if (cell("id") !== "") nodes.push(row, table, cell("id"));
      for (const [column, target] of Object.entries(LINK_TARGETS))
        if (cell(column) !== "") edges.push(row, target, cell(column));
      if (cell("link_id") !== "")
        edges.push(row, ENTITIES[cell("link_entity").toLowerCase()] ?? null, cell("link_id"));
      // A person's address among those of organizations changes who may see it: they are read together.
      const email = cell("email").toLowerCase();
      if (email !== "" && table === "contacts") nodes.push(row, "email", email);
      else if (email !== "") edges.push(row, "email", email);
      if (nodes.length + edges.length >= AT_ONCE * 3) await flush();
    },
    async term(id: string, { table, line, text }: TermLine): Promise<void> {
      await db.execute({ sql: "insert into term values (?,?,?,?)", args: [id, table, line, text] });
    },
    async allTerms(): Promise<readonly SpooledLine[]> {
      return (await db.execute('select "table" t, line, text from term order by rowid')).rows.map(termOf);
    },
    async terms(ids: readonly string[]): Promise<readonly SpooledLine[]> {
      const found: SpooledLine[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const some = ids.slice(at, at + AT_ONCE);
        const answer = await db.execute({
          sql: `select "table" t, line, text from term where id in (${some.map(() => "?").join(",")}) order by rowid`,
          args: [...some],
        });
        found.push(...answer.rows.map(termOf));
      }
      return found;
    },
    /** Gives every row of the spool the name of its part: the number of the first row that hangs together with it. */
    async join(tell: Tell): Promise<void> {
      await flush();
      await spool.flush();
      await db.executeMultiple(`
        create index node_id on node (id, "table", row);
        create index term_id on term (id);
      `);
      const first = Int32Array.from({ length: rows + 1 }, (_, row) => row);
      const firstOf = (row: number): number => {
        let at = row;
        for (let up = first[at] ?? at; up !== at; up = first[at] ?? at) {
          first[at] = first[up] ?? up;
          at = first[at] ?? at;
        }
        return at;
      };
      const unite = (a: number, b: number): void => {
        const [one, other] = [firstOf(a), firstOf(b)];
        first[Math.max(one, other)] = Math.min(one, other);
      };
      const pages = [
        // A repeated id is one thing told twice, or a mistake: both rows are looked at together.
        `select n.rowid at, n.row a, (select min(m.row) from node m where m.id = n.id and m."table" = n."table") b
          from node n where n.rowid > ? order by n.rowid limit ${PAGE}`,
        `select e.rowid at, e.row a, n.row b from edge e left join node n on n.id = e.id and n."table" = coalesce(e."table", n."table")
          where e.rowid in (select rowid from edge where rowid > ? order by rowid limit ${PAGE}) order by e.rowid`,
      ];
      for (const sql of pages) {
        for (let after = 0; ;) {
          const found = await db.execute({ sql, args: [after] });
          if (found.rows.length === 0) break;
          for (const { a, b } of found.rows) if (b !== null) unite(Number(a), Number(b));
          after = Number(found.rows.at(-1)?.["at"]);
        }
      }
      for (let from = 1; from <= rows; from += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, rows + 1 - from) }, (_, at) => from + at);
        await db.execute({
          sql: `with found (row, part) as (values ${some.map(() => "(?,?)").join(",")})
            update line set part = found.part from found where line.rowid = found.row`,
          args: some.flatMap((row) => [row, String(firstOf(row))]),
        });
        tell("sorting", from + some.length - 1, rows);
      }
      await db.executeMultiple("drop table node; drop table edge;");
    },
  };
}
