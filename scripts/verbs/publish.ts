import { parseArgs } from "node:util";
import { wantedPublic, wish } from "#server/publication/wishes.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** Carries the catalogue's wanted public state into the published store. */
export const publish: Verb = {
  name: "publish",
  summary: "carries the catalogue's wanted public state into the published database",
  usage: "publish [--full]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { full: { type: "boolean", default: false } } });
    const session = await openSession(env);
    if (values.full)
      await wish(session.stores.catalogue, await wantedPublic(session.stores.catalogue), "public");
    const report = await session.apply(values.full);
    console.log(
      `version ${report.version}: ${report.listings} listings, ${report.changed} changed, ${report.parts} bundle files written`,
    );
    for (const { id, obstacles } of report.refused) {
      console.log(`not public: ${id}: ${obstacles.map(({ message }) => message).join(" ")}`);
    }
    return 0;
  },
};
