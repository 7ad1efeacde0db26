import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient, openInbox, openPublished, type StoreAddress } from "#db/client.ts";
import { standingOf } from "#db/migrate.ts";
import type { Inbox, Published } from "#db/stores.ts";
import { getVersion } from "#server/directory/directory.ts";
import { type Environment, storeAddress } from "./stores.ts";

/** What the public side needs, without a catalogue. */
export interface PublicStores {
  readonly published: Published;
  readonly inbox: Inbox;
}

/**
 * What was last published, for the hours in which the catalogue cannot be opened. Null when nothing was, when it
 * cannot be read either, or when its tables are not those of this release. Changes nothing.
 */
export async function openLastPublished(env: Environment): Promise<PublicStores | null> {
  const address = storeAddress("published", env);
  const published = (await publicIn(address)) ?? (await publicIn(copied(address)));
  return published === null ? null : { published, inbox: await inboxOf(env) };
}

async function publicIn(address: StoreAddress | null): Promise<Published | null> {
  if (address === null || (fileOf(address) !== null && !existsSync(fileOf(address) ?? ""))) return null;
  try {
    const client = openClient(address);
    const { empty, pending } = await standingOf(client, "published");
    client.close();
    if (empty || pending > 0) return null;
    const published = await openPublished(address);
    return (await getVersion(published)).version === "none" ? null : published;
  } catch {
    return null;
  }
}

/**
 * SQLite writes a little beside a file even to read it. Where that may not be (a disk that went read-only), the public
 * side reads a copy in the machine's temporary folder.
 */
function copied(address: StoreAddress): StoreAddress | null {
  const file = fileOf(address);
  if (file === null || !existsSync(file)) return null;
  try {
    const folder = mkdtempSync(join(tmpdir(), "directory-published-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    for (const end of ["", "-wal"])
      if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, join(folder, `published.db${end}`));
    return { ...address, url: `file:${join(folder, "published.db")}` };
  } catch {
    return null;
  }
}

const fileOf = ({ url }: StoreAddress) => (url.startsWith("file:") ? url.slice("file:".length) : null);

/** Where messages go: the inbox, or one that takes nothing, so that nobody is told that theirs was kept. */
async function inboxOf(env: Environment): Promise<Inbox> {
  try {
    return await openInbox(storeAddress("inbox", env));
  } catch {
    const closed = await openInbox({ url: ":memory:" });
    await closed.run("pragma query_only = on");
    return closed;
  }
}
