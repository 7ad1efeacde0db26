import { createFacetColumns, type FacetColumns } from "./facet-columns.ts";
import { type CellColumns, CODE_LENGTH } from "./cell-columns.ts";
import type { CellQuery } from "./cell-query.ts";
import { KIND } from "./cell-row.ts";
import { CHORD_MARGIN, NO_CHORD } from "./chord.ts";
import type { FacetCounts } from "../facet-counts.ts";
import { type Hits, nearestKm } from "./scan-cell.ts";
import { nthSmallest } from "./smallest.ts";

/** A row that a scan found. */
export interface FoundRow {
  /** Which of the cells, in the order in which they were taken. */
  readonly cell: number;
  readonly row: number;
}

/** Rows that stand at the same place of the neutral order until their names are compared. */
export interface TiedRows {
  readonly rows: readonly FoundRow[];
  /** Places of the order that come before them. */
  readonly before: number;
}

/** All that is found in the cells of a search, counted as it comes. */
export interface FoundRows {
  /** Takes what a scan found in a cell. */
  take(cell: CellColumns, hits: Hits): void;
  total(): number;
  facets(): FacetCounts;
  /** The rows that may stand at the places from `from` to the last that was wanted, in the neutral order but for ties. */
  from(from: number): readonly TiedRows[];
}

interface Candidate extends FoundRow {
  /** Fit, then authorities after others (`compareMatches`). */
  readonly rank: number;
  /** The cell, where there is a distance to be worked out. */
  readonly columns: CellColumns | null;
  /** Rank and distance in one number, as near as a chord tells. */
  readonly key: number;
}

/** Wider than any chord. */
const RANK_WIDTH = NO_CHORD + 1;

/**
 * Takes rows, with those of several cells once. Of all that come only those are kept that may stand among the first
 * `to`, so memory does not grow by what is found but by what is wanted; listings without a distance tie by their names
 * alone, and are kept.
 */
export function createFoundRows({ origin }: Pick<CellQuery, "origin">, to: number): FoundRows {
  const seen = new Set<number>();
  const facets: FacetColumns = createFacetColumns();
  let candidates: Candidate[] = [];
  let room = Math.max(64, to * 2);
  let limit = Infinity;
  let total = 0;
  let cells = 0;

  const prune = () => {
    if (candidates.length > to && to > 0) {
      const keys = new Float64Array(candidates.length);
      let at = 0;
      for (const { key } of candidates) keys[at++] = key;
      const last = nthSmallest(keys, to - 1) + CHORD_MARGIN;
      limit = last;
      candidates = candidates.filter(({ key }) => key <= last);
    }
    room = Math.max(room, candidates.length * 2);
  };

  const keep = (cell: CellColumns, { rows, fits, chords }: Hits, at: number) => {
    const row = rows[at] ?? 0;
    const chord = chords[at] ?? NO_CHORD;
    const is = cell.conditions.kind[cell.conditionOf[row] ?? 0] ?? 0;
    const rank = (fits[at] ?? 0) * 2 + Number((is & KIND.authority) !== 0);
    const key = rank * RANK_WIDTH + chord;
    if (key > limit) return;
    candidates.push({ cell: cells - 1, row, rank, key, columns: chord === NO_CHORD ? null : cell });
    if (candidates.length > room) prune();
  };

  return {
    take(cell, hits) {
      cells += 1;
      dropSeen(cell, hits, seen);
      const { count, fits, chords } = hits;
      total += count;
      for (let at = 0; at < count; at++) {
        // Most rows are behind those that were kept, whatever else they are.
        if ((fits[at] ?? 0) * 2 * RANK_WIDTH + (chords[at] ?? NO_CHORD) <= limit) keep(cell, hits, at);
      }
      facets.count(cell, hits);
    },
    total: () => total,
    facets: () => facets.counts(),
    from(from) {
      prune();
      const ties: TiedRows[] = [];
      let before = 0;
      const ordered = candidates
        .map(({ columns, ...one }) => ({
          ...one,
          km: origin === null || columns === null ? Infinity : nearestKm(columns, one.row, origin.point),
        }))
        .sort((a, b) => a.rank - b.rank || compareKm(a.km, b.km));
      for (let at = 0; at < ordered.length && before < to;) {
        const first = ordered[at];
        let end = at;
        while (ordered[end]?.rank === first?.rank && ordered[end]?.km === first?.km && end < ordered.length)
          end += 1;
        if (end > from) ties.push({ rows: ordered.slice(at, end), before: at });
        before = end;
        at = end;
      }
      return ties;
    },
  };
}

const compareKm = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Takes out rows that lie in another cell as well and were found there. */
function dropSeen(cell: CellColumns, hits: Hits, seen: Set<number>): void {
  const { kind } = cell.conditions;
  let several = 0;
  for (let set = 0; set < kind.length; set++) several |= (kind[set] ?? 0) & KIND.several;
  if (several === 0) return;
  let kept = 0;
  for (let at = 0; at < hits.count; at++) {
    const row = hits.rows[at] ?? 0;
    if (((kind[cell.conditionOf[row] ?? 0] ?? 0) & KIND.several) !== 0) {
      const number = codeNumber(cell, row);
      if (seen.has(number)) continue;
      seen.add(number);
    }
    if (kept < at) {
      hits.rows[kept] = row;
      hits.fits[kept] = hits.fits[at] ?? 0;
      hits.chords[kept] = hits.chords[at] ?? NO_CHORD;
    }
    kept += 1;
  }
  hits.count = kept;
}

/** A short code as a number: cheaper to remember than a text. */
function codeNumber({ codes }: CellColumns, row: number): number {
  let number = 0;
  for (let at = row * CODE_LENGTH; at < row * CODE_LENGTH + 5; at++) number = number * 128 + (codes[at] ?? 0);
  return number;
}
