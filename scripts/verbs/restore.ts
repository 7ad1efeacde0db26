import { parseArgs } from "node:util";
import { loadAreas } from "#server/node/areas.ts";
import { isSealedFile } from "#server/node/backup/archive.ts";
import { restoreBackup } from "#server/node/backup/restore-backup.ts";
import { readKey } from "./read-key.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Puts a backup in place. The public side stays closed until `unfreeze`. */
export const restore: Verb = {
  name: "restore",
  summary: "puts a backup in place; the public side stays closed until you open it with unfreeze",
  usage: "restore PATH [--key-file FILE|-] [--replace]",
  async run(args, env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { "key-file": { type: "string" }, replace: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [path] = positionals;
    if (path === undefined) throw new UsageError("Name the backup.");
    const sealed = await isSealedFile(path).catch(() => null);
    if (sealed === null) throw new UsageError("There is no such file.");
    const key = sealed ? await readKey(values["key-file"]) : null;
    const { manifest, listings, keptAway, compared } = await restoreBackup(env, path, {
      key,
      replace: values.replace,
      areas: loadAreas(),
      now: new Date(),
    });
    console.log(
      `Restored what was there on ${manifest.madeAt}: ${listings} listings are ready to be public.`,
    );
    if (keptAway.length > 0)
      console.log(`Suspended, because something of them was taken away since: ${keptAway.join(", ")}`);
    if (!compared)
      console.log(
        "What was taken away since then could not be found out here. Go through what you took away and withheld after that moment, and do it again.",
      );
    console.log("The public side is closed. When you have looked: npm run -s directory -- unfreeze");
    return 0;
  },
};
