import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  isLocal,
  openCatalogue,
  openClient,
  openInbox,
  openPublished,
  type StoreAddress,
} from "#db/client.ts";
import { standingOf } from "#db/migrate.ts";
import { failureWords, StoreError, storeFailure, storeWords } from "#db/store-failure.ts";
import { type Catalogue, type Inbox, type Published, type StoreName, STORES } from "#db/stores.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Stores {
  readonly catalogue: Catalogue;
  readonly published: Published;
  readonly inbox: Inbox;
}

/** Folder of the three databases, and of the backups that are made before tables change. */
export const dataFolder = (env: Environment): string => env["DATA_DIR"] ?? "data";

/** Where a store is: `{NAME}_URL` with `{NAME}_TOKEN`, else a file in `DATA_DIR` (interface: "Command line"). */
export function storeAddress(name: StoreName, env: Environment): StoreAddress {
  const url = env[`${name.toUpperCase()}_URL`];
  const common = {
    ...(name === "catalogue" ? { key: env["CATALOGUE_KEY"] || undefined } : {}),
    patience: Number(env["STORE_PATIENCE"] ?? "10") * 1000,
  };
  if (url !== undefined && url !== "") return { url, token: env[`${name.toUpperCase()}_TOKEN`], ...common };
  return { url: `file:${join(dataFolder(env), `${name}.db`)}`, ...common };
}

/** The stores whose tables are behind this release, and whether there is anything in them that could be lost. */
export async function behind(env: Environment): Promise<readonly { name: StoreName; empty: boolean }[]> {
  const found: { name: StoreName; empty: boolean }[] = [];
  for (const name of STORES) {
    const address = storeAddress(name, env);
    const { empty, pending } = await named(name, async () => {
      // Looking would make an empty file.
      if (address.url.startsWith("file:") && !existsSync(address.url.slice("file:".length)))
        return { empty: true, pending: 1 };
      const client = openClient(address);
      try {
        return await standingOf(client, name);
      } finally {
        client.close();
      }
    });
    if (pending > 0) found.push({ name, empty });
  }
  return found;
}

/**
 * Opens the three stores and brings the tables of those on this machine up to date; `beforeMigrating` is called
 * first when that would change something that is there. A database elsewhere is migrated by `directory migrate`
 * alone (`remote`): several processes use it, and a server must not change it under the others. Throws `StoreError`.
 */
export async function openStores(
  env: Environment,
  options: { readonly remote?: boolean; readonly beforeMigrating?: () => Promise<void> } = {},
): Promise<Stores> {
  const late = await behind(env);
  if (options.remote !== true) {
    const elsewhere = late.filter(({ name }) => !isLocal(storeAddress(name, env)));
    if (elsewhere.length > 0)
      throw new StoreError(
        `The tables of ${elsewhere.map(({ name }) => storeWords[name]).join(" and ")} are not those of this release. Run: npm run -s directory -- migrate`,
      );
  }
  if (late.some(({ name, empty }) => name === "catalogue" && empty) && (await isPublished(env)))
    throw new StoreError(
      "The catalogue is gone, and a directory is published. Put its file back, or restore a backup with --replace. To begin anew, take the published database away as well.",
    );
  if (late.some(({ empty }) => !empty)) await options.beforeMigrating?.();
  return {
    catalogue: await named("catalogue", () => openCatalogue(storeAddress("catalogue", env))),
    published: await named("published", () => openPublished(storeAddress("published", env))),
    inbox: await named("inbox", () => openInbox(storeAddress("inbox", env))),
  };
}

/** Whether listings are public: then an empty catalogue is none that was just made. */
async function isPublished(env: Environment): Promise<boolean> {
  const address = storeAddress("published", env);
  if (address.url.startsWith("file:") && !existsSync(address.url.slice("file:".length))) return false;
  return named("published", async () => {
    const client = openClient(address);
    try {
      if ((await standingOf(client, "published")).empty) return false;
      const { rows } = await client.execute("select 1 from listing limit 1");
      return rows.length > 0;
    } finally {
      client.close();
    }
  });
}

/** Says which store it was when one cannot be opened. */
async function named<T>(name: StoreName, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const failure = storeFailure(error);
    if (error instanceof StoreError || failure === null) throw error;
    throw new StoreError(`${sentence(storeWords[name])}: ${failureWords(failure)}`, { cause: error });
  }
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
