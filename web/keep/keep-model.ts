import { signal } from "@preact/signals";
import type { BundleIndex } from "#server/contract/bundle.ts";
import type { Fetch } from "#web/models/fetch-part.ts";
import { KEPT, type KeptArea, type KeptList, readKept, removeKept } from "./kept-cache.ts";
import { ageInDays, GONE, writeKept } from "./kept-list.ts";
import { allOf, type Keeping, partUrls } from "./what-to-keep.ts";

const WORKER = "/keep.js";
/** How many files are fetched at a time. */
const AT_ONCE = 6;

/** What lies on this device. Null until it was looked up, and where nothing does. */
export const kept = signal<KeptList | null>(null);

/** Whether this browser can keep anything: a copy needs HTTPS. */
export const canKeep = (window: Window): boolean => "caches" in window && "serviceWorker" in window.navigator;

const today = (now: Date) => now.toISOString().slice(0, 10);

async function store(cache: Cache, urls: readonly string[], fetch: Fetch): Promise<void> {
  const waiting = [...urls];
  const one = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const response = await fetch(url, { cache: "no-store", credentials: "omit" });
      if (!response.ok) throw new Error(`${response.status}`);
      await cache.put(url, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Keeps an area with everything that it needs. When anything fails nothing new is left behind; rejects then. */
export async function keep(
  area: Omit<KeptArea, "date" | "files" | "bytes">,
  keeping: Keeping,
  stays: boolean,
  fetch: Fetch,
): Promise<void> {
  const before = await readKept(caches);
  const cache = await caches.open(KEPT);
  try {
    await store(cache, allOf(keeping).urls, fetch);
    const files = keeping.area.urls.slice(1);
    const own: KeptArea = { ...area, files, bytes: keeping.area.bytes, date: today(new Date()) };
    const others = (before?.areas ?? []).filter(({ code }) => code !== area.code);
    const list = { stays, areas: [...others, own], bytes: allOf(keeping).bytes - keeping.area.bytes };
    await writeKept(cache, list);
    await navigator.serviceWorker.register(WORKER, { scope: "/", updateViaCache: "none" });
    kept.value = list;
  } catch (error) {
    if (before === null) await removeKept(window);
    throw error;
  }
}

/** Changes whether the copy stays when somebody leaves. */
export async function changeStays(stays: boolean): Promise<void> {
  const list = await readKept(caches);
  if (list === null) return;
  kept.value = { ...list, stays };
  await writeKept(await caches.open(KEPT), { ...list, stays });
}

/** Deletes all of it. */
export async function removeAll(): Promise<void> {
  await removeKept(window);
  kept.value = null;
}

/** Deletes one area; with the last one everything goes. */
export async function removeArea(code: string): Promise<void> {
  const list = await readKept(caches);
  const areas = (list?.areas ?? []).filter((area) => area.code !== code);
  if (list === null || areas.length === 0) return removeAll();
  const cache = await caches.open(KEPT);
  const needed = new Set(areas.flatMap(({ files }) => files));
  const gone = list.areas.find((area) => area.code === code)?.files ?? [];
  await Promise.all(gone.filter((url) => !needed.has(url)).map((url) => cache.delete(url)));
  kept.value = { ...list, areas };
  await writeKept(cache, { ...list, areas });
}

/** Looks up what lies here, and deletes what is too old. Creates nothing. */
export async function lookUpKept(now: Date): Promise<void> {
  if (!canKeep(window)) return;
  const list = await readKept(caches);
  for (const { code, date } of list?.areas ?? []) if (ageInDays(date, now) >= GONE) await removeArea(code);
  kept.value = await readKept(caches);
}

/**
 * Renews every kept area of a language from an index that has just come: what is no longer listed is deleted first,
 * then what is new is fetched. An area that is no longer listed at all goes whole.
 */
export async function renewKept(index: BundleIndex, lang: string, fetch: Fetch, now: Date): Promise<void> {
  const list = await readKept(caches);
  if (list === null) return;
  const cache = await caches.open(KEPT);
  const current = (area: KeptArea) => {
    const found = index.areas.find(({ code }) => code === area.code);
    return found === undefined ? [] : partUrls(found, area.lang);
  };
  const mine = list.areas.filter((area) => area.lang === lang);
  const wanted = new Set(list.areas.flatMap((area) => (area.lang === lang ? current(area) : area.files)));
  const old = mine.flatMap(({ files }) => files).filter((url) => !wanted.has(url));
  await Promise.all(old.map((url) => cache.delete(url)));
  const have = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await store(cache, [`/bundles/index-${lang}.json`, ...[...wanted].filter((url) => !have.has(url))], fetch);
  const areas = list.areas.flatMap((area) => {
    const files = area.lang === lang ? current(area) : area.files;
    return files.length === 0 ? [] : [area.lang === lang ? { ...area, files, date: today(now) } : area];
  });
  kept.value = { ...list, areas };
  await writeKept(cache, { ...list, areas });
}
