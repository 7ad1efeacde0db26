import { and, desc, eq, inArray, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { sha256 } from "#server/domain/digest.ts";
import { numberKey } from "#server/domain/duplicates.ts";
import { fold } from "#server/domain/fold.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireAdmin } from "../context.ts";
import { textsUnder } from "../texts-under.ts";

/** Years for which a listing that is no longer shown is kept whole (curation: "profiles kept >= 3 years"). */
export const YEARS_KEPT = 3;

/**
 * Erases a listing that has been in the archive for three years. A tombstone stays: its id and code, when and why,
 * whether it may come back, and digests of its names and numbers, by which an import recognises it. History stays.
 * Throws `forbidden`, `not_found`, and `conflict` while it is not old enough.
 */
export async function eraseListing(context: Context, id: string, reason: string): Promise<void> {
  requireAdmin(context);
  if (reason.trim() === "")
    throw new DirectoryError("bad_request", "Say why, in a few words.", { reason: "is missing" });
  await context.catalogue.transaction(async (tx) => {
    const [service] = await tx.select().from(table.service).where(eq(table.service.id, id));
    if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
    const since = service.curationState === "archived" ? await archivedAt(tx, id) : null;
    const oldest = new Date(context.now);
    oldest.setUTCFullYear(oldest.getUTCFullYear() - YEARS_KEPT);
    if (since === null || since > oldest.toISOString())
      throw new DirectoryError("conflict", `Listings are kept for ${YEARS_KEPT} years in the archive first.`);
    await tx.insert(table.tombstone).values({
      id,
      code: service.code,
      at: context.now.toISOString(),
      by: actorName(context),
      reason: reason.trim(),
      doNotList: service.doNotList,
      marks: await marksOf(tx, id),
    });
    await tx.delete(table.contact).where(eq(table.contact.entityId, id));
    await tx.delete(table.schedule).where(eq(table.schedule.entityId, id));
    await tx.delete(table.translation).where(textsUnder(id));
    await tx.delete(table.service).where(eq(table.service.id, id));
    await writeAudit(tx, context, {
      action: "delete",
      entity: "service",
      entityId: id,
      changed: ["everything"],
      reason: reason.trim(),
    });
  });
}

/**
 * Holds services that an import brought back although they were erased, by id, or although something on the
 * do-not-list has their name and number. Belongs into the transaction of the import.
 */
export async function holdErased(tx: CatalogueTx, ids: readonly string[]): Promise<readonly string[]> {
  const stones = await tx.select().from(table.tombstone);
  if (stones.length === 0) return [];
  const byId = new Map(stones.map((stone) => [stone.id, stone]));
  const barred = new Set(stones.filter(({ doNotList }) => doNotList).flatMap(({ marks }) => marks));
  const held: string[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await tx
      .select()
      .from(table.service)
      .where(inArray(table.service.id, ids.slice(at, at + 500)));
    for (const { id, held: before } of rows) {
      const stone = byId.get(id);
      const again = stone === undefined && (await marksOf(tx, id)).some((mark) => barred.has(mark));
      if (stone === undefined && !again) continue;
      const why =
        stone === undefined
          ? "Looks like a listing on the do-not-list."
          : `Erased on ${stone.at.slice(0, 10)}.`;
      if (!before.includes(why))
        await tx
          .update(table.service)
          .set({ held: [...before, why] })
          .where(eq(table.service.id, id));
      held.push(id);
    }
  }
  return held;
}

/** Digests of a listing's numbers, each with its name: neither alone would say that it is the same. */
async function marksOf(tx: CatalogueTx, id: string): Promise<readonly string[]> {
  const names = await tx
    .select({ text: table.translation.text })
    .from(table.translation)
    .where(and(eq(table.translation.entityId, id), eq(table.translation.field, "name")));
  const numbers = await tx
    .select({ value: table.contact.value })
    .from(table.contact)
    .where(eq(table.contact.entityId, id));
  const keys = numbers.flatMap(({ value }) => numberKey(value) ?? []);
  return Promise.all(names.flatMap(({ text }) => keys.map((key) => sha256(`${fold(text)} ${key}`))));
}

async function archivedAt(tx: CatalogueTx, id: string): Promise<string | null> {
  const rows = await tx
    .select()
    .from(table.audit)
    .where(eq(table.audit.entityId, id))
    .orderBy(desc(table.audit.at), sql`rowid desc`);
  return (
    rows.find(({ detail }) =>
      (detail ?? []).some(({ field, after }) => field === "curationState" && after === "archived"),
    )?.at ?? null
  );
}
