import { join } from "node:path";
import { openCatalogue, openInbox, openPublished, type StoreAddress } from "#db/client.ts";
import type { Catalogue, Inbox, Published, StoreName } from "#db/stores.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Stores {
  readonly catalogue: Catalogue;
  readonly published: Published;
  readonly inbox: Inbox;
}

/** Where a store is: `{NAME}_URL` with `{NAME}_TOKEN`, else a file in `DATA_DIR` (interface: "Command line"). */
export function storeAddress(name: StoreName, env: Environment): StoreAddress {
  const url = env[`${name.toUpperCase()}_URL`];
  if (url !== undefined && url !== "") return { url, token: env[`${name.toUpperCase()}_TOKEN`] };
  return { url: `file:${join(env["DATA_DIR"] ?? "data", `${name}.db`)}` };
}

/** Opens the three stores and brings their tables up to date. */
export async function openStores(env: Environment): Promise<Stores> {
  return {
    catalogue: await openCatalogue(storeAddress("catalogue", env)),
    published: await openPublished(storeAddress("published", env)),
    inbox: await openInbox(storeAddress("inbox", env)),
  };
}
