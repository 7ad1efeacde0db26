import { distanceKm } from "../distance.ts";
import { hasAny } from "./bit-table.ts";
import type { CellQuery, CellTerms } from "./cell-query.ts";
import { KIND } from "./cell-row.ts";
import { isInBox } from "./grid.ts";
import { type CellView, NO_AGE } from "./packed-cell.ts";

/** Fit as a number, in the order of `compareMatches`. */
export const FITS = 0;
export const ASK = 1;
export const NO = 2;

/** What takes the rows that a scan finds. */
export interface Sink {
  /** Rows whose fit is "no" are found only for those who ask for them. */
  readonly includeNo: boolean;
  /** `km`: kilometres to the nearest point that may be known, Infinity without one or when nobody asked. */
  add(view: CellView, row: number, fit: number, km: number): void;
}

/**
 * The coarse twin of `match`: finds the rows of a cell and says how each fits, from bits and numbers alone. It answers
 * as `match` does for everything that `cell-query.ts` calls scanned; a property test holds the two together.
 */
export function scanCell(view: CellView, asked: CellQuery, terms: CellTerms, sink: Sink): void {
  const { query, needs, probes, circle } = asked;
  const near = query.near;
  const scope = query.scope;
  const { count, kind, offers, yes, no, latitude, longitude } = view;
  for (let row = 0; row < count; row++) {
    if (needs !== 0 && ((offers[row] ?? 0) & needs) === 0) continue;
    const is = kind[row] ?? 0;
    if (scope !== undefined && ((is & KIND.specific) !== 0) !== (scope === "trafficking-specific")) continue;
    let fit = probes === 0 ? FITS : fitOfProbes(yes[row] ?? 0, no[row] ?? 0, probes);
    if (fit === NO && !sink.includeNo) continue;
    if (terms.services !== null && !hasAny(view.services, row, terms.services)) continue;
    if (terms.areas !== null && !hasAny(view.areas, row, terms.areas)) continue;

    let km = Infinity;
    if (near !== undefined) {
      const known = !Number.isNaN(latitude[row] ?? Number.NaN);
      const beyond = (is & KIND.beyond) !== 0;
      const inside =
        circle === null ||
        (known && (view.more.has(row) || isInBox(circle, latitude[row] ?? 0, longitude[row] ?? 0)));
      // Far away, and nothing but its place could bring it here.
      if (!inside && !beyond) continue;
      if (known) km = nearest(view, row, near.point);
      if (circle !== null && km > circle.radiusKm) {
        const reaches = terms.reached === null || hasAny(view.areas, row, terms.reached);
        if (!beyond || !reaches) continue;
        if (fit === FITS) fit = ASK;
      }
    }

    if (query.age !== undefined) fit = worse(fit, ageFit(view, row, query.age));
    if (terms.languages.length > 0) fit = worse(fit, languageFit(view, row, asked, terms));
    if (terms.open !== null) fit = worse(fit, openFit(view, row, terms.open));
    if (fit === NO && !sink.includeNo) continue;
    sink.add(view, row, fit, km);
  }
}

const worse = (a: number, b: number): number => (a > b ? a : b);

function fitOfProbes(yes: number, no: number, probes: number): number {
  if ((no & probes) !== 0) return NO;
  return (yes & probes) === probes || (yes & probes) >>> 0 === probes ? FITS : ASK;
}

function nearest(view: CellView, row: number, point: readonly [number, number]): number {
  const several = view.more.size === 0 ? undefined : view.more.get(row);
  if (several === undefined) return distanceKm(point, [view.latitude[row] ?? 0, view.longitude[row] ?? 0]);
  return several.reduce((least, one) => Math.min(least, distanceKm(point, one)), Infinity);
}

function ageFit(view: CellView, row: number, age: number): number {
  const from = view.minimumAge[row] ?? NO_AGE;
  const to = view.maximumAge[row] ?? NO_AGE;
  if ((from !== NO_AGE && age < from) || (to !== NO_AGE && age > to)) return NO;
  if (from !== NO_AGE || to !== NO_AGE) return FITS;
  return ((view.kind[row] ?? 0) & KIND.anyAge) !== 0 ? FITS : ASK;
}

function languageFit(view: CellView, row: number, { query }: CellQuery, { languages }: CellTerms): number {
  let best = NO;
  for (const { spoken, direct } of languages) {
    if (hasAny(view.direct, row, direct)) return FITS;
    const interpreted = hasAny(view.spoken, row, spoken);
    if (query.direct) {
      if (!interpreted) best = Math.min(best, ASK);
    } else if (interpreted) best = FITS;
    else if (!speaksSome(view, row) || ((view.kind[row] ?? 0) & KIND.noInterpreter) === 0)
      best = Math.min(best, ASK);
  }
  return best;
}

function speaksSome({ spoken }: CellView, row: number): boolean {
  for (let word = 0; word < spoken.width; word++) {
    if (spoken.words[row * spoken.width + word] !== 0) return true;
  }
  return false;
}

function openFit(view: CellView, row: number, open: Int8Array): number {
  const at = view.opening[row] ?? 0;
  const state = at === 0 ? -1 : (open[at - 1] ?? -1);
  return state === 1 ? FITS : state === 0 ? NO : ASK;
}
