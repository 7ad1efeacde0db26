import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { openClient } from "#db/client.ts";
import { countRows } from "#db/copy.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { WrongKeyError } from "#server/sealing/sealed.ts";
import { isSealedFile, readArchive, sha256Of } from "./archive.ts";
import { BACKUP_FILES, BackupManifest, keyInside, MANIFEST } from "./manifest.ts";

/** Keys that reading a backup may take: that of the seal, and that of the catalogue's file inside. */
export interface BackupKeys {
  readonly key: string | null;
  /** For a backup that is not sealed and therefore does not hold it itself. */
  readonly catalogueKey?: string | undefined;
}

/**
 * Unpacks a backup into a folder and checks everything that it says of itself. Throws `bad_request` for a wrong
 * key and for a file that is no backup, is cut short or was changed; what it unpacked is then not to be used.
 */
export async function readBackup(
  path: string,
  folder: string,
  { key, catalogueKey }: BackupKeys,
): Promise<BackupManifest> {
  const sealed = await isSealedFile(path);
  if (sealed && key === null)
    throw new DirectoryError("bad_request", "This backup is sealed. Give the recovery key with --key-file.");
  const found = await readArchive(
    path,
    BACKUP_FILES,
    (name) => join(folder, name),
    sealed ? key : null,
  ).catch((error: unknown) => {
    if (error instanceof WrongKeyError)
      throw new DirectoryError("bad_request", "This recovery key does not open this backup.");
    throw damaged();
  });
  if (found.length !== BACKUP_FILES.length) throw damaged();
  const manifest = v.safeParse(BackupManifest, parse(await readFile(join(folder, MANIFEST), "utf8")));
  if (!manifest.success) throw damaged();
  for (const store of manifest.output.stores) {
    const file = join(folder, `${store.name}.db`);
    if ((await stat(file)).size !== store.bytes || (await sha256Of(file)) !== store.sha256) throw damaged();
    const atRest = store.name === "catalogue" ? keyInside(manifest.output, catalogueKey) : undefined;
    await checkDatabase(file, atRest, store.rows);
  }
  return manifest.output;
}

async function checkDatabase(
  file: string,
  key: string | undefined,
  rows: Readonly<Record<string, number>>,
): Promise<void> {
  const db = openClient({ url: `file:${file}`, key });
  try {
    const { rows: said } = await db.execute("pragma integrity_check");
    if (said[0]?.["integrity_check"] !== "ok") throw damaged();
    if (JSON.stringify(await countRows(db)) !== JSON.stringify(rows)) throw damaged();
  } catch (error) {
    if (error instanceof DirectoryError) throw error;
    throw new DirectoryError(
      "bad_request",
      "The catalogue in this backup is encrypted at rest and not with this CATALOGUE_KEY, or it is damaged.",
    );
  } finally {
    db.close();
  }
}

const damaged = () =>
  new DirectoryError(
    "bad_request",
    "This is no backup of a directory, or it is damaged. Nothing was changed.",
  );

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
