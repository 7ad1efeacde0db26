import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { NoteForm } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { writeTexts } from "./write-lists.ts";

/** Writes, or with null deletes, one note of a listing. Throws `bad_request` for a note of another one. */
export async function writeNote(
  tx: CatalogueTx,
  service: table.ServiceRow,
  id: string,
  form: NoteForm | null,
): Promise<void> {
  const [before] = await tx.select().from(table.note).where(eq(table.note.id, id));
  if (before !== undefined && before.serviceId !== service.id)
    throw new DirectoryError("bad_request", "This note belongs to something else.");
  if (form === null) {
    await tx.delete(table.note).where(eq(table.note.id, id));
    await tx.delete(table.translation).where(eq(table.translation.entityId, id));
    return;
  }
  const { words, ...own } = form;
  const row = { ...own, id, serviceId: service.id };
  await tx.insert(table.note).values(row).onConflictDoUpdate({ target: table.note.id, set: row });
  await writeTexts(tx, id, { note: words });
}
