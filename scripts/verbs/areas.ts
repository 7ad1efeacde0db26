import { parseArgs } from "node:util";
import { listAreas } from "#server/directory/directory.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

/** Published listings by area. */
export const areas: Verb = {
  name: "areas",
  summary: "published listings by area",
  usage: "areas [--json]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } });
    const { stores } = await openSession(env);
    const found = (await listAreas(stores.published)).filter(({ listings }) => listings > 0);
    if (values.json) {
      console.log(
        JSON.stringify(
          found.map(({ code, names, listings }) => ({ code, name: names["en"] ?? code, listings })),
        ),
      );
      return 0;
    }
    for (const { code, names, listings } of found) console.log(`${code}\t${listings}\t${names["en"] ?? ""}`);
    if (found.length === 0) console.log("No listing is public yet.");
    return 0;
  },
};
