import { parseArgs } from "node:util";
import * as v from "valibot";
import { FeedInput } from "#server/contract/curate/feed.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { addFeed, changeFeed, listFeeds, removeFeed } from "#server/curation/feeds.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { compress } from "#server/node/compress.ts";
import { feedAddress, readRoot } from "#server/sharing/read-feed.ts";
import { refreshFeed } from "#server/sharing/refresh-feed.ts";
import { openSession, type Session } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Directories that this one reads from. */
export const feeds: Verb = {
  name: "feeds",
  summary: "other directories whose HSDS feed is read: adds one, brings them up to date, ends one",
  usage:
    "feeds list | feeds add https://…/hsds --name NAME [--area TH-50]… [--publish] | feeds refresh [NAME|URL]… | feeds pause|resume|remove NAME|URL",
  async run([what, ...args], env) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        area: { type: "string", multiple: true, default: [] },
        publish: { type: "boolean", default: false },
      },
    });
    const session = await openSession(env);
    const { context } = session;
    switch (what) {
      case "list": {
        for (const feed of await listFeeds(context)) {
          const state = feed.failure ?? (feed.paused ? "paused" : (feed.readAt ?? "not read yet"));
          console.log(
            `${feed.name}\t${feed.url}\t${feed.areas.join(",") || "all areas"}\t${feed.listings} listings, ${feed.differing} differ, ${feed.withdrawn} withdrawn\t${state}`,
          );
        }
        return 0;
      }
      case "add": {
        const url = feedAddress(positionals[0] ?? "");
        const input = v.safeParse(FeedInput, {
          url,
          name: values.name ?? new URL(url).hostname,
          areas: values.area,
          publish: values.publish,
        });
        if (!input.success)
          throw new UsageError(`--${String(input.issues[0].path?.[0]?.key)} has a value that does not fit.`);
        const { version } = await readRoot(fetch, url);
        await addFeed(context, input.output);
        console.log(`${url}: HSDS ${version}. Read it with: feeds refresh`);
        return 0;
      }
      case "refresh":
        return refreshAll(session, positionals);
      case "pause":
      case "resume":
        await changeFeed(context, await idOf(session, positionals[0]), { paused: what === "pause" });
        return 0;
      case "remove":
        await removeFeed(context, await idOf(session, positionals[0]));
        console.log("Ended. Its listings stay, and are yours to keep from now on.");
        return 0;
      default:
        throw new UsageError("Say what: list, add, refresh, pause, resume or remove.");
    }
  },
};

async function idOf({ context }: Session, named: string | undefined): Promise<string> {
  const found = (await listFeeds(context)).find(({ name, url, id }) => [name, url, id].includes(named ?? ""));
  if (found === undefined) throw new DirectoryError("not_found", "There is no such directory here.");
  return found.id;
}

/** Brings feeds up to date one after the other; one that fails does not keep the others from it. */
async function refreshAll(session: Session, named: readonly string[]): Promise<number> {
  const { context, stores, areas } = session;
  const all = await listFeeds(context);
  const chosen =
    named.length === 0
      ? all.filter(({ paused }) => !paused)
      : all.filter(({ name, url }) => named.includes(name) || named.includes(url));
  if (chosen.length < named.length) throw new DirectoryError("not_found", "There is no such directory here.");
  const publication = { areas, compress, today: context.now.toISOString().slice(0, 10) };
  const tools = { fetch, stores, areas, areaFinder: loadAreaFinder(areas), publication };
  let failed = 0;
  for (const { id, name } of chosen) {
    try {
      const found = await refreshFeed(context, tools, id);
      console.log(
        `${name}: ${found.new} new, ${found.changed} changed, ${found.unchanged} unchanged, ${found.differing} differ, ${found.withdrawn} withdrawn, ${found.published} published`,
      );
      if (found.stillPublic > 0) {
        console.log(`${name}: STILL PUBLIC: ${found.stillPublic}; it is tried again`);
        failed += 1;
      }
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      console.error(`${name}: ${error.message}`);
      failed += 1;
    }
  }
  return failed > 0 ? 1 : 0;
}
