import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { service } from "#db/schema/catalogue/index.ts";
import { obstaclesTo } from "#server/domain/publishable.ts";
import { publishingContext } from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** What needs a person; with `--requirements` the ledger. */
export const check: Verb = {
  name: "check",
  summary: "what needs a person; exit 1 when there is some. --requirements prints the ledger of R01–R80",
  usage: "check [--requirements] [--json]",
  async run(args, env) {
    const options = {
      requirements: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.requirements) return printLedger();
    const { stores, areas, context } = await openSession(env);
    const rules = publishingContext(areas, await readSettings(stores.catalogue));
    const ids = (await stores.catalogue.select({ id: service.id }).from(service)).map(({ id }) => id);
    const found: { code: string; name: string; problems: string[] }[] = [];
    for await (const chunk of loadListings(stores.catalogue, ids)) {
      for (const listing of chunk) {
        const problems = obstaclesTo(listing, rules, context.now.toISOString().slice(0, 10)).map(
          ({ message }) => message,
        );
        if (listing.verifiedOn === null) problems.push("Nobody here has checked it yet.");
        if (problems.length > 0)
          found.push({ code: listing.code, name: Object.values(listing.name)[0] ?? "", problems });
      }
    }
    if (values.json) console.log(JSON.stringify(found));
    else
      for (const { code, name, problems } of found)
        console.log(`${code}\t${name}\n\t${problems.join("\n\t")}`);
    if (found.length === 0) console.log("Nothing needs a person.");
    return found.length === 0 ? 0 : 1;
  },
};

function printLedger(): number {
  const file = new URL("../../test/requirements.json", import.meta.url);
  const ledger = JSON.parse(readFileSync(file, "utf8")) as Record<string, readonly string[] | string>;
  for (const [id, shown] of Object.entries(ledger)) {
    console.log(`${id}\t${typeof shown === "string" ? shown : shown.join(" · ")}`);
  }
  return 0;
}
