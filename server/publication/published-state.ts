import { eq } from "drizzle-orm";
import { document } from "#db/schema/published/index.ts";
import type { PublishedTx } from "#db/stores.ts";

/** What is kept beside the listings: small JSON records by name. */
export type DocumentName = "settings" | "taxonomy" | "areas" | "bundle-index" | "state";

export interface PublishedState {
  /** Made from public content alone: the same content has the same version. */
  readonly version: string;
  readonly listings: number;
  /** Sum of the digests of all listings, modulo 2^256, in hex: does not depend on their order. */
  readonly sum: string;
}

/** Reads a document; null when it was never written. */
export async function readDocument<T>(db: PublishedTx, name: DocumentName): Promise<T | null> {
  const [row] = await db.select().from(document).where(eq(document.name, name));
  return row === undefined ? null : (JSON.parse(row.body) as T);
}

/** Writes a document. */
export async function writeDocument(db: PublishedTx, name: DocumentName, content: unknown): Promise<void> {
  const body = JSON.stringify(content);
  await db
    .insert(document)
    .values({ name, body })
    .onConflictDoUpdate({ target: document.name, set: { body } });
}
