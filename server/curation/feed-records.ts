import { and, eq, inArray, isNull } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { OrganizationRecord } from "#server/contract/catalogue-record.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import type { Context } from "./context.ts";
import { requirePublisher } from "./context.ts";
import { readForm } from "./listing-form/read-form.ts";
import { takeAway } from "./take-away.ts";
import { writeRecords } from "./write-records.ts";

/** The name under which records of a feed are kept apart from all others. */
export const feedSource = (feed: Pick<table.FeedRow, "url">): string => `feed ${feed.url}`;

export interface TakenFromFeed {
  new: number;
  changed: number;
  unchanged: number;
  differing: number;
  /** Ids of services that were written. */
  readonly written: string[];
}

/**
 * Writes records of a feed. A listing that a person changed here since it came is not written over: what the feed
 * says now is kept beside it, for a person to compare. A listing that came back is current again. Throws `forbidden`.
 */
export async function takeFeedRecords(
  context: Context,
  feed: table.FeedRow,
  records: readonly OrganizationRecord[],
  taken: TakenFromFeed,
  /** Ids of organizations that the feed calls made up: they are marked as examples here as well. */
  fictional: readonly string[] = [],
): Promise<void> {
  requirePublisher(context);
  const { catalogue } = context;
  const source = feedSource(feed);
  const edited = await editedHere(context, feed);
  const own = records.map((record) => ({
    ...record,
    services: record.services.filter(({ sourceId }) => !edited.has(sourceId)),
  }));
  for (const origin of ["import", "demo"] as const) {
    const some = own.filter(({ sourceId }) => fictional.includes(sourceId) === (origin === "demo"));
    if (some.length === 0) continue;
    const report = await writeRecords(context, source, some, { origin });
    for (const key of ["new", "changed", "unchanged"] as const) taken[key] += report.services[key];
    taken.written.push(...report.written);
  }
  await rememberAll(catalogue, feed, source);

  const both = records
    .map((record) => ({
      ...record,
      services: record.services.filter(({ sourceId }) => edited.has(sourceId)),
    }))
    .filter(({ services }) => services.length > 0);
  if (both.length === 0) return;
  // Written, read as a form, and rolled back: so both versions are told in the same fields.
  const theirs = new Map<string, Readonly<Record<string, unknown>>>();
  await writeRecords(context, source, both, {
    origin: "import",
    dryRun: true,
    async look(tx) {
      for (const serviceId of edited.values()) theirs.set(serviceId, (await readForm(tx, serviceId)).form);
    },
  });
  for (const { services } of both) {
    for (const { sourceId } of services) {
      const serviceId = edited.get(sourceId) ?? "";
      const form = theirs.get(serviceId) ?? {};
      const here = and(eq(table.feedListing.feedId, feed.id), eq(table.feedListing.remoteId, sourceId));
      const [row] = await catalogue.select().from(table.feedListing).where(here);
      if (row?.dismissed === (await sha256(stableJson(form)))) continue;
      const now = (await readForm(catalogue, serviceId)).form;
      const same = stableJson(comparable(form)) === stableJson(comparable(now));
      await catalogue
        .update(table.feedListing)
        .set({ theirs: same ? null : form, withdrawn: null })
        .where(here);
      if (!same) taken.differing += 1;
    }
  }
}

const comparable = (form: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(form).filter(([field]) => !/^(?:held|privateNote)$/u.test(field)));

/** Listings of the feed that somebody changed here since they were last written, by their id in the feed. */
async function editedHere(context: Context, feed: table.FeedRow): Promise<ReadonlyMap<string, string>> {
  const rows = await context.catalogue
    .select({
      remoteId: table.feedListing.remoteId,
      serviceId: table.feedListing.serviceId,
      came: table.feedListing.revision,
      now: table.service.revision,
    })
    .from(table.feedListing)
    .innerJoin(table.service, eq(table.service.id, table.feedListing.serviceId))
    .where(eq(table.feedListing.feedId, feed.id));
  return new Map(
    rows.filter(({ came, now }) => now > came).map(({ remoteId, serviceId }) => [remoteId, serviceId]),
  );
}

/** Notes for each listing of the source which one of the feed it is, and its revision as it was written. */
async function rememberAll(tx: CatalogueTx, feed: table.FeedRow, source: string): Promise<void> {
  const known = new Map(
    (await tx.select().from(table.feedListing).where(eq(table.feedListing.feedId, feed.id))).map((row) => [
      row.remoteId,
      row,
    ]),
  );
  const rows = await tx
    .select({
      sourceId: table.sourceRecord.sourceId,
      serviceId: table.sourceRecord.entityId,
      revision: table.service.revision,
    })
    .from(table.sourceRecord)
    .innerJoin(table.service, eq(table.service.id, table.sourceRecord.entityId))
    .where(and(eq(table.sourceRecord.source, source), eq(table.sourceRecord.entity, "service")));
  for (const { sourceId, serviceId, revision } of rows) {
    // `organization/service`: the ids of a feed are UUIDs, without a slash.
    const remoteId = sourceId.slice(sourceId.lastIndexOf("/") + 1);
    if (known.has(remoteId)) continue;
    await tx.insert(table.feedListing).values({ feedId: feed.id, remoteId, serviceId, revision });
  }
}

/**
 * Takes away what the feed has no longer: from the public side first, then here, also where a person changed it.
 * `current` are the ids that the feed has. Answers how many, and how many are STILL PUBLIC.
 */
export async function takeAwayWithdrawn(
  context: Context,
  stores: PublicationStores,
  feed: table.FeedRow,
  current: ReadonlySet<string>,
  options: PublicationOptions,
): Promise<{ withdrawn: number; stillPublic: number }> {
  requirePublisher(context);
  const { catalogue } = context;
  const rows = await catalogue
    .select({ row: table.feedListing, state: table.service.curationState })
    .from(table.feedListing)
    .innerJoin(table.service, eq(table.service.id, table.feedListing.serviceId))
    .where(and(eq(table.feedListing.feedId, feed.id), isNull(table.feedListing.withdrawn)));
  const gone = rows.filter(({ row }) => !current.has(row.remoteId));
  let stillPublic = 0;
  for (const { row, state } of gone) {
    if (state !== "archived" && state !== "suspended") {
      const reason = `Taken away by ${feed.name}`;
      const taken = await takeAway(context, stores, row.serviceId, reason, options, "hidden");
      if (!taken.gone) stillPublic += 1;
    }
    await catalogue
      .update(table.feedListing)
      .set({ withdrawn: options.today, theirs: null })
      .where(and(eq(table.feedListing.feedId, feed.id), eq(table.feedListing.remoteId, row.remoteId)));
  }
  const back = (
    await catalogue.select().from(table.feedListing).where(eq(table.feedListing.feedId, feed.id))
  ).filter(({ withdrawn, remoteId }) => withdrawn !== null && current.has(remoteId));
  if (back.length > 0)
    await catalogue
      .update(table.feedListing)
      .set({ withdrawn: null })
      .where(
        and(
          eq(table.feedListing.feedId, feed.id),
          inArray(
            table.feedListing.remoteId,
            back.map(({ remoteId }) => remoteId),
          ),
        ),
      );
  return { withdrawn: gone.length, stillPublic };
}
