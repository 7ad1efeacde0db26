import { join } from "node:path";
import type { Environment } from "../stores.ts";
import { dataFolder } from "../stores.ts";
import { recipientInStore } from "./recipient.ts";
import { writeBackup } from "./write-backup.ts";

/**
 * A backup before tables change, in `DATA_DIR/backups`: what an upgrade did can be undone. Sealed where there is a
 * recovery key. Answers its path.
 */
export async function backupBeforeMigrating(env: Environment, now: Date): Promise<string> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "");
  const path = join(dataFolder(env), "backups", `before-upgrade-${stamp}Z.backup`);
  await writeBackup(env, path, { recipient: await recipientInStore(env), now });
  return path;
}
