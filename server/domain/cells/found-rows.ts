import type { FacetCounts } from "../facet-counts.ts";
import { type CellColumns, MOST_ROWS } from "./cell-columns.ts";
import type { CellQuery } from "./cell-query.ts";
import { KIND } from "./cell-row.ts";
import { NO_CHORD } from "./chord.ts";
import { createFacetColumns } from "./facet-columns.ts";
import { FirstRows } from "./first-rows.ts";
import { type Hits, nearestKm, rankOf } from "./scan-cell.ts";
import { SeenCodes } from "./seen-codes.ts";

/** Which of the cells a place lies in, in the order in which they were taken. */
export const cellOf = (place: number): number => Math.floor(place / MOST_PLACES);
/** Its row in that cell. */
export const rowOf = (place: number): number => place % MOST_PLACES;

/** Rows that stand at the same place of the neutral order until their names are compared. */
export interface TiedRows {
  /** A cell and a row each (`cellOf`, `rowOf`), cell after cell. */
  readonly places: readonly number[];
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

/** A cell and a row in one number, because a thousand rows may be kept for a page of twenty. */
const MOST_PLACES = MOST_ROWS + 1;
/** Wider than any chord. */
const RANK_WIDTH = NO_CHORD + 1;
/** Three fits, each with authorities after others. */
const RANKS = 6;
/** Of each mark, its rank as a key. */
const KEY_OF_MARK = Float64Array.from({ length: 256 }, (_, mark) => rankOf(mark) * RANK_WIDTH);

/** Takes rows, with those of several cells once, and keeps those that may stand among the first `to`. */
export function createFoundRows({ origin }: Pick<CellQuery, "origin">, to: number): FoundRows {
  const seen = new SeenCodes();
  const facets = createFacetColumns();
  const cells: CellColumns[] = [];
  const first = new FirstRows(to);
  let total = 0;

  const kmAt = (place: number): number => {
    const cell = cells[cellOf(place)];
    return origin === null || cell === undefined ? Infinity : nearestKm(cell, rowOf(place), origin.point);
  };

  return {
    take(cell, hits) {
      dropSeen(cell, hits, seen);
      total += hits.count;
      keepFirst(first, hits, cells.length);
      cells.push(cell);
      facets.count(cell, hits);
    },
    total: () => total,
    facets: () => facets.counts(),
    from(from) {
      first.prune();
      const known: { readonly place: number; readonly rank: number; readonly km: number }[] = [];
      /** By rank: those without a distance, which come after the others. There may be a thousand of them. */
      const unknown: number[][] = [];
      for (let at = 0; at < first.count; at++) {
        const rank = Math.floor(first.keyAt(at) / RANK_WIDTH);
        const place = first.placeAt(at);
        if (first.keyAt(at) >= rank * RANK_WIDTH + NO_CHORD) (unknown[rank] ??= []).push(place);
        else known.push({ place, rank, km: kmAt(place) });
      }
      known.sort((a, b) => a.rank - b.rank || a.km - b.km);

      const ties: TiedRows[] = [];
      let before = 0;
      const add = (places: readonly number[]) => {
        if (places.length > 0 && before < to && before + places.length > from) ties.push({ places, before });
        before += places.length;
      };
      let next = 0;
      for (let rank = 0; rank < RANKS; rank++) {
        while (known[next]?.rank === rank) {
          const km = known[next]?.km;
          let end = next + 1;
          while (known[end]?.rank === rank && known[end]?.km === km) end += 1;
          add(known.slice(next, end).map(({ place }) => place));
          next = end;
        }
        add(unknown[rank] ?? []);
      }
      return ties;
    },
  };
}

/** Most rows of a search are behind those that were kept: they cost one comparison. */
function keepFirst(first: FirstRows, { count, rows, marks, chords }: Hits, cell: number): void {
  let { limit } = first;
  for (let at = 0; at < count; at++) {
    const key = (KEY_OF_MARK[marks[at] ?? 0] ?? 0) + (chords[at] ?? NO_CHORD);
    if (key > limit) continue;
    first.keep(key, cell * MOST_PLACES + (rows[at] ?? 0));
    ({ limit } = first);
  }
}

/** Takes out rows that lie in another cell as well and were found there. */
function dropSeen(cell: CellColumns, hits: Hits, seen: SeenCodes): void {
  const { count, rows, marks, chords } = hits;
  let all = 0;
  for (let at = 0; at < count; at++) all |= marks[at] ?? 0;
  if ((all & KIND.several) === 0) return;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    const mark = marks[at] ?? 0;
    if ((mark & KIND.several) !== 0 && !seen.add(cell, row)) continue;
    if (kept < at) {
      rows[kept] = row;
      marks[kept] = mark;
      chords[kept] = chords[at] ?? NO_CHORD;
    }
    kept += 1;
  }
  hits.count = kept;
}
