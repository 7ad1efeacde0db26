import { createFacetColumns, type FacetColumns } from "./facet-columns.ts";
import { type CellColumns, CODE_LENGTH } from "./cell-columns.ts";
import type { CellQuery } from "./cell-query.ts";
import { KIND } from "./cell-row.ts";
import { CHORD_MARGIN, NO_CHORD } from "./chord.ts";
import type { FacetCounts } from "../facet-counts.ts";
import { groupBy } from "../group-by.ts";
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

/** Wider than any chord. */
const RANK_WIDTH = NO_CHORD + 1;
/** A cell and a row in one number. */
const ROWS = 2 ** 16;

/**
 * Takes rows, with those of several cells once. Of all that come only those are kept that may stand among the first
 * `to`, so memory does not grow by what is found but by what is wanted; listings without a distance tie by their names
 * alone, and are kept. They are numbers until the end: often there are a thousand of them for a page of twenty.
 */
export function createFoundRows({ origin }: Pick<CellQuery, "origin">, to: number): FoundRows {
  const seen = new Set<number>();
  const facets: FacetColumns = createFacetColumns();
  const cells: CellColumns[] = [];
  let room = Math.max(64, to * 2);
  /** Of each candidate: rank (fit, then authorities after others, as `compareMatches`) and chord in one number. */
  let keys = new Float64Array(room);
  let places = new Float64Array(room);
  let kept = 0;
  let limit = Infinity;
  let total = 0;

  const prune = () => {
    if (kept > to && to > 0) {
      limit = nthSmallest(keys.slice(0, kept), to - 1) + CHORD_MARGIN;
      let left = 0;
      for (let at = 0; at < kept; at++) {
        const key = keys[at] ?? 0;
        if (key > limit) continue;
        keys[left] = key;
        places[left] = places[at] ?? 0;
        left += 1;
      }
      kept = left;
    }
    room = Math.max(room, kept * 2);
    keys = longer(keys, room);
    places = longer(places, room);
  };

  const keep = (cell: CellColumns, { rows, fits, chords }: Hits, at: number) => {
    const row = rows[at] ?? 0;
    const is = cell.conditions.kind[cell.conditionOf[row] ?? 0] ?? 0;
    const rank = (fits[at] ?? 0) * 2 + Number((is & KIND.authority) !== 0);
    const key = rank * RANK_WIDTH + (chords[at] ?? NO_CHORD);
    if (key > limit) return;
    if (kept === room) prune();
    if (key > limit) return;
    keys[kept] = key;
    places[kept] = (cells.length - 1) * ROWS + row;
    kept += 1;
  };

  const rowAt = (at: number): FoundRow => {
    const place = places[at] ?? 0;
    return { cell: Math.floor(place / ROWS), row: place % ROWS };
  };
  const rankAt = (at: number) => Math.floor((keys[at] ?? 0) / RANK_WIDTH);

  return {
    take(cell, hits) {
      cells.push(cell);
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
      const known: { readonly row: FoundRow; readonly rank: number; readonly km: number }[] = [];
      /** By rank: those without a distance, which come after the others. */
      const unknown = new Map<number, FoundRow[]>();
      for (let at = 0; at < kept; at++) {
        const row = rowAt(at);
        const rank = rankAt(at);
        const cell = cells[row.cell];
        const km =
          origin === null || cell === undefined || (keys[at] ?? 0) >= rank * RANK_WIDTH + NO_CHORD
            ? Infinity
            : nearestKm(cell, row.row, origin.point);
        if (km !== Infinity) known.push({ row, rank, km });
        else if (unknown.get(rank)?.push(row) === undefined) unknown.set(rank, [row]);
      }
      known.sort((a, b) => a.rank - b.rank || a.km - b.km);

      const ties: TiedRows[] = [];
      let before = 0;
      const add = (rows: readonly FoundRow[]) => {
        if (before < to && before + rows.length > from) ties.push({ rows, before });
        before += rows.length;
      };
      const ranks = [...new Set([...known.map(({ rank }) => rank), ...unknown.keys()])].sort((a, b) => a - b);
      for (const rank of ranks) {
        const near = known.filter((one) => one.rank === rank);
        for (const rows of groupBy(near, ({ km }) => km).values()) add(rows.map(({ row }) => row));
        add(unknown.get(rank) ?? []);
      }
      return ties;
    },
  };
}

function longer(numbers: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers;
  const more = new Float64Array(length);
  more.set(numbers);
  return more;
}

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
