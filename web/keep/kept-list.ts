import { KEPT_LIST, type KeptList } from "./kept-cache.ts";

const DAY = 86_400_000;
/** Days after which a kept area warns, and after which it deletes itself. */
export const OLD = 30;
export const GONE = 90;

/** The date of a moment, ISO. */
export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Whole days since a date. */
export function ageInDays(date: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / DAY));
}

/** The date on which an area deletes itself, ISO. */
export function goneOn(date: string): string {
  return isoDay(new Date(Date.parse(date) + GONE * DAY));
}

export async function writeKept(cache: Cache, list: KeptList): Promise<void> {
  await cache.put(
    KEPT_LIST,
    new Response(JSON.stringify(list), { headers: { "Content-Type": "application/json" } }),
  );
}
