import { fold } from "./fold.ts";
import type { Key, Place, PlaceIndex } from "./place-index.ts";
import { prefixDistance, slips } from "./typing-slips.ts";

/** A hit. `matched` is the name that was found, so that the list can show why. */
export interface PlaceMatch {
  place: Place;
  matched: string;
}

/**
 * The places that fit what was typed, best first. Order: whole name, beginning of a name, beginning of a word in it,
 * middle of it, then names with one or two slips of the fingers; in each, provinces first, then the larger place.
 * Runs on the device: what was typed goes nowhere.
 */
export function searchPlaces(index: PlaceIndex, text: string, limit = 8): PlaceMatch[] {
  const query = fold(text);
  if (query === "") return [];
  let hits = collect(index, (key) => fit(key, query));
  if (hits.length < limit && slips(query) > 0) {
    hits = [...hits, ...collect(index, (key) => fitWithSlips(key, query), new Set(hits.map(({ at }) => at)))];
  }
  const level = (at: number): number => LEVEL_ORDER[index.places[at]?.level ?? "town"];
  const rank = (at: number): number => index.places[at]?.rank ?? 0;
  return hits
    .sort((a, b) => a.score - b.score || level(a.at) - level(b.at) || rank(b.at) - rank(a.at) || a.at - b.at)
    .slice(0, limit)
    .flatMap(({ at, matched }) => {
      const place = index.places[at];
      return place ? [{ place, matched }] : [];
    });
}

const LEVEL_ORDER = { province: 0, district: 1, town: 1 } as const;

interface Hit {
  at: number;
  score: number;
  matched: string;
}

function collect(index: PlaceIndex, score: (key: Key) => number, except?: ReadonlySet<number>): Hit[] {
  const hits: Hit[] = [];
  index.keys.forEach((keys, at) => {
    if (except?.has(at)) return;
    let best: Hit | undefined;
    for (const key of keys) {
      const value = score(key);
      if (value < (best?.score ?? Infinity)) best = { at, score: value, matched: key.written };
    }
    if (best) hits.push(best);
  });
  return hits;
}

function fit(key: Key, query: string): number {
  if (key.text === query) return 0;
  if (key.text.startsWith(query)) return 1;
  if (key.starts.some((start) => key.text.startsWith(query, start))) return 2;
  return query.length > 2 && key.text.includes(query) ? 3 : Infinity;
}

function fitWithSlips(key: Key, query: string): number {
  const allowed = slips(query);
  const whole = prefixDistance(query, key.text, allowed);
  return whole > allowed
    ? Infinity
    : 3 + whole + (Math.abs(key.text.length - query.length) > allowed ? 0.5 : 0);
}
