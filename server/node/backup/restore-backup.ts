import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { eq } from "drizzle-orm";
import { type StoreAddress, openClient, openPublished } from "#db/client.ts";
import { replaceContent } from "#db/copy.ts";
import { standingOf } from "#db/migrate.ts";
import { audit, service } from "#db/schema/catalogue/index.ts";
import { listing } from "#db/schema/published/index.ts";
import { type StoreName, STORES } from "#db/stores.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { freezePublicSide } from "#server/publication/freeze.ts";
import { wantedPublic, wish, wishAllPublic } from "#server/publication/wishes.ts";
import { compress } from "../compress.ts";
import { dataFolder, type Environment, openStores, type Stores, storeAddress } from "../stores.ts";
import { type BackupManifest, keyInside } from "./manifest.ts";
import { readBackup } from "./read-backup.ts";

export interface RestoreOptions {
  /** The recovery key; null for a backup that is not sealed. */
  readonly key: string | null;
  /** Writes over stores that hold something. */
  readonly replace: boolean;
  readonly areas: AreaIndex;
  readonly now: Date;
}

export interface Restored {
  readonly manifest: BackupManifest;
  readonly listings: number;
  /** Short codes of listings of which something was taken away after the backup: they are suspended. */
  readonly keptAway: readonly string[];
  /** False: what was public last could not be read, so that nobody knows what was taken away since the backup. */
  readonly compared: boolean;
}

/**
 * Puts a backup in the place of what the three stores hold. The public side is closed first and stays closed: what
 * was taken away after the backup must not become public by it. Listings that were public then and are no longer,
 * or that would show again what they no longer showed, are suspended, where the store of today can be read; the rest a person looks through before
 * `directory unfreeze`. Each store is replaced in one transaction; stopped anywhere, the site is closed and the
 * restore is run again.
 */
export async function restoreBackup(
  env: Environment,
  path: string,
  options: RestoreOptions,
): Promise<Restored> {
  const { key, replace, areas, now } = options;
  const folder = dataFolder(env);
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(resolve(join(folder, "restore-")));
  try {
    const manifest = await readBackup(path, work, { key, catalogueKey: storeAddress("catalogue", env).key });
    const file = (name: StoreName): StoreAddress => ({
      url: `file:${join(work, `${name}.db`)}`,
      ...(name === "catalogue" ? { key: keyInside(manifest, storeAddress("catalogue", env).key) } : {}),
    });
    for (const name of STORES) await refuseNewer(file(name), name);
    if (!replace) await refuseFull(env);
    const last = await publicNow(env);
    await closeFirst(env, now);
    // The copy that is put in place is closed as well, so that there is no moment in which it is open.
    await freezePublicSide(await openPublished(file("published")), now);
    for (const name of ["published", "catalogue", "inbox"] as const)
      await replaceStore(file(name), env, name);
    const stores = await openStores(env, { remote: true });
    const publishing = { areas, compress, today: now.toISOString().slice(0, 10) };
    // What the published store should hold follows from the catalogue, whatever was under way at the time.
    await wishAllPublic(stores.catalogue);
    const wanted = new Set(await wantedPublic(stores.catalogue));
    const there = await stores.published.select({ id: listing.id }).from(listing);
    await wish(
      stores.catalogue,
      there.flatMap(({ id }) => (wanted.has(id) ? [] : [id])),
      "gone",
    );
    await applyPublication(stores, publishing);
    const keptAway = last === null ? [] : await suspendWhatWasTakenAway(stores, last, now);
    const report = await applyPublication(stores, publishing);
    return { manifest, listings: report.listings, keptAway, compared: last !== null };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Throws `StoreError` for a backup of a newer release. */
async function refuseNewer(address: StoreAddress, name: StoreName): Promise<void> {
  const client = openClient(address);
  try {
    await standingOf(client, name);
  } finally {
    client.close();
  }
}

async function refuseFull(env: Environment): Promise<void> {
  for (const name of STORES) {
    const client = openClient(storeAddress(name, env));
    try {
      const { empty } = await standingOf(client, name);
      if (!empty)
        throw new DirectoryError(
          "conflict",
          "There is a directory here already. Add --replace to put the backup in its place. Make a backup of it first.",
        );
    } finally {
      client.close();
    }
  }
}

type Shown = ReadonlyMap<string, ReadonlySet<string>>;

/** What each public listing shows now, by id; null when that cannot be read or when nothing was ever published here. */
async function publicNow(env: Environment): Promise<Shown | null> {
  const client = openClient(storeAddress("published", env));
  try {
    const { rows } = await client.execute("select id, body from listing");
    return new Map(
      rows.map(({ id, body }) => [String(id), ways(JSON.parse(String(body)) as PublishedListing)]),
    );
  } catch {
    return null;
  } finally {
    client.close();
  }
}

/** Everything of a listing that leads to somebody: places, addresses, numbers, its website. */
function ways({ facts, addresses, contacts, organization }: PublishedListing): ReadonlySet<string> {
  return new Set([
    ...facts.places.map((place) => stableJson(place)),
    ...addresses.map(({ place: _place, ...address }) => stableJson(address)),
    ...contacts.map(({ value }) => value),
    ...(organization.website === null ? [] : [organization.website]),
  ]);
}

/** Closes what is public now. A store that is empty or broken serves nothing anyway. */
async function closeFirst(env: Environment, now: Date): Promise<void> {
  const client = openClient(storeAddress("published", env));
  try {
    await client.execute({
      sql: "insert into document (name, body) values ('frozen', ?) on conflict (name) do nothing",
      args: [JSON.stringify({ since: `${now.toISOString().slice(0, 16)}Z` })],
    });
  } catch {
    // Nothing there to close.
  } finally {
    client.close();
  }
}

async function replaceStore(from: StoreAddress, env: Environment, name: StoreName): Promise<void> {
  const source = openClient(from);
  const target = openClient(storeAddress(name, env));
  try {
    await replaceContent(source, target);
  } finally {
    source.close();
    target.close();
  }
}

/**
 * Suspends listings that were no longer public, and those that would show a place, an address or a number again
 * that they no longer showed. Answers their short codes.
 */
async function suspendWhatWasTakenAway(
  { catalogue, published }: Stores,
  last: Shown,
  now: Date,
): Promise<readonly string[]> {
  const rows = await published.select({ id: listing.id, body: listing.body }).from(listing);
  const away = rows
    .filter(({ id, body }) => {
      const before = last.get(id);
      return before === undefined || [...ways(body)].some((way) => !before.has(way));
    })
    .map(({ id }) => id);
  const reason =
    "Something of it was taken away after the backup that was restored. Look at it before you publish it again.";
  return catalogue.transaction(async (tx) => {
    const codes: string[] = [];
    for (const id of away) {
      const [row] = await tx
        .update(service)
        .set({ curationState: "suspended", stateReason: reason })
        .where(eq(service.id, id))
        .returning({ code: service.code });
      if (row !== undefined) codes.push(row.code);
      await tx.insert(audit).values({
        id: crypto.randomUUID(),
        at: now.toISOString(),
        actor: "command-line",
        action: "take-away",
        entity: "service",
        entityId: id,
        changed: ["curationState"],
        reason,
      });
    }
    await wish(tx, away, "gone");
    return codes.sort();
  });
}
