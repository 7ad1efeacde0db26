import { distanceKm } from "../distance.ts";
import { openingState } from "../opening-hours.ts";
import { bitsWhere, hasAny, hasSome, rowsIn, type BitTable } from "./bit-table.ts";
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

/** What a scan knows of a row in one byte: its fit in the two lowest bits, and above them those of KIND. */
const FIT = KIND.anyAge | KIND.noInterpreter;

/** How a marked row fits. */
export const fitOf = (mark: number): number => mark & FIT;

/** Where a marked row stands before distances count: by its fit, then authorities after others, as `compareMatches` has it. */
export const rankOf = (mark: number): number => fitOf(mark) * 2 + Number((mark & KIND.authority) !== 0);

/** The rows of a cell that a scan found, in the order of rows. They are good until the next scan. */
export interface Hits {
  count: number;
  readonly rows: Uint16Array;
  /** The fit (`fitOf`) and the kind of each: its bits of KIND but `anyAge` and `noInterpreter`. */
  readonly marks: Uint8Array;
  /** To the nearest point that may be known, within CHORD_MARGIN; NO_CHORD without one or when nobody asked. */
  readonly chords: Float64Array;
}

/** Room for the largest cell, made when a process first searches and used by every scan: nothing here waits. */
interface Room {
  readonly hits: Hits;
  /** Of the sets of one kind after the other. */
  readonly marks: Uint8Array;
  /** 0, 1, 2, …: the rows of a cell, where all are asked. */
  readonly every: Uint16Array;
}
let made: Room | null = null;

function room(): Room {
  made ??= {
    hits: {
      count: 0,
      rows: new Uint16Array(MOST_ROWS),
      marks: new Uint8Array(MOST_ROWS),
      chords: new Float64Array(MOST_ROWS),
    },
    marks: new Uint8Array(MOST_ROWS),
    every: Uint16Array.from({ length: MOST_ROWS }, (_, row) => row),
  };
  return made;
}

/**
 * The coarse twin of `match`: finds the rows of a cell and says how each fits, from bits and numbers alone. It answers
 * as `match` does for everything that `cell-query.ts` calls scanned; a property test holds the two together. What does
 * not fit is found only for those who ask for it.
 *
 * One part of the search after the other narrows the rows. What is asked is answered once a set; a row then costs a look
 * at the number of its set, without a branch that a processor would have to guess.
 */
export function scanCell(cell: CellColumns, asked: CellQuery, includeNo: boolean): Hits {
  const { hits, marks } = room();
  const { needs, origin, languages, query } = asked;
  const limit = includeNo ? NO : ASK;
  hits.count = 0;
  if (asked.services !== null && !anyWanted(cell.services, asked.services)) return hits;
  if (asked.areas !== null && !anyWanted(cell.areas, asked.areas)) return hits;

  markConditions(cell, asked, marks);
  // Most searches are for one need: its rows stand together. For several, each row is asked.
  const need = needs !== 0 && (needs & (needs - 1)) === 0 ? 31 - Math.clz32(needs) : -1;
  takeRows(cell, need, marks, limit);
  if (need < 0 && needs !== 0) {
    markNeeds(cell, needs, marks);
    narrow(hits, cell.countedOf, marks, limit);
  }
  if (languages.length > 0) {
    markSpeech(cell, asked, marks);
    narrow(hits, cell.speechOf, marks, limit);
  }
  if (query.openAt !== undefined) {
    markOpenings(cell, query.openAt, marks);
    narrow(hits, cell.openingOf, marks, limit);
  }
  if (asked.services !== null) {
    markSets(cell.services, asked.services, marks);
    narrow(hits, cell.servicesOf, marks, limit);
  }
  if (asked.areas !== null) {
    markSets(cell.areas, asked.areas, marks);
    narrow(hits, cell.areasOf, marks, limit);
  }
  if (origin === null) hits.chords.fill(NO_CHORD, 0, hits.count);
  else measure(cell, asked, origin);
  return hits;
}

/** 1 when a fit is within the limit, otherwise 0. */
const isWithin = (fit: number, limit: number): number => (fit - limit - 1) >>> 31;

/** Takes the rows of a need, or all, that their conditions do not rule out. */
function takeRows(
  { needRows, needStarts, count, conditionOf }: CellColumns,
  need: number,
  conditions: Uint8Array,
  limit: number,
): void {
  const { hits, every } = room();
  const { rows, marks } = hits;
  const from = need < 0 ? 0 : (needStarts[need] ?? 0);
  const to = need < 0 ? count : (needStarts[need + 1] ?? 0);
  const list = need < 0 ? every : needRows;
  let left = 0;
  for (let at = from; at < to; at++) {
    const row = list[at] ?? 0;
    const mark = conditions[conditionOf[row] ?? 0] ?? 0;
    rows[left] = row;
    marks[left] = mark;
    left += isWithin(mark & FIT, limit);
  }
  hits.count = left;
}

/** Keeps the rows whose set fits within the limit; each row then fits as badly as the worst of its answers. */
function narrow(hits: Hits, setOf: Uint16Array, fits: Uint8Array, limit: number): void {
  const { count, rows, marks } = hits;
  let left = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    const mark = marks[at] ?? 0;
    const fit = Math.max(mark & FIT, fits[setOf[row] ?? 0] ?? 0);
    rows[left] = row;
    marks[left] = (mark & ~FIT) | fit;
    left += isWithin(fit, limit);
  }
  hits.count = left;
}

