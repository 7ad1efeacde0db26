import { fileURLToPath } from "node:url";
import type { Client } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { StoreError, storeWords } from "./store-failure.ts";
import type { StoreName } from "./stores.ts";

const folderOf = (store: StoreName) => fileURLToPath(new URL(`./migrations/${store}`, import.meta.url));

/** How far the tables of a store are. */
export interface Standing {
  /** Nothing was ever stored in it. */
  readonly empty: boolean;
  /** Migrations that are still to be done. */
  readonly pending: number;
}

/**
 * How far a store is behind this release. Throws `StoreError` for one that a newer release has already changed:
 * an older one would write what the newer one cannot read.
 */
export async function standingOf(client: Client, store: StoreName): Promise<Standing> {
  const moments = readMigrationFiles({ migrationsFolder: folderOf(store) }).map(
    ({ folderMillis }) => folderMillis,
  );
  const { rows } = await client.execute(
    "select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'",
  );
  if (rows.length === 0) return { empty: true, pending: moments.length };
  const done = await client.execute("select max(created_at) as last from __drizzle_migrations");
  const last = Number(done.rows[0]?.["last"] ?? 0);
  if (last > Math.max(...moments))
    throw new StoreError(
      `A newer release has changed ${storeWords[store]}. Use that release, or restore a backup from before.`,
    );
  return { empty: last === 0, pending: moments.filter((moment) => moment > last).length };
}

/** Brings the tables of a store up to date, all in one transaction: stopped anywhere, it is as it was. */
export async function bringUpToDate(client: Client, store: StoreName): Promise<void> {
  const { pending } = await standingOf(client, store);
  if (pending > 0) await migrate(drizzle({ client }), { migrationsFolder: folderOf(store) });
}
