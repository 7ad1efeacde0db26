import { mkdtemp, readdir, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openClient } from "#db/client.ts";
import type { Where } from "#server/exchange/read-result.ts";

/** A line of a source, with the part of the source that is read together: one organization, as a rule. */
export interface SpooledLine {
  readonly part: string;
  /** Which of several tables it stands in; 0 where there is one. */
  readonly table: number;
  readonly line: number;
  readonly text: string;
}

const FOLDER = "waymark-import-";
/** Rows of one insert: 4 values each stay below SQLite's limit of bound values. */
const AT_ONCE = 200;

/**
 * Lines and records on the disk, so that a source of any length needs the memory of one organization: put in as they
 * come, taken out part by part. In a folder of its own, which goes with it: also when the run is interrupted, and one
 * that was left by a run that was killed goes with the next.
 */
export async function openSpool() {
  await removeLeft();
  const folder = await mkdtemp(path.join(tmpdir(), `${FOLDER}${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const interrupted = (): void => process.exit(130);
  process.once("exit", remove);
  process.on("SIGINT", interrupted);
  process.on("SIGTERM", interrupted);
  const db = openClient({ url: `file:${path.join(folder, "spool.db")}` });
  // Nothing of it has to outlive the run.
  await db.executeMultiple(`
    pragma journal_mode = off; pragma synchronous = off;
    create table line (part text not null, "table" integer not null, line integer not null, text text not null);
    create table record (text text not null);
    create table number (digits text not null, organization text not null, number text not null, place text not null,
      primary key (digits, organization)) without rowid;
  `);
  const batch: SpooledLine[] = [];
  let put = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const args = batch.flatMap(({ part, table, line, text }) => [part, table, line, text]);
    await db.execute({ sql: `insert into line values ${batch.map(() => "(?,?,?,?)").join(",")}`, args });
    batch.length = 0;
  };
  return {
    /** For what else a source keeps beside its lines. */
    db,
    /** Keeps a line, and answers its number here: 1 for the first. */
    async put(line: SpooledLine): Promise<number> {
      batch.push(line);
      put += 1;
      if (batch.length >= AT_ONCE) await flush();
      return put;
    },
    flush,
    /** Closes the reading: from here on lines are taken out. Answers how many parts there are. */
    async ready(): Promise<number> {
      await flush();
      await db.execute(`create index by_part on line (part, "table", line)`);
      const { rows } = await db.execute("select count(distinct part) n from line");
      return Number(rows[0]?.["n"] ?? 0);
    },
    /** Parts with all of their lines, in the order in which they first came. */
    async *parts(): AsyncGenerator<readonly SpooledLine[]> {
      const { rows } = await db.execute("select part from line group by part order by min(rowid)");
      for (const row of rows) {
        const part = String(row["part"]);
        const found = await db.execute({
          sql: `select "table" t, line, text from line where part = ? order by "table", line`,
          args: [part],
        });
        yield found.rows.map((item) => ({
          part,
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
    /** Remembers a telephone number of an organization, and where it stands. */
    async number(digits: string, organization: string, number: string, where: Where): Promise<void> {
      await db.execute({
        sql: "insert or ignore into number values (?,?,?,?)",
        args: [digits, organization, number, JSON.stringify(where)],
      });
    },
    /** Numbers that several organizations have, each with one place in the source. */
    async sharedNumbers(): Promise<readonly { number: string; organizations: number; where: Where }[]> {
      const { rows } = await db.execute(
        `select number, place, count(*) n, min(json_extract(place, '$.row')) first from number group by digits having n > 1`,
      );
      return rows.map((row) => ({
        number: String(row["number"]),
        organizations: Number(row["n"]),
        where: JSON.parse(String(row["place"])) as Where,
      }));
    },
    async close(): Promise<void> {
      db.close();
      process.off("exit", remove);
      process.off("SIGINT", interrupted);
      process.off("SIGTERM", interrupted);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type Spool = Awaited<ReturnType<typeof openSpool>>;

/** Removes what killed runs left: folders of processes that are no more. */
async function removeLeft(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${FOLDER}(\\d+)-`, "u").exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    // Another user's cannot be removed, and is theirs to remove.
    await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code !== "ESRCH";
  }
}
