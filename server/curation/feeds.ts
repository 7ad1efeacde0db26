import { and, eq, isNotNull, isNull } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import {
  FeedChange,
  FeedInput,
  type FeedView,
  type KnownTwice,
  type TwoVersions,
} from "#server/contract/curate/feed.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { sha256 } from "#server/domain/digest.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { type Context, actorName, requireAdmin, requireEditor, requirePublisher } from "./context.ts";
import { duplicatePairs } from "./duplicates.ts";
import { readForm } from "./listing-form/read-form.ts";
import { saveWithin } from "./save-listing.ts";

/** Directories that this one reads from. Throws `forbidden`. */
export async function listFeeds(context: Context): Promise<readonly FeedView[]> {
  requireEditor(context);
  const rows = await context.catalogue.select().from(table.feed);
  const listings = await context.catalogue.select().from(table.feedListing);
  return rows
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ since: _since, ...row }) => {
      const own = listings.filter(({ feedId }) => feedId === row.id);
      return {
        ...row,
        listings: own.filter(({ withdrawn }) => withdrawn === null).length,
        differing: own.filter(({ theirs }) => theirs !== null).length,
        withdrawn: own.filter(({ withdrawn }) => withdrawn !== null).length,
      };
    });
}

/** One feed as it is stored. Throws `not_found`. */
export async function findFeed(context: Context, id: string): Promise<table.FeedRow> {
  const [row] = await context.catalogue.select().from(table.feed).where(eq(table.feed.id, id));
  if (row === undefined) throw new DirectoryError("not_found", "There is no such directory here.");
  return row;
}

/** Subscribes to a feed; `url` has been checked. Nothing is read yet. Throws `forbidden`, `conflict`. */
export async function addFeed(context: Context, input: v.InferInput<typeof FeedInput>): Promise<string> {
  requireAdmin(context);
  const { url, name, areas, publish } = v.parse(FeedInput, input);
  const id = crypto.randomUUID();
  await context.catalogue.transaction(async (tx) => {
    const known = await tx.select({ id: table.feed.id }).from(table.feed).where(eq(table.feed.url, url));
    if (known.length > 0)
      throw new DirectoryError("conflict", "This directory is read already.", { url: "is known" });
    await tx.insert(table.feed).values({ id, url, name, areas, publish });
    await tx.insert(table.audit).values(auditRow(context, "create", id, ["url"]));
  });
  return id;
}

/** Changes what is read, or stops reading for a while. Throws `forbidden`, `not_found`. */
export async function changeFeed(context: Context, id: string, change: FeedChange): Promise<void> {
  requireAdmin(context);
  const { name, areas, publish, paused } = change;
  const before = await findFeed(context, id);
  const set = {
    name: name ?? before.name,
    areas: areas ?? before.areas,
    publish: publish ?? before.publish,
    paused: paused ?? before.paused,
    // Other areas: everything is asked for again.
    ...(areas === undefined ? {} : { since: null }),
  };
  await context.catalogue.transaction(async (tx) => {
    await tx.update(table.feed).set(set).where(eq(table.feed.id, id));
    await tx.insert(table.audit).values(auditRow(context, "update", id, Object.keys(change)));
  });
}

/**
 * Ends the subscription. Its listings stay as they are, and are this directory's own business from now on: their
 * source is still named. Throws `forbidden`, `not_found`.
 */
export async function removeFeed(context: Context, id: string): Promise<void> {
  requireAdmin(context);
  await findFeed(context, id);
  await context.catalogue.transaction(async (tx) => {
    await tx.delete(table.feedListing).where(eq(table.feedListing.feedId, id));
    await tx.delete(table.feed).where(eq(table.feed.id, id));
    await tx.insert(table.audit).values(auditRow(context, "delete", id, []));
  });
}

const auditRow = (
  context: Context,
  action: "create" | "update" | "delete",
  entityId: string,
  changed: readonly string[],
) => ({
  id: crypto.randomUUID(),
  at: context.now.toISOString(),
  actor: actorName(context),
  action,
  entity: "feed",
  entityId,
  changed: [...changed],
});

/** Fields that do not say anything to a reader: they differ between any two directories. */
const OWN = /^(?:held|privateNote|doNotList|source(?:Name|Url|Date))$/u;

/** Fields in which two forms differ, for a person to look at. */
export function differingFields(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): TwoVersions["fields"] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].toSorted();
  return names
    .filter((field) => !OWN.test(field))
    .filter((field) => stableJson(ours[field] ?? null) !== stableJson(theirs[field] ?? null))
    .map((field) => ({ field, ours: ours[field] ?? null, theirs: theirs[field] ?? null }));
}

