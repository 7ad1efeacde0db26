import { and, eq, gte, inArray, lt } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { NoteRecord } from "#server/contract/catalogue-record.ts";
import { stricterAudience } from "./kept-by-hand.ts";
import { addTexts, noChildRows } from "./record-rows.ts";
import { textsBelow } from "./texts-under.ts";

/**
 * The notes that a source brings of a service, such as what must be true before somebody is taken in. A note has the
 * id of its place in the source's list, so that notes which a person added are never touched. Of two audiences the
 * stricter one counts, outlets that a person kept it out of stay, and what a person took out (`removed`) does not come
 * back.
 */
export async function writeSourceNotes(
  tx: CatalogueTx,
  serviceId: string,
  notes: readonly NoteRecord[],
  removed: ReadonlySet<string>,
): Promise<void> {
  const { note, translation } = table;
  const prefix = `${serviceId}/note/`;
  const before = await tx
    .select()
    .from(note)
    // The sign behind the slash is "0".
    .where(and(eq(note.serviceId, serviceId), gte(note.id, prefix), lt(note.id, `${serviceId}/note0`)));
  const known = new Map(before.map((row) => [row.id, row]));
  if (before.length > 0) await tx.delete(note).where(inArray(note.id, [...known.keys()]));
  await tx.delete(translation).where(textsBelow(prefix));

  const rows = noChildRows();
  const written = notes.flatMap(({ about, words, audience }, position) => {
    const id = `${prefix}${position}`;
    const was = known.get(id);
    if (was === undefined && removed.has(id)) return [];
    addTexts(rows, id, "note", words);
    return [
      {
        id,
        serviceId,
        position,
        about,
        audience: was === undefined ? audience : stricterAudience(was.audience, audience),
        keptFrom: was?.keptFrom ?? [],
      },
    ];
  });
  if (written.length === 0) return;
  await tx.insert(note).values(written);
  await tx.insert(translation).values(rows.translations);
}
