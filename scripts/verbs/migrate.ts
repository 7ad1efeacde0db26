import { parseArgs } from "node:util";
import { seedTaxonomy } from "#server/curation/first-start.ts";
import { firstRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { backupBeforeMigrating } from "#server/node/backup/before-migrating.ts";
import { openStores } from "#server/node/stores.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { recoveryWords } from "./recovery-words.ts";
import type { Verb } from "./verb.ts";

/**
 * Brings the tables of the three stores up to date, with a backup first where something is in them. Databases
 * elsewhere are migrated by this verb and by nothing else.
 */
export const migrate: Verb = {
  name: "migrate",
  summary: "makes a backup, then brings the tables of the three stores up to date",
  usage: "migrate [--no-backup]",
  async run(args, env) {
    const { values } = parseArgs({
      args: [...args],
      options: { "no-backup": { type: "boolean", default: false } },
    });
    const now = new Date();
    const stores = await openStores(env, {
      remote: true,
      beforeMigrating: async () => {
        if (!values["no-backup"]) console.log(`Backup first: ${await backupBeforeMigrating(env, now)}`);
      },
    });
    await seedTaxonomy({ catalogue: stores.catalogue, actor: { type: "command-line" }, now });
    await ensureSigningKey(stores.catalogue);
    const made = await firstRecoveryKey(stores.catalogue);
    if (made !== null) console.log(recoveryWords(made));
    console.log("The catalogue, the published database and the inbox are up to date.");
    return 0;
  },
};
