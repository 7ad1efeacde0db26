import { distanceKm } from "../distance.ts";
import { openingState } from "../opening-hours.ts";
import { bitsWhere, hasAny, hasSome, type BitTable } from "./bit-table.ts";
import { type CellColumns, MOST_ROWS, NO_AGE } from "./cell-columns.ts";
import type { AgeRange, CellQuery, Origin } from "./cell-query.ts";
import { KIND } from "./cell-row.ts";
import { chordOf, NO_CHORD } from "./chord.ts";
import type { CodeTest } from "./code-numbers.ts";

/** Fit as a number, in the order of `compareMatches`. */
export const FITS = 0;
export const ASK = 1;
export const NO = 2;
/** Not what was looked for at all. */
const HIDDEN = 3;

/** The rows of a cell that a scan found, in the order of rows. They are good until the next scan. */
export interface Hits {
  count: number;
  readonly rows: Uint16Array;
  readonly fits: Uint8Array;
  /** To the nearest point that may be known, within CHORD_MARGIN; NO_CHORD without one or when nobody asked. */
  readonly chords: Float64Array;
}

/** Room for the largest cell, made when a process first searches and used by every scan: nothing here waits. */
interface Room {
  readonly hits: Hits;
  readonly conditionFit: Uint8Array;
  readonly speechFit: Uint8Array;
  readonly hasService: Uint8Array;
  readonly hasArea: Uint8Array;
  readonly reaches: Uint8Array;
  readonly hasNeed: Uint8Array;
}
let made: Room | null = null;

function room(): Room {
  const bytes = () => new Uint8Array(MOST_ROWS);
  made ??= {
    hits: {
      count: 0,
      rows: new Uint16Array(MOST_ROWS),
      fits: bytes(),
      chords: new Float64Array(MOST_ROWS),
    },
    conditionFit: bytes(),
    speechFit: bytes(),
    hasService: bytes(),
    hasArea: bytes(),
    reaches: bytes(),
    hasNeed: bytes(),
  };
  return made;
}

/**
 * The coarse twin of `match`: finds the rows of a cell and says how each fits, from bits and numbers alone. It answers
 * as `match` does for everything that `cell-query.ts` calls scanned; a property test holds the two together. What does
 * not fit is found only for those who ask for it.
 */
export function scanCell(cell: CellColumns, asked: CellQuery, includeNo: boolean): Hits {
  const { hits, conditionFit, speechFit, hasService, hasArea, reaches, hasNeed } = room();
  hits.count = 0;
  const { origin, needs } = asked;
  if (asked.services !== null && !markSets(cell.services, asked.services, hasService)) return hits;
  if (asked.areas !== null && !markSets(cell.areas, asked.areas, hasArea)) return hits;
  markConditions(cell, asked, conditionFit);
  const byLanguage = asked.languages.length > 0;
  if (byLanguage) markSpeech(cell, asked, speechFit);
  // Most searches are for one need: its rows stand together. For several, each row is asked.
  const need = needs !== 0 && (needs & (needs - 1)) === 0 ? 31 - Math.clz32(needs) : -1;
  const several = need < 0 && needs !== 0;
  if (several) markNeeds(cell, needs, hasNeed);
  let reachMarked = false;

  const limit = includeNo ? NO : ASK;
  const { conditionOf, speechOf, servicesOf, areasOf, offersOf, needRows, needStarts, x, y, z } = cell;
  const { kind } = cell.conditions;
  const from = need < 0 ? 0 : (needStarts[need] ?? 0);
  const to = need < 0 ? cell.count : (needStarts[need + 1] ?? 0);
  let found = 0;
  for (let at = from; at < to; at++) {
    const row = need < 0 ? at : (needRows[at] ?? 0);
    const condition = conditionOf[row] ?? 0;
    let fit = conditionFit[condition] ?? HIDDEN;
    if (fit > limit) continue;
    if (several && hasNeed[offersOf[row] ?? 0] === 0) continue;
    if (byLanguage) {
      const spoken = speechFit[speechOf[row] ?? 0] ?? NO;
      if (spoken > limit) continue;
      if (spoken > fit) fit = spoken;
    }
    if (asked.services !== null && hasService[servicesOf[row] ?? 0] === 0) continue;
    if (asked.areas !== null && hasArea[areasOf[row] ?? 0] === 0) continue;

    let chord = NO_CHORD;
    if (origin !== null) {
      const east = (x[row] ?? 0) - origin.x;
      const north = (y[row] ?? 0) - origin.y;
      const up = (z[row] ?? 0) - origin.z;
      // Not a number without a point.
      const square = east * east + north * north + up * up;
      const is = kind[condition] ?? 0;
      if (square <= origin.inside && (is & KIND.scattered) === 0) chord = Math.sqrt(square);
      else {
        const beyond = (is & KIND.beyond) !== 0;
        const scattered = (is & KIND.scattered) !== 0;
        if (!beyond && !scattered && !(square <= origin.outside)) continue;
        const km = square >= 0 ? nearestKm(cell, row, origin.point) : Infinity;
        chord = km === Infinity ? NO_CHORD : scattered ? chordOf(km) : Math.sqrt(square);
        if (km > origin.radiusKm || (km === Infinity && origin.radiusKm !== Infinity)) {
          // Too far, and nothing but its place could bring it here.
          if (!beyond) continue;
          if (asked.reached !== null) {
            if (!reachMarked) markSets(cell.areas, asked.reached, reaches);
            reachMarked = true;
            if (reaches[areasOf[row] ?? 0] === 0) continue;
          }
          if (fit === FITS) fit = ASK;
        }
      }
    }
    hits.rows[found] = row;
    hits.fits[found] = fit;
    hits.chords[found] = chord;
    found += 1;
  }
  hits.count = found;
  return hits;
}

