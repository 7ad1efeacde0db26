import { eq, ne } from "drizzle-orm";
import { document } from "./schema/published/document.ts";
import type { PublishedTx } from "./stores.ts";

/** Names of the public records that are not listings. `state` holds the version. */
export type DocumentName =
  | "settings"
  | "taxonomy"
  | "area-list"
  // Of versions of the software that kept the list of all files whole.
  | "areas"
  | "bundle-index"
  | "texts"
  | "text-parts"
  | "state"
  | "search-cells"
  | "booklet-wishes"
  | "frozen"
  | "signed";

/** Reads a public record; null when it was never published. */
export async function readDocument<T>(db: PublishedTx, name: DocumentName): Promise<T | null> {
  const [row] = await db.select().from(document).where(eq(document.name, name));
  return row === undefined ? null : (JSON.parse(row.body) as T);
}

/** Writes a public record; one that says so already is not touched. */
export async function writeDocument(db: PublishedTx, name: DocumentName, content: unknown): Promise<void> {
  const body = JSON.stringify(content);
  await db
    .insert(document)
    .values({ name, body })
    .onConflictDoUpdate({ target: document.name, set: { body }, setWhere: ne(document.body, body) });
}

/** Takes a public record away. */
export async function dropDocument(db: PublishedTx, name: DocumentName): Promise<void> {
  await db.delete(document).where(eq(document.name, name));
}
