import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Client, createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { letGo } from "./let-go.ts";
import { bringUpToDate } from "./migrate.ts";
import * as catalogueSchema from "./schema/catalogue/index.ts";
import { patientFetch } from "./patient-fetch.ts";
import * as inboxSchema from "./schema/inbox/index.ts";
import * as publishedSchema from "./schema/published/index.ts";
import type { Catalogue, Inbox, Published } from "./stores.ts";
import { STANDSTILL_MS, takesTurns } from "./taking-turns.ts";

/** Where a store is: `file:`, `:memory:`, or libSQL over HTTP (`libsql:`, `https:`, `http:`) with its token. */
export interface StoreAddress {
  readonly url: string;
  readonly token?: string | undefined;
  /** Encrypts a file at rest, by libSQL's own encryption. A file made with a key opens with that key alone. */
  readonly key?: string | undefined;
  /** How long to wait, in milliseconds, for another writer of a file or for an answer over HTTP; left out: 10 s. */
  readonly patience?: number | undefined;
}

/** Whether a store is a file, or in memory, on this machine. */
export const isLocal = ({ url }: StoreAddress): boolean => url.startsWith("file:") || url === ":memory:";

/** Opens a database without looking into it. */
export function openClient({ url, token, key, patience }: StoreAddress): Client {
  if (url === ":memory:") return letGo(createClient({ url }));
  if (!url.startsWith("file:"))
    return createClient({
      url,
      ...(token === undefined ? {} : { authToken: token }),
      fetch: patientFetch(patience),
    });
  mkdirSync(dirname(url.slice("file:".length)), { recursive: true });
  const client = createClient({
    url,
    ...(key === undefined ? {} : { encryptionKey: key }),
    timeout: STANDSTILL_MS,
  });
  return takesTurns(letGo(client), patience);
}

/** Files keep a write-ahead log, so that readers never wait for a writer. One that may only be read stays as it is. */
async function prepare(client: Client, { url }: StoreAddress): Promise<void> {
  if (!url.startsWith("file:")) return;
  const { rows } = await client.execute("pragma journal_mode");
  if (rows[0]?.["journal_mode"] !== "wal") await client.execute("pragma journal_mode = wal");
}

/** Opens the catalogue and brings its tables up to date. Throws when it cannot be opened. */
export async function openCatalogue(address: StoreAddress): Promise<Catalogue> {
  const client = openClient(address);
  await prepare(client, address);
  await bringUpToDate(client, "catalogue");
  return drizzle({ client, schema: catalogueSchema });
}

/** Opens the published store and brings its tables up to date. */
export async function openPublished(address: StoreAddress): Promise<Published> {
  const client = openClient(address);
  await prepare(client, address);
  await bringUpToDate(client, "published");
  return drizzle({ client, schema: publishedSchema });
}

/** Opens the inbox and brings its tables up to date. */
export async function openInbox(address: StoreAddress): Promise<Inbox> {
  const client = openClient(address);
  await prepare(client, address);
  await bringUpToDate(client, "inbox");
  return drizzle({ client, schema: inboxSchema });
}
