import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";

/** A line of a source, with the organization it belongs to. */
export interface SpooledLine {
  readonly organization: string;
  readonly table: number;
  readonly line: number;
  readonly text: string;
}

/**
 * Lines and records on the disk, so that a source of any length needs the memory of one organization: put in as they
 * come, taken out organization by organization. In a folder of its own, which goes with it.
 */
export async function openSpool() {
  const folder = await mkdtemp(path.join(tmpdir(), "waymark-import-"));
  const db = createClient({ url: `file:${path.join(folder, "spool.db")}` });
  // Nothing of it has to outlive the run.
  await db.executeMultiple(`
    pragma journal_mode = off; pragma synchronous = off;
    create table line (organization text not null, "table" integer not null, line integer not null, text text not null);
    create table record (text text not null);
  `);
  const batch: SpooledLine[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const args = batch.flatMap(({ organization, table, line, text }) => [organization, table, line, text]);
    await db.execute({ sql: `insert into line values ${batch.map(() => "(?,?,?,?)").join(",")}`, args });
    batch.length = 0;
  };
  return {
    async put(line: SpooledLine): Promise<void> {
      batch.push(line);
      if (batch.length >= 200) await flush();
    },
    /** Closes the reading: from here on lines are taken out. */
    async ready(): Promise<number> {
      await flush();
      await db.execute(`create index by_organization on line (organization, "table", line)`);
      const { rows } = await db.execute("select count(distinct organization) n from line");
      return Number(rows[0]?.["n"] ?? 0);
    },
    /** Organizations with all of their lines, in the order in which they first came. */
    async *organizations(): AsyncGenerator<readonly SpooledLine[]> {
      const { rows } = await db.execute(
        "select organization from line group by organization order by min(rowid)",
      );
      for (const row of rows) {
        const organization = String(row["organization"]);
        const found = await db.execute({
          sql: `select "table" t, line, text from line where organization = ? order by "table", line`,
          args: [organization],
        });
        yield found.rows.map((item) => ({
          organization,
          table: Number(item["t"]),
          line: Number(item["line"]),
          text: String(item["text"]),
        }));
      }
    },
    async keep(record: unknown): Promise<void> {
      await db.execute({ sql: "insert into record values (?)", args: [JSON.stringify(record)] });
    },
    async *records(): AsyncGenerator<unknown> {
      for (let after = 0; ;) {
        const { rows } = await db.execute({
          sql: "select rowid id, text from record where rowid > ? order by rowid limit 50",
          args: [after],
        });
        if (rows.length === 0) return;
        for (const row of rows) {
          yield JSON.parse(String(row["text"])) as unknown;
          after = Number(row["id"]);
        }
      }
    },
    async close(): Promise<void> {
      db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type Spool = Awaited<ReturnType<typeof openSpool>>;
