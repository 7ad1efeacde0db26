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
  readonly km: number;
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
  let room = Math.max(64, to * 4);
  let limit = Infinity;
  let total = 0;
  let cells = 0;

  const prune = () => {
    if (candidates.length > to && to > 0) {
      const keys = Float64Array.from(candidates, ({ key }) => key);
      limit = nthSmallest(keys, to - 1) + CHORD_MARGIN;
      candidates = candidates.filter(({ key }) => key <= limit);
    }
    room = Math.max(room, candidates.length * 2);
  };

  const keep = (cell: CellColumns, row: number, rank: number, chord: number) => {
    const key = rank * RANK_WIDTH + chord;
    if (key > limit) return;
    const km = origin === null || chord === NO_CHORD ? Infinity : nearestKm(cell, row, origin.point);
    candidates.push({ cell: cells - 1, row, rank, km, key });
    if (candidates.length > room) prune();
  };

  return {
    take(cell, hits) {
      cells += 1;
      dropSeen(cell, hits, seen);
      const { count, rows, fits, chords } = hits;
      total += count;
      const { conditionOf } = cell;
      const { kind } = cell.conditions;
      for (let at = 0; at < count; at++) {
        const row = rows[at] ?? 0;
        const authority = ((kind[conditionOf[row] ?? 0] ?? 0) & KIND.authority) !== 0;
        keep(cell, row, (fits[at] ?? 0) * 2 + Number(authority), chords[at] ?? NO_CHORD);
      }
      facets.count(cell, hits);
    },
    total: () => total,
    facets: () => facets.counts(),
    from(from) {
      const ties: TiedRows[] = [];
      let before = 0;
      const ordered = candidates.sort((a, b) => a.rank - b.rank || compareKm(a.km, b.km));
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
  let kept = 0;
  for (let at = 0; at < hits.count; at++) {
    const row = hits.rows[at] ?? 0;
    if (((kind[cell.conditionOf[row] ?? 0] ?? 0) & KIND.several) !== 0) {
      const number = codeNumber(cell, row);
      if (seen.has(number)) continue;
      seen.add(number);
    }
    hits.rows[kept] = row;
    hits.fits[kept] = hits.fits[at] ?? 0;
    hits.chords[kept] = hits.chords[at] ?? NO_CHORD;
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
