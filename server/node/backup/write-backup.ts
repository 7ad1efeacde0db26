import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Client } from "@libsql/client";
import { isLocal, openClient } from "#db/client.ts";
import { countRows, replaceContent } from "#db/copy.ts";
import { type StoreName, STORES } from "#db/stores.ts";
import { VERSION } from "#server/contract/version.ts";
import { makeSealingKey } from "#server/sealing/sealed.ts";
import { type Environment, storeAddress } from "../stores.ts";
import { sha256Of, writeArchive } from "./archive.ts";
import { type BackupManifest, MANIFEST } from "./manifest.ts";
import { readBackup } from "./read-backup.ts";

export interface BackupOptions {
  /** Whom it is sealed for; null: it stays open, and anybody who holds the file reads everything. */
  readonly recipient: string | null;
  readonly now: Date;
}

/**
 * Writes a backup of the three stores into one file, and reads it back: unpacked again, every hash, every table's
 * rows and the integrity of every database are compared before the file gets its name. The catalogue is taken
 * first, so that what the published store holds is never older than what the catalogue says of it.
 */
export async function writeBackup(
  env: Environment,
  out: string,
  { recipient, now }: BackupOptions,
): Promise<BackupManifest> {
  const target = resolve(out);
  await mkdir(dirname(target), { recursive: true });
  // Beside the backup: the same disk, so that the last step is a rename; closed to others on this machine.
  await sweepStopped(dirname(target));
  const folder = await mkdtemp(`${target}.part-${process.pid}-`);
  await chmod(folder, 0o700);
  try {
    const stores: BackupManifest["stores"] = [];
    for (const name of STORES) stores.push(await snapshot(name, env, folder));
    const manifest: BackupManifest = {
      format: "directory-backup/1",
      madeAt: now.toISOString(),
      release: VERSION,
      version: await versionIn(join(folder, "published.db")),
      stores,
      catalogueEncrypted: storeAddress("catalogue", env).key !== undefined,
      catalogueKey: recipient === null ? null : (storeAddress("catalogue", env).key ?? null),
    };
    await writeFile(join(folder, MANIFEST), JSON.stringify(manifest), { mode: 0o600 });
    const files = [MANIFEST, ...STORES.map((name) => `${name}.db`)].map((name) => ({
      name,
      path: join(folder, name),
    }));
    // A second key, of this run alone, reads back what the recovery key is not here to read.
    const own = await makeSealingKey();
    const part = join(folder, "archive");
    await writeArchive(part, files, recipient === null ? [] : [recipient, own.recipient]);
    for (const { path } of files) await rm(path);
    const again = join(folder, "again");
    await mkdir(again, { mode: 0o700 });
    const read = await readBackup(part, again, {
      key: recipient === null ? null : own.key,
      catalogueKey: storeAddress("catalogue", env).key,
    });
    if (JSON.stringify(read) !== JSON.stringify(manifest))
      throw new Error("The backup was not read back as written.");
    await rename(part, target);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a backup that was stopped left behind holds everything unsealed: it goes when the next one begins. */
async function sweepStopped(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.part-(\d+)-[A-Za-z0-9]{6}$/u.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** One store as a file of its own, as it was at one moment. */
async function snapshot(
  name: StoreName,
  env: Environment,
  folder: string,
): Promise<BackupManifest["stores"][number]> {
  const address = storeAddress(name, env);
  const path = join(folder, `${name}.db`);
  const from = openClient(address);
  try {
    // `vacuum into` keeps the encryption; a database elsewhere is read over the network.
    if (isLocal(address)) await from.execute({ sql: "vacuum into ?", args: [path] });
    else await copyInto(from, path, address.key);
  } finally {
    from.close();
  }
  const copy = openClient({ url: `file:${path}`, key: address.key });
  try {
    const rows = await countRows(copy);
    return { name, sha256: await sha256Of(path), bytes: (await stat(path)).size, rows };
  } finally {
    copy.close();
  }
}

async function copyInto(from: Client, path: string, key: string | undefined): Promise<void> {
  const to = openClient({ url: `file:${path}`, key });
  try {
    await replaceContent(from, to);
  } finally {
    to.close();
  }
}

async function versionIn(path: string): Promise<string> {
  const db = openClient({ url: `file:${path}` });
  try {
    const { rows } = await db.execute("select body from document where name = 'state'");
    const body = rows[0]?.["body"];
    return typeof body === "string" ? String((JSON.parse(body) as { version?: unknown }).version) : "none";
  } finally {
    db.close();
  }
}
