import { parseArgs } from "node:util";
import { takeAway } from "#server/curation/take-away.ts";
import { compress } from "#server/node/compress.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Takes one listing away at once. */
export const suspend: Verb = {
  name: "suspend",
  summary: "takes one listing away from the public side at once",
  usage: "suspend ID|CODE --reason …",
  async run(args, env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { reason: { type: "string" } },
      allowPositionals: true,
    });
    const [id] = positionals;
    if (id === undefined || values.reason === undefined)
      throw new UsageError("Name the listing and the reason.");
    const { stores, areas, context } = await openSession(env);
    const options = { areas, compress, today: context.now.toISOString().slice(0, 10) };
    const { code, gone } = await takeAway(context, stores, id, values.reason, options);
    if (gone) {
      console.log(`${code} is no longer public.`);
      return 0;
    }
    console.error(
      `${code}: STILL PUBLIC. The published database cannot be reached; it is tried again at the next start.`,
    );
    return 1;
  },
};
