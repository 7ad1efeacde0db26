import { signal } from "@preact/signals";
import type { Fetch } from "#web/models/fetch-part.ts";
import { KEPT, type KeptArea, type KeptList, readKept, removeKept } from "./kept-cache.ts";
import { ageInDays, GONE, isoDay, writeKept } from "./kept-list.ts";
import { pathsIn, storeFiles } from "./store-files.ts";
import { allOf, type Keeping } from "./what-to-keep.ts";

const WORKER = "/keep.js";

/** What lies on this device. Null until it was looked up, and where nothing does. */
export const kept = signal<KeptList | null>(null);

/** Whether this browser can keep anything: a copy needs HTTPS. */
export const canKeep = (window: Window): boolean => "caches" in window && "serviceWorker" in window.navigator;

const sum = (sizes: Iterable<number>) => [...sizes].reduce((all, bytes) => all + bytes, 0);

/** Keeps an area with everything that it needs. When anything fails nothing new is left behind; rejects then. */
export async function keep(
  area: Pick<KeptArea, "code" | "name" | "lang" | "listings">,
  keeping: Keeping,
  stays: boolean,
  fetch: Fetch,
): Promise<void> {
  const before = await readKept(caches);
  const cache = await caches.open(KEPT);
  const have = before === null ? new Set<string>() : await pathsIn(cache);
  try {
    const sizes = await storeFiles(cache, [...allOf(keeping).keys()], fetch);
    const files = [...keeping.area.keys()];
    const bytes = sum(files.map((url) => sizes.get(url) ?? 0));
    const others = (before?.areas ?? []).filter(({ code, lang }) => code !== area.code || lang !== area.lang);
    const shared = sum([...sizes].filter(([url]) => !have.has(url)).map(([, size]) => size)) - bytes;
    const list: KeptList = {
      stays,
      version: keeping.version,
      areas: [...others, { ...area, files, bytes, date: isoDay(new Date()) }],
      bytes: (before?.bytes ?? 0) + Math.max(0, shared),
    };
    await writeKept(cache, list);
    await navigator.serviceWorker.register(WORKER, { scope: "/", updateViaCache: "none" });
    kept.value = list;
  } catch (error) {
    if (before === null) await removeKept(window);
    throw error;
  }
}

/** Writes a changed list, here and on the screen. */
export async function changeKept(change: (list: KeptList) => KeptList): Promise<void> {
  const list = await readKept(caches);
  if (list === null) return;
  const changed = change(list);
  await writeKept(await caches.open(KEPT), changed);
  kept.value = changed;
}

/** Deletes all of it. */
export async function removeAll(): Promise<void> {
  await removeKept(window);
  kept.value = null;
}

/** Deletes one area; with the last one everything goes. */
export async function removeArea({ code, lang }: Pick<KeptArea, "code" | "lang">): Promise<void> {
  const list = await readKept(caches);
  const isIt = (area: KeptArea) => area.code === code && area.lang === lang;
  const areas = (list?.areas ?? []).filter((area) => !isIt(area));
  if (list === null || areas.length === 0) return removeAll();
  const cache = await caches.open(KEPT);
  const needed = new Set(areas.flatMap(({ files }) => files));
  const gone = list.areas.filter(isIt).flatMap(({ files }) => files);
  await Promise.all(gone.filter((url) => !needed.has(url)).map((url) => cache.delete(url)));
  await changeKept((now) => ({ ...now, areas }));
}

/** Looks up what lies here, and deletes what is too old. Creates nothing. */
export async function lookUpKept(now: Date): Promise<void> {
  if (!canKeep(window)) return;
  const list = await readKept(caches);
  for (const area of list?.areas ?? []) if (ageInDays(area.date, now) >= GONE) await removeArea(area);
  kept.value = await readKept(caches);
}
