import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { Client } from "pg";
import { freePort } from "../../edge/free-port.ts";

/** A PostgreSQL server of this run alone, on loopback. */
export interface Postgres {
  readonly port: number;
  readonly user: string;
  stop(): void;
}

/** Where Debian puts the servers. */
const INSTALLED = "/usr/lib/postgresql";

/** Programs of the newest installed server that has PostGIS; null when there is none. */
export function findPostgres(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const withPostgis = readdirSync(INSTALLED).filter((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  const newest = withPostgis.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(INSTALLED, newest, "bin");
}

/** Starts a server on an empty folder, tuned for reading on a small machine. It refuses to run as root, so it runs as its own user then. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-postgres-"));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const as = isRoot ? { uid: id("-u"), gid: id("-g") } : null;
  if (as !== null) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--no-sync"],
    {
      ...as,
      cwd: folder,
      stdio: "ignore",
    },
  );
  writeFileSync(
    join(data, "postgresql.auto.conf"),
    [
      "listen_addresses = '127.0.0.1'",
      `port = ${port}`,
      `unix_socket_directories = '${folder}'`,
      "shared_buffers = 2GB",
      "work_mem = 256MB",
      "maintenance_work_mem = 512MB",
      "effective_cache_size = 8GB",
      "random_page_cost = 1.1",
      "fsync = off",
      "jit = off",
      "plan_cache_mode = force_custom_plan",
    ].join("\n"),
  );
  const server: ChildProcess = spawn(join(programs, "postgres"), ["-D", data], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  return {
    port,
    user: "bench",
    stop() {
      server.once("exit", () => rmSync(folder, { recursive: true, force: true }));
      server.kill("SIGINT");
    },
  };
}

/** Waits until a server answers. Throws when it does not within ten seconds. */
export async function connect({ port, user }: Postgres): Promise<Client> {
  for (let tried = 0; ; tried++) {
    const client = new Client({ host: "127.0.0.1", port, user, database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tried === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Characters of a file that are written at a time. */
const CHUNK = 1_000_000;

/** Fills a table the quickest way there is: from a file that the server reads. */
export async function copyInto<T>(
  client: Client,
  table: string,
  items: Iterable<T>,
  columnsOf: (item: T) => readonly unknown[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-copy-"));
  const path = join(folder, `${table}.txt`);
  try {
    const file = openSync(path, "w");
    let text = "";
    for (const item of items) {
      text += `${columnsOf(item).map(toField).join("\t")}\n`;
      if (text.length < CHUNK) continue;
      writeSync(file, text);
      text = "";
    }
    writeSync(file, text);
    closeSync(file);
    chmodSync(folder, 0o755);
    await client.query(`copy ${table} from '${path}'`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A value in PostgreSQL's text form. */
function toField(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  const text = Array.isArray(value)
    ? `{${value.map((item) => JSON.stringify(String(item))).join()}}`
    : String(value);
  return text.replace(/[\\\t\n\r]/gu, (character) => ESCAPES[character] ?? character);
}
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Bytes of a table with its indexes. */
export async function weigh(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    `select pg_total_relation_size('${table}') as bytes`,
  );
  return Number(rows[0]?.bytes ?? 0);
}
