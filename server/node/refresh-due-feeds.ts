import { listFeeds } from "#server/curation/feeds.ts";
import type { Context } from "#server/curation/context.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import { refreshFeed } from "#server/sharing/refresh-feed.ts";
import { loadAreaFinder } from "./area-finder.ts";

/** Feeds are read once a day. */
const EVERY_MS = 24 * 60 * 60 * 1000;

let running = false;

/** Reads the feeds that are due, one after the other; a failure stands with its feed, and is tried again a day later. */
export async function refreshDueFeeds(
  stores: PublicationStores,
  now: Date,
  { areas, ...options }: Omit<PublicationOptions, "today">,
): Promise<void> {
  if (running) return;
  running = true;
  try {
    const context: Context = { catalogue: stores.catalogue, actor: { type: "command-line" }, now };
    const due = (await listFeeds(context)).filter(
      ({ paused, triedAt }) =>
        !paused && triedAt !== null && now.getTime() - new Date(triedAt).getTime() > EVERY_MS,
    );
    if (due.length === 0) return;
    const publication = { ...options, areas, today: now.toISOString().slice(0, 10) };
    const tools = { fetch, stores, areas, publication, areaFinder: loadAreaFinder(areas) };
    for (const { id } of due) await refreshFeed(context, tools, id).catch(() => undefined);
  } finally {
    running = false;
  }
}
