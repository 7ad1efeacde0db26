import { signal } from "@preact/signals";
import type { BundleIndex } from "#server/contract/bundle.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { KEPT, type KeptArea, readKept } from "./kept-cache.ts";
import { changeKept, removeAll } from "./keep-model.ts";
import { isoDay } from "./kept-list.ts";
import { pathsIn, storeFiles } from "./store-files.ts";
import { WAITING } from "./waiting-messages.ts";
import { allOf, type BuiltFiles, type Keeping, whatToKeep } from "./what-to-keep.ts";

/** Whether what lies here is as new as the site: set by renewing in this visit, and by keeping. */
export const renewed = signal(false);

interface Renewing {
  readonly readIndex: (lang: string) => Promise<BundleIndex>;
  readonly builtFiles: BuiltFiles;
  readonly fetch: Fetch;
  readonly now: Date;
}

/** Bytes of what lies in the copy under an address. */
async function bytesOf(cache: Cache, url: string): Promise<number> {
  return (await (await cache.match(url))?.blob())?.size ?? 0;
}

/** Files whose name says what is in them: there is no need to fetch them again. */
const NAMED_BY_CONTENT = /^\/(?:assets|fonts|map|places)\/|^\/bundles\/[a-z0-9-]+\.[0-9a-f]{16}\.json$/u;
const OURS = /^\/(?:kept|kept-messages|kept-presets)\.json$/u;

/**
 * Renews every kept area, in whatever language it is, from lists that have just come: what is no longer listed or
 * used is deleted first, then what is new is fetched. An area that is no longer listed at all goes whole. The pages
 * are fetched anew when the published version or the build is another. Rejects without internet; what was deleted
 * stays deleted.
 */
export async function renewKept({ readIndex, builtFiles, fetch, now }: Renewing): Promise<void> {
  const list = await readKept(caches);
  if (list === null) return;
  const wanted = new Map<KeptArea, Keeping | null>();
  for (const area of list.areas)
    wanted.set(area, whatToKeep(area.code, area.lang, await readIndex(area.lang), builtFiles));
  const keepings = [...wanted.values()].flatMap((keeping) => (keeping === null ? [] : [keeping]));
  const [first] = keepings;
  if (first === undefined) return removeAll();

  const cache = await caches.open(KEPT);
  const urls = new Set(keepings.flatMap((keeping) => [...allOf(keeping).keys()]));
  const before = await pathsIn(cache);
  const gone = [...before].filter((path) => !urls.has(path) && path !== WAITING && !OURS.test(path));
  await Promise.all(gone.map((path) => cache.delete(path)));

  // The name of a deployment's own base map says nothing of what is in it; its size does.
  const replaced = new Set<string>();
  for (const [url, bytes] of builtFiles.files)
    if (url.endsWith(".pmtiles") && before.has(url) && (await bytesOf(cache, url)) !== bytes)
      replaced.add(url);
  const isNew = (url: string) => !before.has(url) || replaced.has(url);
  const changed =
    first.version !== list.version || [...urls].some((url) => url.startsWith("/assets/") && isNew(url));
  const sizes = await storeFiles(
    cache,
    [...urls].filter((url) => isNew(url) || (changed && !NAMED_BY_CONTENT.test(url))),
    fetch,
  );
  const areas = [...wanted].flatMap(([area, keeping]) => {
    if (keeping === null) return [];
    const files = [...keeping.area.keys()];
    const known = files.every((url) => area.files.includes(url));
    const bytes = known
      ? area.bytes
      : files.reduce((sum, url) => sum + (sizes.get(url) ?? keeping.area.get(url) ?? 0), 0);
    return [{ ...area, files, bytes, date: isoDay(now) }];
  });
  await changeKept((one) => ({ ...one, version: first.version, areas }));
  renewed.value = true;
}
