/**
 * The one place on the device where anything may lie, and only after "Keep on this device" was pressed: a cache of
 * the browser. Its first entry says what else is in it. Used by the page and by the way out.
 */

/** Name of the cache: as discreet as the site. `worker.ts` repeats it, because it imports nothing. */
export const KEPT = "kept-pages";
/** What is kept, as JSON. */
export const KEPT_LIST = "/kept.json";
export interface KeptArea {
  readonly code: string;
  readonly name: string;
  readonly lang: string;
  readonly listings: number;
  /** ISO date on which the list was fetched. */
  readonly date: string;
  readonly bytes: number;
  /** Addresses of its parts. */
  readonly files: readonly string[];
}

export interface KeptList {
  /** "Leave it here when I exit" was ticked. */
  readonly stays: boolean;
  /** Of the published lists that the copy is of. */
  readonly version: string;
  /** Bytes of everything that belongs to no area. */
  readonly bytes: number;
  readonly areas: readonly KeptArea[];
}

/** What is kept; null: nothing. Opens no cache that is not there. */
export async function readKept(caches: CacheStorage): Promise<KeptList | null> {
  if (!(await caches.has(KEPT))) return null;
  const found = await (await caches.open(KEPT)).match(KEPT_LIST);
  return found === undefined ? null : ((await found.json()) as KeptList);
}

/** Deletes the copy and its worker by their names. Answers whether there was any. */
export async function removeKept(window: Window & typeof globalThis): Promise<boolean> {
  if (!("caches" in window)) return false;
  const found = await window.caches.delete(KEPT);
  const registered = (await window.navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registered.map((one) => one.unregister()));
  return found || registered.length > 0;
}

/** On leaving: deletes what was kept unless it was to stay. Answers whether something was deleted. */
export async function forgetKept(window: Window): Promise<boolean> {
  const scope = window as Window & typeof globalThis;
  if (!("caches" in scope)) return false;
  const kept = await readKept(scope.caches);
  if (kept === null || kept.stays) return false;
  return removeKept(scope);
}