/** Listings that a person changed here and that their own directory changed as well. Throws `forbidden`. */
export async function listTwoVersions(context: Context): Promise<readonly TwoVersions[]> {
  requirePublisher(context);
  const { catalogue } = context;
  const rows = await catalogue
    .select({ row: table.feedListing, feed: table.feed.name })
    .from(table.feedListing)
    .innerJoin(table.feed, eq(table.feed.id, table.feedListing.feedId))
    .where(isNotNull(table.feedListing.theirs));
  const found: TwoVersions[] = [];
  for (const { row, feed } of rows) {
    const { service, form } = await readForm(catalogue, row.serviceId);
    const fields = differingFields(form, row.theirs ?? {});
    found.push({
      serviceId: row.serviceId,
      feedId: row.feedId,
      feed,
      code: service.code,
      name: service.name,
      fields,
    });
  }
  return found;
}

/** Takes the named fields of the other version, and leaves the rest as it is here. Throws `forbidden`, `not_found`. */
export async function chooseVersion(
  context: Context,
  serviceId: string,
  take: readonly string[],
): Promise<void> {
  requirePublisher(context);
  await context.catalogue.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(table.feedListing)
      .where(and(eq(table.feedListing.serviceId, serviceId), isNotNull(table.feedListing.theirs)));
    if (row === undefined)
      throw new DirectoryError("not_found", "There is no other version of this listing.");
    const theirs = row.theirs ?? {};
    const { service, form } = await readForm(tx, serviceId);
    const open = new Set(differingFields(form, theirs).map(({ field }) => field));
    const changes = Object.fromEntries(
      take.filter((field) => open.has(field)).map((field) => [field, theirs[field] ?? null]),
    );
    if (Object.keys(changes).length > 0)
      await saveWithin(tx, context, serviceId, { base: service.revision, changes, reason: "sharing" });
    await tx
      .update(table.feedListing)
      .set({ theirs: null, dismissed: await sha256(stableJson(theirs)) })
      .where(and(eq(table.feedListing.feedId, row.feedId), eq(table.feedListing.remoteId, row.remoteId)));
  });
}

/** The same service from another directory and from elsewhere, both versions side by side. Throws `forbidden`. */
export async function listKnownTwice(context: Context): Promise<readonly KnownTwice[]> {
  requirePublisher(context);
  const { catalogue } = context;
  const rows = await catalogue
    .select({ serviceId: table.feedListing.serviceId, feed: table.feed.name })
    .from(table.feedListing)
    .innerJoin(table.feed, eq(table.feed.id, table.feedListing.feedId))
    .where(isNull(table.feedListing.withdrawn));
  const feeds = new Map(rows.map(({ serviceId, feed }) => [serviceId, feed]));
  if (feeds.size === 0) return [];
  const pairs = (await duplicatePairs(context)).filter(
    ({ a, b }) => feeds.get(a.id) !== feeds.get(b.id) && (feeds.has(a.id) || feeds.has(b.id)),
  );
  const found: KnownTwice[] = [];
  for (const { a, b } of pairs.slice(0, MOST_PAIRS)) {
    const [first, second] = feeds.has(a.id) ? [a.id, b.id] : [b.id, a.id];
    const [fromFeed, other] = [await readForm(catalogue, first), await readForm(catalogue, second)];
    found.push({
      fromFeed: { id: first, name: fromFeed.service.name, feed: feeds.get(first) ?? "" },
      other: {
        id: second,
        name: other.service.name,
        source: feeds.get(second) ?? other.service.sourceName ?? "",
      },
      fields: differingFields(withoutIds(other.form), withoutIds(fromFeed.form)),
    });
  }
  return found;
}
const MOST_PAIRS = 50;

/** Contacts and places carry ids in their names, which differ between any two listings. */
function withoutIds(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const kind of ["contact", "place"] as const) {
    const own = Object.entries(form).flatMap(([field, value]) =>
      field.startsWith(`${kind}:`) ? [value] : [],
    );
    const told = own.map((value) => summary(kind, value as Record<string, unknown>)).toSorted();
    if (told.length > 0) plain[`${kind}s`] = told;
  }
  for (const [field, value] of Object.entries(form))
    if (!/^(?:contact|place):/u.test(field)) plain[field] = value;
  return plain;
}

const summary = (kind: "contact" | "place", value: Record<string, unknown>): string =>
  kind === "contact"
    ? `${String(value["channel"])}: ${String(value["value"])}`
    : `${String(value["area"] ?? "")} ${String(value["privacy"] ?? "")}`;
