import { parseArgs } from "node:util";
import { firstStart } from "#server/curation/first-start.ts";
import { firstRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { backupBeforeMigrating } from "#server/node/backup/before-migrating.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";
import { openStores } from "#server/node/stores.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { ensureSigningKey } from "#server/publication/sign-parts.ts";
import { recoveryWords } from "./recovery-words.ts";
import type { Verb } from "./verb.ts";

/**
 * Brings the tables of the three stores up to date, with a backup first where something is in them. Databases
 * elsewhere are migrated by this verb and by nothing else.
 */
export const migrate: Verb = {
  name: "migrate",
  summary:
    "makes a backup, then brings the tables of the three stores up to date; fills a directory that is empty",
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
    const context = { catalogue: stores.catalogue, actor: { type: "command-line" } as const, now };
    const areas = loadAreas();
    await ensureSigningKey(stores.catalogue);
    if (await firstStart(context, areas, { demo: env["DEMO"] !== "0" })) {
      const { listings } = await applyPublication(stores, {
        areas,
        compress,
        today: now.toISOString().slice(0, 10),
      });
      console.log(`Nothing was in it, so it was filled as at a first start: ${listings} public listings.`);
    }
    const made = await firstRecoveryKey(stores.catalogue);
    if (made !== null) console.log(recoveryWords(made));
    console.log("The catalogue, the published database and the inbox are up to date.");
    return 0;
  },
};
