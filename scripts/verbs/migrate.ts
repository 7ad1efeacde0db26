import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** Brings the tables of the three stores up to date. */
export const migrate: Verb = {
  name: "migrate",
  summary: "brings the tables of the three stores up to date",
  usage: "migrate",
  async run(_args, env) {
    await openSession(env);
    console.log("The catalogue, the published database and the inbox are up to date.");
    return 0;
  },
};