/** Works out how far the rows are, and keeps those within the radius and those that come to where one is. */
function measure(cell: CellColumns, { reached }: CellQuery, origin: Origin): void {
  const { hits, marks: reaches } = room();
  const { count, rows, marks, chords } = hits;
  const { x, y, z, areasOf } = cell;
  const { x: ox, y: oy, z: oz, inside, outside, radiusKm, point } = origin;
  let reachMarked = false;
  let left = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    let mark = marks[at] ?? 0;
    const east = (x[row] ?? 0) - ox;
    const north = (y[row] ?? 0) - oy;
    const up = (z[row] ?? 0) - oz;
    // Not a number without a point.
    const square = east * east + north * north + up * up;
    let chord = Math.sqrt(square);
    const scattered = (mark & KIND.scattered) !== 0;
    if (scattered || !(square <= inside)) {
      let far = radiusKm !== Infinity;
      if (!(square >= 0)) chord = NO_CHORD;
      else if (scattered || square <= outside) {
        const km = nearestKm(cell, row, point);
        if (scattered) chord = chordOf(km);
        far = km > radiusKm;
      }
      if (far) {
        // Too far, and nothing but its place could bring it here.
        if ((mark & KIND.beyond) === 0) continue;
        if (reached !== null) {
          if (!reachMarked) markSets(cell.areas, reached, reaches);
          reachMarked = true;
          if (reaches[areasOf[row] ?? 0] !== FITS) continue;
        }
        mark = (mark & ~FIT) | Math.max(mark & FIT, ASK);
      }
    }
    rows[left] = row;
    marks[left] = mark;
    chords[left] = chord;
    left += 1;
  }
  hits.count = left;
}

/** Kilometres to the nearest point of a row that has one: the same number as `match` says. */
export function nearestKm(cell: CellColumns, row: number, point: Origin["point"]): number {
  const several = cell.more.size === 0 ? undefined : cell.more.get(row);
  if (several === undefined) return distanceKm(point, [cell.latitude[row] ?? 0, cell.longitude[row] ?? 0]);
  return several.reduce((least, one) => Math.min(least, distanceKm(point, one)), Infinity);
}

const anyWanted = ({ numbers }: BitTable, wanted: CodeTest): boolean =>
  numbers.some((number) => wanted(number));

/** Marks the sets that have a wanted code. */
function markSets(table: BitTable, wanted: CodeTest, marks: Uint8Array): void {
  const bits = bitsWhere(table, wanted);
  const sets = rowsIn(table);
  if (bits === null) marks.fill(HIDDEN, 0, sets);
  else for (let set = 0; set < sets; set++) marks[set] = hasAny(table, set, bits) ? FITS : HIDDEN;
}

function markNeeds({ counted: { offers } }: CellColumns, needs: number, marks: Uint8Array): void {
  for (let set = 0; set < offers.length; set++)
    marks[set] = ((offers[set] ?? 0) & needs) === 0 ? HIDDEN : FITS;
}

/** How each set of conditions fits, by probes and age, with its kind; HIDDEN for the other group. */
function markConditions(
  { conditions }: CellColumns,
  { query, probes, ages }: CellQuery,
  marks: Uint8Array,
): void {
  const { scope } = query;
  const { yes, no, kind, minimumAge, maximumAge } = conditions;
  const hidden = scope === undefined ? -1 : scope === "trafficking-specific" ? 0 : KIND.specific;
  for (let set = 0; set < yes.length; set++) {
    const is = kind[set] ?? 0;
    let fit = FITS;
    if ((is & KIND.specific) === hidden) fit = HIDDEN;
    else if (((no[set] ?? 0) & probes) !== 0) fit = NO;
    else {
      if (((yes[set] ?? 0) & probes) >>> 0 !== probes) fit = ASK;
      if (ages !== null)
        fit = Math.max(fit, spanFit(is, minimumAge[set] ?? NO_AGE, maximumAge[set] ?? NO_AGE, ages));
    }
    marks[set] = (is & ~FIT) | fit;
  }
}

/** One answer for all years of the span, or a question. Most searches name one year. */
function spanFit(kind: number, lowest: number, highest: number, { from, to }: AgeRange): number {
  const first = ageFit(kind, lowest, highest, from);
  if (from === to) return first;
  // It can change only at a limit of the listing.
  const ends = [lowest, highest].filter((age) => age !== NO_AGE && age >= from && age <= to);
  return [...ends, to].every((age) => ageFit(kind, lowest, highest, age) === first) ? first : ASK;
}

function ageFit(kind: number, from: number, to: number, age: number): number {
  if ((from !== NO_AGE && age < from) || (to !== NO_AGE && age > to)) return NO;
  return from !== NO_AGE || to !== NO_AGE || (kind & KIND.anyAge) !== 0 ? FITS : ASK;
}

/** How each opening fits, behind the place of those that are not known. */
function markOpenings({ openings }: CellColumns, openAt: Date, marks: Uint8Array): void {
  marks[0] = ASK;
  openings.forEach((opening, index) => (marks[index + 1] = openFit(openingState(opening, openAt).open)));
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