/** Kilometres to the nearest point of a row that has one: the same number as `match` says. */
export function nearestKm(cell: CellColumns, row: number, point: Origin["point"]): number {
  const several = cell.more.size === 0 ? undefined : cell.more.get(row);
  if (several === undefined) return distanceKm(point, [cell.latitude[row] ?? 0, cell.longitude[row] ?? 0]);
  return several.reduce((least, one) => Math.min(least, distanceKm(point, one)), Infinity);
}

/** Marks the sets that have a wanted code; false when none has. */
function markSets(table: BitTable, wanted: CodeTest, marks: Uint8Array): boolean {
  const bits = bitsWhere(table, wanted);
  const sets = table.width === 0 ? 0 : table.words.length / table.width;
  if (bits === null) marks.fill(0, 0, sets + 1);
  else for (let set = 0; set < sets; set++) marks[set] = Number(hasAny(table, set, bits));
  return bits !== null;
}

function markNeeds({ offers }: CellColumns, needs: number, marks: Uint8Array): void {
  for (let set = 0; set < offers.bits.length; set++)
    marks[set] = Number(((offers.bits[set] ?? 0) & needs) !== 0);
}

const worse = (a: number, b: number): number => (a > b ? a : b);

/** How each set of conditions fits: probes, age, opening hours; HIDDEN for the other group. */
function markConditions(
  { conditions, openings }: CellColumns,
  { query, probes, ages }: CellQuery,
  marks: Uint8Array,
): void {
  const { scope, openAt } = query;
  const { yes, no, kind, opening } = conditions;
  const open = openAt === undefined ? null : openings.map((one) => openFit(openingState(one, openAt).open));
  for (let set = 0; set < yes.length; set++) {
    const is = kind[set] ?? 0;
    if (scope !== undefined && ((is & KIND.specific) !== 0) !== (scope === "trafficking-specific")) {
      marks[set] = HIDDEN;
      continue;
    }
    let fit = FITS;
    if (((no[set] ?? 0) & probes) !== 0) fit = NO;
    else if (((yes[set] ?? 0) & probes) >>> 0 !== probes) fit = ASK;
    if (ages !== null)
      fit = worse(fit, spanFit(is, conditions.minimumAge[set], conditions.maximumAge[set], ages));
    if (open !== null) fit = worse(fit, open[(opening[set] ?? 0) - 1] ?? ASK);
    marks[set] = fit;
  }
}

/** One answer for all years of the span, or a question. It can change only at a limit of the listing. */
function spanFit(kind: number, lowest = NO_AGE, highest = NO_AGE, { from, to }: AgeRange): number {
  const first = ageFit(kind, lowest, highest, from);
  if (from === to) return first;
  const within = (age: number) => age !== NO_AGE && age >= from && age <= to;
  const same =
    ageFit(kind, lowest, highest, to) === first &&
    (!within(lowest) || ageFit(kind, lowest, highest, lowest) === first) &&
    (!within(highest) || ageFit(kind, lowest, highest, highest) === first);
  return same ? first : ASK;
}

function ageFit(kind: number, from: number, to: number, age: number): number {
  if ((from !== NO_AGE && age < from) || (to !== NO_AGE && age > to)) return NO;
  return from !== NO_AGE || to !== NO_AGE || (kind & KIND.anyAge) !== 0 ? FITS : ASK;
}

const openFit = (open: boolean | null): number => (open === null ? ASK : open ? FITS : NO);

/** How each set of languages fits. */
function markSpeech(cell: CellColumns, { query, languages }: CellQuery, marks: Uint8Array): void {
  const { direct, spoken, noInterpreter } = cell;
  const wanted = languages.map((test) => ({
    direct: bitsWhere(direct, test),
    spoken: bitsWhere(spoken, test),
  }));
  for (let set = 0; set < noInterpreter.length; set++) {
    let best = NO;
    for (const one of wanted) {
      if (one.direct !== null && hasAny(direct, set, one.direct)) best = FITS;
      if (best === FITS) break;
      const interpreted = one.spoken !== null && hasAny(spoken, set, one.spoken);
      if (query.direct === true) {
        if (!interpreted) best = ASK;
      } else if (interpreted) best = FITS;
      else if (noInterpreter[set] === 0 || !hasSome(spoken, set)) best = ASK;
    }
    marks[set] = best;
  }
}
