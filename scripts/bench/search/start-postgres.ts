import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
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
