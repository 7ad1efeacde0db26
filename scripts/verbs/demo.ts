import { removeDemo } from "#server/curation/remove-source.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Removes everything fictional. */
export const demo: Verb = {
  name: "demo",
  summary: "demo remove: removes everything fictional; refuses if a real listing depends on it",
  usage: "demo remove",
  async run(args, env) {
    if (args[0] !== "remove" || args.length > 1) throw new UsageError("The demo can only be removed.");
    const session = await openSession(env);
    const removed = await removeDemo(session.context);
    const { listings } = await session.apply();
    console.log(
      `Removed ${removed.services} fictional listings of ${removed.organizations} organisations. ${listings} listings are public now.`,
    );
    return 0;
  },
};
