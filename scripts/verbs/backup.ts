import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { firstRecoveryKey, readRecipient } from "#server/curation/accounts/recovery-key.ts";
import { writeBackup } from "#server/node/backup/write-backup.ts";
import { openSession } from "./session.ts";
import { recoveryWords } from "./recovery-words.ts";
import { UsageError, type Verb } from "./verb.ts";

const NAME = /^directory-\d{8}T\d{6}Z\.backup$/u;

/** Writes a backup of all three stores into one file, sealed for the recovery key, and reads it back. */
export const backup: Verb = {
  name: "backup",
  summary:
    "writes all three stores into one sealed file and reads it back; a PATH that ends in / gets a file named by the moment",
  usage: "backup PATH [--keep N] [--unencrypted]",
  async run(args, env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keep: { type: "string" }, unencrypted: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [path] = positionals;
    if (path === undefined) throw new UsageError("Name the file, or a folder with / at its end.");
    const keep = values.keep === undefined ? null : Number(values.keep);
    if (keep !== null && (!Number.isInteger(keep) || keep < 1 || !path.endsWith("/")))
      throw new UsageError("--keep takes a number of backups, and a folder with / at its end.");
    const { stores, context } = await openSession(env);
    const made = values.unencrypted ? null : await firstRecoveryKey(stores.catalogue);
    const recipient = values.unencrypted ? null : await readRecipient(stores.catalogue);
    const stamp = context.now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "");
    const out = path.endsWith("/") ? join(path, `directory-${stamp}Z.backup`) : path;
    const { stores: written } = await writeBackup(env, out, { recipient, now: context.now });
    if (made !== null) console.log(recoveryWords(made));
    const count = (name: string, table: string) =>
      written.find((store) => store.name === name)?.rows[table] ?? 0;
    console.log(
      `${out}: ${count("catalogue", "service")} services, ${count("published", "listing")} public listings, ${count("inbox", "report")} reports. Read back and compared.`,
    );
    if (recipient === null)
      console.log("It is not encrypted: whoever holds this file reads every withheld address in it.");
    if (keep !== null) await removeOlder(path, keep);
    return 0;
  },
};

/** Keeps the newest backups of a folder; touches nothing that it did not name itself. */
async function removeOlder(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of names.slice(0, -keep)) await rm(join(folder, name));
}
