import { parseArgs } from "node:util";
import type { PublishedListing } from "#server/contract/listing.ts";
import { findListings, getVersion } from "#server/directory/directory.ts";
import { openSession } from "./session.ts";
import type { Verb } from "./verb.ts";

type Counts = Record<string, number>;

/** Published listings by area, need, scope, language and freshness. */
export const stats: Verb = {
  name: "stats",
  summary: "published listings by area, need, scope, language, freshness",
  usage: "stats [--json]",
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } });
    const { stores, context } = await openSession(env);
    const listings = await findListings(stores.published, {}, "web");
    const counted = {
      ...(await getVersion(stores.published)),
      by: countBy(listings, context.now),
    };
    if (values.json) {
      console.log(JSON.stringify(counted));
      return 0;
    }
    console.log(`version ${counted.version}: ${counted.listings} listings`);
    for (const [name, counts] of Object.entries(counted.by)) {
      console.log(`\n${name}`);
      for (const [code, count] of Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
        console.log(`  ${code}\t${count}`);
    }
    return 0;
  },
};

function countBy(listings: readonly PublishedListing[], now: Date): Record<string, Counts> {
  const by: Record<string, Counts> = { area: {}, need: {}, scope: {}, language: {}, freshness: {} };
  const add = (name: string, codes: readonly string[]) => {
    const counts = (by[name] ??= {});
    for (const code of new Set(codes)) counts[code] = (counts[code] ?? 0) + 1;
  };
  for (const { facts } of listings) {
    add("area", facts.areas);
    add("need", facts.needs);
    add("scope", [facts.scope]);
    add(
      "language",
      facts.languages.map(({ code }) => code),
    );
    add("freshness", [freshness(facts.checkedOn, now)]);
  }
  return by;
}

function freshness(checkedOn: string | null, now: Date): string {
  if (checkedOn === null) return "never checked";
  const days = (now.getTime() - Date.parse(checkedOn)) / 86_400_000;
  return days <= 90
    ? "within 90 days"
    : days <= 180
      ? "within 180 days"
      : days <= 365
        ? "within a year"
        : "older than a year";
}
