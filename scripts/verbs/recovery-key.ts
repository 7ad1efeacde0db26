import { parseArgs } from "node:util";
import { firstRecoveryKey, newRecoveryKey } from "#server/curation/accounts/recovery-key.ts";
import { openSession } from "./session.ts";
import { recoveryWords } from "./recovery-words.ts";
import type { Verb } from "./verb.ts";

/** Makes the recovery key, or another one in its place. */
export const recoveryKey: Verb = {
  name: "recovery-key",
  summary: "makes the key that opens backups and shows it once; --new makes another one in its place",
  usage: "recovery-key [--new]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { new: { type: "boolean", default: false } } });
    const { stores, context } = await openSession(env);
    const made = values.new ? await newRecoveryKey(context) : await firstRecoveryKey(stores.catalogue);
    if (made === null) {
      console.error(
        "There is one already. It was shown once. With --new another one is made; backups until now still need the earlier one.",
      );
      return 1;
    }
    console.log(recoveryWords(made));
    return 0;
  },
};
