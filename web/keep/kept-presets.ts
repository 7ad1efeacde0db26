import { signal } from "@preact/signals";
import { readPreset, toPreset } from "#server/domain/situation/presets.ts";
import type { Wanted } from "#server/domain/situation/wanted.ts";
import { KEPT } from "./kept-cache.ts";

/**
 * Starting points that somebody who helps keeps for another day: codes of what is looked for, and no word of anybody's
 * own, not even a name for it. They lie in the copy and go with it; where there is none they cannot be kept.
 */
export const PRESETS = "/kept-presets.json";
/** More would be a list to look through. */
export const MOST_PRESETS = 12;

/** What is kept, the newest first. */
export const presets = signal<readonly Wanted[]>([]);

async function write(list: readonly Wanted[]): Promise<void> {
  if (!(await caches.has(KEPT))) {
    presets.value = [];
    return;
  }
  const cache = await caches.open(KEPT);
  if (list.length === 0) await cache.delete(PRESETS);
  else await cache.put(PRESETS, new Response(JSON.stringify(list)));
  presets.value = list;
}

/** Looks up what is kept; what is not a preset is passed over. Creates nothing. */
export async function readPresets(): Promise<void> {
  if (!("caches" in globalThis) || !(await caches.has(KEPT))) {
    presets.value = [];
    return;
  }
  const found = await (await caches.open(KEPT)).match(PRESETS);
  const list: unknown = found === undefined ? [] : await found.json();
  presets.value = Array.isArray(list) ? list.flatMap((one) => readPreset(one) ?? []) : [];
}

export const isSame = (one: Wanted, other: Wanted): boolean =>
  JSON.stringify(toPreset(one)) === JSON.stringify(toPreset(other));

/** Keeps one more, first of all. Only where there is a copy, and only when it has just been asked for. */
export const keepPreset = (wanted: Wanted): Promise<void> =>
  write([toPreset(wanted), ...presets.peek().filter((one) => !isSame(one, wanted))].slice(0, MOST_PRESETS));

export const dropPreset = (wanted: Wanted): Promise<void> =>
  write(presets.peek().filter((one) => !isSame(one, wanted)));

export const dropPresets = (): Promise<void> => write([]);
