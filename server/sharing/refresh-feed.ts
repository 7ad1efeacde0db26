/** Brings what came from another directory up to date: new and changed listings, and what was taken away there. */
import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { RefreshReport } from "#server/contract/curate/feed.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { type Context, requirePublisher, today } from "#server/curation/context.ts";
import {
  feedSource,
  takeAwayWithdrawn,
  type TakenFromFeed,
  takeFeedRecords,
} from "#server/curation/feed-records.ts";
import { findFeed } from "#server/curation/feeds.ts";
import { publicOnes } from "#server/curation/public-ones.ts";
import { publishListings } from "#server/curation/publish-listings.ts";
import { servesArea } from "#server/domain/area-served.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { leaveOutErrors } from "#server/exchange/leave-out-errors.ts";
import { readRecords } from "#server/exchange/read-records.ts";
import type { AreaFinder, ReadOptions } from "#server/exchange/read-result.ts";
import {
  applyPublication,
  type PublicationOptions,
  type PublicationStores,
} from "#server/publication/apply-publication.ts";
import { type Fetch, readRoot, readServices } from "./read-feed.ts";

export interface SharingTools {
  readonly fetch: Fetch;
  readonly stores: PublicationStores;
  readonly areas: AreaIndex;
  readonly areaFinder: AreaFinder;
  readonly publication: PublicationOptions;
}

/** Listings that are held in memory at a time. */
const AT_ONCE = 200;

/**
 * Reads a feed since the last time (`modified_after`), and compares its whole list of ids with what came from it
 * before. A failure is kept with the feed and thrown: nothing of the rest is lost by it. Throws `forbidden`,
 * `not_found`, `unavailable`.
 */
export async function refreshFeed(context: Context, tools: SharingTools, id: string): Promise<RefreshReport> {
  requirePublisher(context);
  const feed = await findFeed(context, id);
  const at = context.now.toISOString();
  const { catalogue } = context;
  try {
    const root = await readRoot(tools.fetch, feed.url);
    const report = await refresh(context, tools, feed);
    await catalogue
      .update(table.feed)
      .set({ ...root, since: today(context), triedAt: at, readAt: at, failure: null })
      .where(eq(table.feed.id, id));
    return report;
  } catch (error) {
    const failure = error instanceof DirectoryError ? error.message : "It could not be read.";
    await catalogue.update(table.feed).set({ triedAt: at, failure }).where(eq(table.feed.id, id));
    throw error;
  }
}

async function refresh(context: Context, tools: SharingTools, feed: table.FeedRow): Promise<RefreshReport> {
  const current = new Set<string>();
  for (const query of queriesOf(feed))
    for await (const { id } of readServices(tools.fetch, feed.url, { ...query, minimal: "true" }))
      current.add(String(id));

  const taken: TakenFromFeed = { new: 0, changed: 0, unchanged: 0, differing: 0, written: [] };
  const seen = new Set<string>();
  let problems = 0;
  const take = async (documents: readonly object[]): Promise<void> => {
    const options: ReadOptions = { format: "hsds-json", areas: tools.areaFinder, source: feedSource(feed) };
    const bytes = new TextEncoder().encode(JSON.stringify(documents));
    const result = readRecords([{ name: `${feed.name}.json`, bytes }], options);
    problems += result.counts.problems.error + result.counts.problems.held;
    const records = leaveOutErrors(result).map((record) => ({
      ...record,
      services: record.services
        // A feed that knows no areas sends everything.
        .filter(({ areas }) => feed.areas.length === 0 || feed.areas.some((area) => servesArea(areas, area)))
        .map((service) => ({ ...service, source: sourceOf(service.source, feed) })),
    }));
    await takeFeedRecords(context, feed, records, taken, result.fictional);
  };
  const since = feed.since === null ? {} : { modified_after: dayBefore(feed.since) };
  for (const query of queriesOf(feed)) {
    let documents: object[] = [];
    for await (const item of readServices(tools.fetch, feed.url, { ...query, ...since, full: "true" })) {
      if (seen.has(String(item["id"]))) continue;
      seen.add(String(item["id"]));
      documents.push(item);
      if (documents.length < AT_ONCE) continue;
      await take(documents);
      documents = [];
    }
    if (documents.length > 0) await take(documents);
  }

  const { stores, publication } = tools;
  const withdrawn = await takeAwayWithdrawn(context, stores, feed, current, publication);
  const mayGoOut = feed.publish ? taken.written : await publicOnes(context, taken.written);
  const { published } = await publishListings(context, mayGoOut, tools.areas);
  await applyPublication(stores, publication);
  const { written: _written, ...counts } = taken;
  return { ...counts, ...withdrawn, published: published.length, problems };
}

/** One question an area; an empty list of areas asks for everything. */
const queriesOf = ({ areas }: table.FeedRow): readonly Record<string, string>[] =>
  areas.length === 0 ? [{}] : areas.map((area) => ({ area }));

/** Who told us: the directory it came from, and whom that one names. */
function sourceOf(
  source:
    | { readonly name: string; readonly url?: string | undefined; readonly date?: string | undefined }
    | undefined,
  feed: table.FeedRow,
) {
  const name =
    source === undefined || source.name.startsWith("feed ") ? feed.name : `${feed.name}: ${source.name}`;
  return {
    name: name.slice(0, 300),
    url: source?.url ?? feed.url,
    ...(source?.date === undefined ? {} : { date: source.date }),
  };
}

/** Modification dates are whole days: the day before is asked for again, so that nothing of that day is missed. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
