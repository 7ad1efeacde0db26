import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { build } from "vite";
import { expect } from "vitest";
import { firstRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { loadAreas } from "#server/node/areas.ts";
import { restoreBackup } from "#server/node/backup/restore-backup.ts";
import { openStores } from "#server/node/stores.ts";
import { expectConfirmed, expectWhole } from "./look-after-crash.ts";

export interface CrashReport {
  runs: number;
  /** Things that were confirmed and looked for again. */
  confirmed: number;
  backups: number;
  /** During what the kills fell, by the last line before them. */
  readonly after: Record<string, number>;
}

const now = new Date("2026-11-21T12:00:00Z");

/** Kills processes at random points and looks at what they leave behind. `seed` makes a run again as it was. */
export async function crashRuns(
  count: { work: number; migrate: number },
  seed: number,
): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const chance = random(seed);
  const report: CrashReport = { runs: 0, confirmed: 0, backups: 0, after: {} };
  try {
    const victim = await bundleVictim(folder);
    const data = join(folder, "data");
    const key = await prepare(data);
    const lines: string[] = [];
    for (let run = 0; run < count.work; run += 1) {
      const said = await killed(victim, ["work", String(run * 1_000)], data, chance() * 900);
      const last = said.at(-1)?.split(" ")[0] ?? "start";
      report.after[last] = (report.after[last] ?? 0) + 1;
      report.runs += 1;
      lines.push(...said.filter((line) => line !== "ready"));
      // Each look is at everything that was ever confirmed in this directory.
      report.confirmed = await expectConfirmed({ DATA_DIR: data }, lines);
      if (run % 25 === 24) report.backups += await expectBackups(data, key);
    }
    report.backups += await expectBackups(data, key);
    const old = join(folder, "old");
    await prepareOld(old);
    for (let run = 0; run < count.migrate; run += 1) {
      const own = join(folder, `migrate-${run}`);
      cpSync(old, own, { recursive: true });
      const said = await killed(victim, ["migrate"], own, chance() * 400);
      report.after[`migrate: ${said.at(-1)?.split(" ")[0] ?? "start"}`] =
        (report.after[`migrate: ${said.at(-1)?.split(" ")[0] ?? "start"}`] ?? 0) + 1;
      report.runs += 1;
      await expectWhole({ DATA_DIR: own });
      // The next start finishes it.
      const stores = await openStores({ DATA_DIR: own });
      expect(await stores.catalogue.all("select count(*) as n from taxonomy_term")).toEqual([{ n: 1 }]);
      for (const db of Object.values(stores)) (db as { $client: { close(): void } }).$client.close();
      rmSync(own, { recursive: true });
    }
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(cacheOf(), { recursive: true, force: true });
  }
}

/** One file, so that starting it costs little. */
async function bundleVictim(folder: string): Promise<string> {
  const out = join(folder, "victim");
  await build({
    root: process.cwd(),
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: { ssr: "test/faults/victim.ts", outDir: out, emptyOutDir: false, target: "node20" },
  });
  // Files that the code looks for beside itself, and the packages that are no text.
  const script = readdirSync(out).find((name) => /^victim\.m?js$/u.test(name)) ?? "victim.js";
  const base = cacheOf();
  const place = join(base, "server", "node");
  mkdirSync(place, { recursive: true });
  symlinkSync(join(process.cwd(), "db"), join(base, "db"));
  symlinkSync(join(process.cwd(), "db", "migrations"), join(place, "migrations"));
  writeFileSync(join(place, "victim.mjs"), readFileSync(join(out, script)));
  return join(place, "victim.mjs");
}

/** Inside the project, so that packages are found. */
const cacheOf = () => join(process.cwd(), "node_modules", ".cache", `crash-${process.pid}`);

async function prepare(data: string): Promise<string> {
  const stores = await openStores({ DATA_DIR: data });
  await seedTaxonomy({ catalogue: stores.catalogue, actor: { type: "command-line" }, now });
  const key = (await firstRecoveryKey(stores.catalogue)) ?? "";
  for (const db of Object.values(stores)) (db as { $client: { close(): void } }).$client.close();
  return key;
}

/** A directory as an earlier release left it: the last migrations of the catalogue are still to be done. */
async function prepareOld(data: string): Promise<void> {
  mkdirSync(data, { recursive: true });
  for (const store of ["catalogue", "published", "inbox"]) {
    const migrations = join(data, `${store}-migrations`);
    cpSync(`db/migrations/${store}`, migrations, { recursive: true });
    const journal = join(migrations, "meta/_journal.json");
    const read = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
    read.entries = read.entries.slice(0, 1);
    writeFileSync(journal, JSON.stringify(read));
    const client = createClient({ url: `file:${join(data, `${store}.db`)}` });
    await migrate(drizzle({ client }), { migrationsFolder: migrations });
    if (store === "catalogue")
      await client.execute(
        "insert into taxonomy_term (code, need, also_in, name, description, position) values ('x', 'legal', '[]', 'x', 'x', 1)",
      );
    client.close();
    rmSync(migrations, { recursive: true });
  }
}

/** Runs the victim, kills it a while after it is ready, and answers its lines. */
async function killed(
  script: string,
  args: readonly string[],
  data: string,
  after: number,
): Promise<readonly string[]> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATA_DIR: data },
    stdio: ["ignore", "pipe", "pipe"],
    cwd: process.cwd(),
  });
  let out = "";
  let wrong = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    if (out === "") setTimeout(() => child.kill("SIGKILL"), after);
    out += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => (wrong += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  if (!out.startsWith("ready")) throw new Error(`The victim did not start: ${wrong}`);
  if (child.signalCode !== "SIGKILL" && child.exitCode !== 0)
    throw new Error(`The victim failed by itself: ${wrong}`);
  // A line that was cut off was not confirmed.
  return out.split("\n").slice(0, -1);
}

/** Every backup that has its name opens and restores; one that was being made has none. */
async function expectBackups(data: string, key: string): Promise<number> {
  const kept = join(data, "kept");
  if (!existsSync(kept)) return 0;
  const names = readdirSync(kept).filter((name) => name.endsWith(".backup"));
  for (const name of names.slice(-2)) {
    const target = `${data}-restored`;
    const { listings } = await restoreBackup({ DATA_DIR: target }, join(kept, name), {
      key,
      replace: false,
      areas: loadAreas(),
      now,
    });
    expect(listings).toBeGreaterThan(0);
    rmSync(target, { recursive: true });
  }
  return names.length;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
