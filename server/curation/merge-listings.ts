import { and, eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import { wish } from "#server/publication/wishes.ts";
import { writeAudit } from "./audit.ts";
import { actorName, type Context, requirePublisher } from "./context.ts";
import { readForm } from "./listing-form/read-form.ts";
import { PUBLIC_STATES, saveListing } from "./save-listing.ts";
import { takeAway } from "./take-away.ts";

export interface MergeInput {
  /** The listing that stays. */
  readonly keep: string;
  /** The listing that goes into the archive; its code leads to the one that stays. */
  readonly away: string;
  /** Fields whose value is taken over from the one that goes. Contacts and notes are added, not replaced. */
  readonly take: readonly string[];
}

/**
 * Merges two listings of the same service: chosen fields are taken over as an edit with its history, the short code
 * of the one that goes leads to the one that stays, on paper and in links, and the one that goes is archived, the
 * published side first. Both keep their history. Throws `forbidden`, `not_found`, `conflict` for a listing merged
 * with itself or already in the archive, and `bad_request` for fields that cannot be taken.
 */
export async function mergeListings(
  context: Context,
  stores: PublicationStores,
  { keep, away, take }: MergeInput,
  options: PublicationOptions,
): Promise<{ revision: number; gone: boolean }> {
  requirePublisher(context);
  if (keep === away) throw new DirectoryError("conflict", "A listing cannot be merged with itself.");
  const [kept, going] = [await readForm(context.catalogue, keep), await readForm(context.catalogue, away)];
  for (const { service } of [kept, going])
    if (service.curationState === "archived")
      throw new DirectoryError("conflict", "One of the two is in the archive already.");
  const saved = await saveListing(context, keep, {
    base: kept.service.revision,
    changes: takenOver(going.form, take),
    reason: `merged with ${going.service.code}`,
  });
  await context.catalogue.transaction(async (tx) => {
    await redirect(tx, context, kept.service, going.service);
    if (PUBLIC_STATES.includes(kept.service.curationState)) await wish(tx, [keep], "public");
  });
  const reason = `merged into ${kept.service.code}`;
  const { gone } = await takeAway(context, stores, away, reason, options, "archived");
  return { revision: saved.revision, gone };
}

/** The code of the one that goes, and every code that led there, lead to the one that stays. */
async function redirect(
  tx: CatalogueTx,
  context: Context,
  kept: table.ServiceRow,
  going: table.ServiceRow,
): Promise<void> {
  await tx
    .update(table.listingRedirect)
    .set({ serviceId: kept.id })
    .where(eq(table.listingRedirect.serviceId, going.id));
  const row = { code: going.code, serviceId: kept.id, fromId: going.id, at: context.now.toISOString() };
  await tx
    .insert(table.listingRedirect)
    .values(row)
    .onConflictDoUpdate({ target: table.listingRedirect.code, set: row });
  await writeAudit(tx, context, {
    action: "update",
    entity: "service",
    entityId: kept.id,
    changed: ["merged"],
    reason: `${going.code} leads here`,
  });
}

/** A merged listing that comes back out of the archive has its code for itself again. Belongs into a transaction. */
export async function endRedirect(tx: CatalogueTx, serviceId: string): Promise<void> {
  const rows = await tx
    .delete(table.listingRedirect)
    .where(eq(table.listingRedirect.fromId, serviceId))
    .returning({ serviceId: table.listingRedirect.serviceId });
  for (const { serviceId: kept } of rows) {
    const [row] = await tx
      .select({ state: table.service.curationState })
      .from(table.service)
      .where(eq(table.service.id, kept));
    if (row !== undefined && PUBLIC_STATES.includes(row.state)) await wish(tx, [kept], "public");
  }
}

function takenOver(
  form: Readonly<Record<string, unknown>>,
  take: readonly string[],
): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {};
  for (const field of take) {
    const value = form[field];
    if (value === undefined) throw new DirectoryError("bad_request", "A field to take over is not there.");
    // A place belongs to its organisation and may be given by both: it is added in the editor, with its privacy.
    if (field.startsWith("place:"))
      throw new DirectoryError("bad_request", "Places are added in the editor.", {
        place: "cannot be taken",
      });
    if (field.startsWith("contact:") && (value as { owner?: string }).owner !== "service")
      throw new DirectoryError("bad_request", "Only the listing’s own contacts can be taken over.");
    const own = field.startsWith("contact:") || field.startsWith("note:");
    changes[own ? `${field.split(":")[0] ?? ""}:${crypto.randomUUID()}` : field] = value;
  }
  return changes;
}

/**
 * A person says that two listings which look alike are not the same: they are not shown as a pair again. Throws
 * `forbidden`, `not_found`, `conflict` for one listing twice, and `bad_request` without a reason.
 */
export async function markDistinct(
  context: Context,
  one: string,
  other: string,
  reason: string,
): Promise<void> {
  requirePublisher(context);
  if (one === other) throw new DirectoryError("conflict", "Name two listings.");
  if (reason.trim() === "")
    throw new DirectoryError("bad_request", "Say how they differ, in a few words.", { reason: "is missing" });
  await context.catalogue.transaction(async (tx) => {
    for (const id of [one, other]) await readForm(tx, id);
    await keepDistinct(tx, context, one, other, reason.trim());
  });
}

/** Writes that two listings are not the same, with the audit row. Belongs into a transaction. */
export async function keepDistinct(
  tx: CatalogueTx,
  context: Context,
  one: string,
  other: string,
  reason: string,
): Promise<void> {
  const [a, b] = one < other ? [one, other] : [other, one];
  const row = { a, b, by: actorName(context), at: context.now.toISOString(), reason };
  await tx
    .insert(table.distinctPair)
    .values(row)
    .onConflictDoUpdate({ target: [table.distinctPair.a, table.distinctPair.b], set: row });
  await writeAudit(tx, context, {
    action: "create",
    entity: "distinct-pair",
    entityId: a,
    changed: [b],
    reason,
  });
}

/** Whether a person said that two listings are not the same. */
export async function distinctPairs(tx: CatalogueTx): Promise<(one: string, other: string) => boolean> {
  const known = new Set((await tx.select().from(table.distinctPair)).map(({ a, b }) => `${a} ${b}`));
  return (one, other) => known.has(one < other ? `${one} ${other}` : `${other} ${one}`);
}

/** Takes the word back that two listings are not the same. */
export async function unmarkDistinct(context: Context, one: string, other: string): Promise<void> {
  requirePublisher(context);
  const [a, b] = one < other ? [one, other] : [other, one];
  await context.catalogue.transaction(async (tx) => {
    const gone = await tx
      .delete(table.distinctPair)
      .where(and(eq(table.distinctPair.a, a), eq(table.distinctPair.b, b)))
      .returning({ a: table.distinctPair.a });
    if (gone.length === 0) throw new DirectoryError("not_found", "Nobody said so.");
    await writeAudit(tx, context, { action: "delete", entity: "distinct-pair", entityId: a, changed: [b] });
  });
}
