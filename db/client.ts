import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import * as catalogueSchema from "./schema/catalogue/index.ts";
import * as inboxSchema from "./schema/inbox/index.ts";
import * as publishedSchema from "./schema/published/index.ts";
import type { Catalogue, Inbox, Published, StoreName } from "./stores.ts";

/** Where a store is: `file:`, `:memory:`, or libSQL over HTTP (`libsql:`, `https:`, `http:`) with its token. */
export interface StoreAddress {
  readonly url: string;
  readonly token?: string | undefined;
}

/** How long a writer waits for another one, in milliseconds, before it says that the database is busy. */
const BUSY_MS = 10_000;

function open<S extends Record<string, unknown>>({ url, token }: StoreAddress, schema: S) {
  if (url.startsWith("file:")) mkdirSync(dirname(url.slice("file:".length)), { recursive: true });
  const client = createClient({
    url,
    ...(token === undefined ? {} : { authToken: token }),
    timeout: BUSY_MS,
  });
  return drizzle({ client, schema });
}

const migrationsOf = (store: StoreName) => fileURLToPath(new URL(`./migrations/${store}`, import.meta.url));

/** Files keep a write-ahead log, so that readers never wait for a writer. */
async function prepare(db: Catalogue | Published | Inbox, { url }: StoreAddress): Promise<void> {
  if (url.startsWith("file:")) await db.run("pragma journal_mode = wal");
}

/** Opens the catalogue and brings its tables up to date. Throws when it cannot be opened. */
export async function openCatalogue(address: StoreAddress): Promise<Catalogue> {
  const db = open(address, catalogueSchema);
  await prepare(db, address);
  await migrate(db, { migrationsFolder: migrationsOf("catalogue") });
  return db;
}

/** Opens the published store and brings its tables up to date. */
export async function openPublished(address: StoreAddress): Promise<Published> {
  const db = open(address, publishedSchema);
  await prepare(db, address);
  await migrate(db, { migrationsFolder: migrationsOf("published") });
  return db;
}

/** Opens the inbox and brings its tables up to date. */
export async function openInbox(address: StoreAddress): Promise<Inbox> {
  const db = open(address, inboxSchema);
  await prepare(db, address);
  await migrate(db, { migrationsFolder: migrationsOf("inbox") });
  return db;
}
