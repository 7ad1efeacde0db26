import { and, desc, eq, gt } from "drizzle-orm";
import { audit } from "#db/schema/catalogue/index.ts";
import type { Saved } from "#server/contract/curate/listing-form.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { type Context, requireEditor } from "./context.ts";
import { readForm } from "./listing-form/read-form.ts";
import { saveListing } from "./save-listing.ts";

/**
 * Puts a listing back to what it was at a revision: every field that was changed since gets the value that it had
 * then. A save like any other, with a history of its own. Throws `bad_request` for a revision that never was.
 */
export async function restoreListing(context: Context, id: string, revision: number): Promise<Saved> {
  requireEditor(context);
  const { service } = await readForm(context.catalogue, id);
  if (revision < 1 || revision >= service.revision)
    throw new DirectoryError("bad_request", "There is no such earlier state.", { revision: "is not valid" });
  const rows = await context.catalogue
    .select()
    .from(audit)
    .where(and(eq(audit.entityId, id), gt(audit.revision, revision)))
    .orderBy(desc(audit.revision));
  const changes: Record<string, unknown> = {};
  for (const { detail } of rows) for (const { field, before } of detail ?? []) changes[field] = before;
  return saveListing(context, id, {
    base: service.revision,
    changes,
    reason: `back to revision ${revision}`,
  });
}
