import { eq } from "drizzle-orm";
import { writeDocument } from "#db/published-documents.ts";
import { document } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";
import type { Frozen } from "#server/contract/public-records.ts";

/**
 * Closes the whole public side: every page, bundle and feed answers with a plain message until it is opened. It
 * stands in the published store alone, so that it works while the catalogue cannot be reached.
 */
export async function freezePublicSide(published: PublishedTx, now: Date): Promise<void> {
  // The minute, and nothing else: what happened is nobody's business.
  const frozen: Frozen = { since: `${now.toISOString().slice(0, 16)}Z` };
  await writeDocument(published, "frozen", frozen);
}

/** Opens the public side again. */
export async function openPublicSide(published: PublishedTx): Promise<void> {
  await published.delete(document).where(eq(document.name, "frozen"));
}
