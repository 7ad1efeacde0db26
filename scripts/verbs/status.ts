import { parseArgs } from "node:util";
import { count } from "drizzle-orm";
import * as catalogueTables from "#db/schema/catalogue/index.ts";
import * as inboxTables from "#db/schema/inbox/index.ts";
import { officeStatus } from "#server/curation/office-status.ts";
import { behind } from "#server/node/stores.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** How the directory is, in counts: nothing of anybody who used it. */
export const status: Verb = {
  name: "status",
  summary:
    "what is stored, when something was last published, what waits; counts and nothing of anybody's visit",
  usage: "status [--json]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } });
    const late = await behind(env);
    const { stores } = await openSession(env);
    const [services] = await stores.catalogue.select({ n: count() }).from(catalogueTables.service);
    const [reports] = await stores.inbox.select({ n: count() }).from(inboxTables.report);
    const found = {
      ...(await officeStatus(stores)),
      services: services?.n ?? 0,
      reports: reports?.n ?? 0,
      storesBehind: late.map(({ name }) => name),
    };
    if (values.json) console.log(JSON.stringify(found));
    else for (const [name, value] of Object.entries(found)) console.log(`${name}: ${String(value)}`);
    return 0;
  },
};
