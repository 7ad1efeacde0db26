import { NEEDS, PROVIDER_TYPES, SCOPES } from "#db/vocabulary.ts";
import { DELIVERIES } from "#db/vocabulary.ts";
import { addCount, type FacetCounts, type FacetTally, toFacetCounts, createTally } from "../facet-counts.ts";
import { countInto } from "./bit-table.ts";
import { KIND, OFFERS } from "./cell-row.ts";
import { type CellView, CODE_LENGTH } from "./packed-cell.ts";
import { PROBES } from "./probes.ts";
import type { Sink } from "./scan-cell.ts";
import { smallest } from "./smallest.ts";

/** A row that a scan found. */
export interface FoundRow {
  /** Which of the cells, in the order in which they were begun. */
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
export interface FoundRows extends Sink {
  /** The rows that follow are of this cell. */
  begin(view: CellView): void;
  total(): number;
  facets(): FacetCounts;
  /** The rows that may stand at the places `from` to `to` (not included), in the neutral order but for ties. */
  between(from: number, to: number): readonly TiedRows[];
}

/** Ranks before distance counts: fit, then authorities after others (`compareMatches`). */
const RANKS = 6;

/** Takes rows, with those of several cells once. Memory grows by what is found: 20 bytes a row. */
export function createFoundRows(includeNo: boolean): FoundRows {
  const seen = new Set<number>();
  const ranks = Array.from({ length: RANKS }, () => ({
    km: [] as number[],
    cell: [] as number[],
    row: [] as number[],
  }));
  const tally = createTally();
  let count = 0;
  let cells = 0;
  let counter: CellCounter | null = null;
  const finish = () => {
    counter?.into(tally);
    counter = null;
  };
  return {
    includeNo,
    begin(view) {
      finish();
      cells += 1;
      counter = countCell(view);
    },
    add(view, row, fit, km) {
      const is = view.kind[row] ?? 0;
      if ((is & KIND.several) !== 0) {
        const number = codeNumber(view, row);
        if (seen.has(number)) return;
        seen.add(number);
      }
      const rank = ranks[fit * 2 + Number((is & KIND.authority) !== 0)];
      rank?.km.push(km);
      rank?.cell.push(cells - 1);
      rank?.row.push(row);
      count += 1;
      counter?.add(row);
    },
    total: () => count,
    facets() {
      finish();
      return toFacetCounts(tally);
    },
    between(from, to) {
      const ties: TiedRows[] = [];
      let before = 0;
      for (const { km, cell, row } of ranks) {
        if (before < to && before + km.length > from) {
          let at = before;
          for (const group of groupsOf(km, to - before)) {
            const rows = group.map((index) => ({ cell: cell[index] ?? 0, row: row[index] ?? 0 }));
            if (at < to && at + rows.length > from) ties.push({ rows, before: at });
            at += rows.length;
          }
        }
        before += km.length;
      }
      return ties;
    },
  };
}

/** The indexes of the smallest `many` numbers and of all that equal the last of them, in groups of equals. */
function groupsOf(km: readonly number[], many: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let last = Number.NaN;
  for (const index of smallest(km, many)) {
    const value = km[index] ?? Infinity;
    if (value === last) groups.at(-1)?.push(index);
    else groups.push([index]);
    last = value;
  }
  return groups;
}

/** A short code as a number: cheaper to remember than a text. */
function codeNumber({ codes }: CellView, row: number): number {
  let number = 0;
  for (let at = row * CODE_LENGTH; at < row * CODE_LENGTH + 5; at++) number = number * 128 + (codes[at] ?? 0);
  return number;
}

interface CellCounter {
  add(row: number): void;
  into(tally: FacetTally): void;
}

const DELIVERY_BITS = DELIVERIES.map(
  (delivery) => [delivery, PROBES.findIndex((probe) => probe.delivery === delivery)] as const,
);

/** Counts the facets of rows by the cell's own numbers; their codes are written once, at the end. */
function countCell(view: CellView): CellCounter {
  const needs = new Uint32Array(32);
  const deliveries = new Uint32Array(32);
  const services = new Uint32Array(view.services.codes.length);
  const languages = new Uint32Array(view.spoken.codes.length);
  const providers = new Uint32Array(PROVIDER_TYPES.length + 1);
  const scopes = new Uint32Array(2);
  const bump = (counts: Uint32Array, at: number) => (counts[at] = (counts[at] ?? 0) + 1);
  const bumpBits = (counts: Uint32Array, bits: number) => {
    for (let rest = bits; rest !== 0; rest &= rest - 1) bump(counts, 31 - Math.clz32(rest & -rest));
  };
  return {
    add(row) {
      bumpBits(needs, view.offers[row] ?? 0);
      bumpBits(deliveries, view.yes[row] ?? 0);
      bump(providers, view.provider[row] ?? 0);
      bump(scopes, (view.kind[row] ?? 0) & KIND.specific);
      countInto(view.services, row, services);
      countInto(view.spoken, row, languages);
    },
    into(tally) {
      NEEDS.forEach((need, bit) => addCount(tally, "need", need, needs[bit] ?? 0));
      for (const [facet, code, bit] of OFFERS) addCount(tally, facet, code, needs[31 - Math.clz32(bit)] ?? 0);
      for (const [delivery, bit] of DELIVERY_BITS)
        addCount(tally, "delivery", delivery, deliveries[bit] ?? 0);
      view.services.codes.forEach((code, bit) => addCount(tally, "service", code, services[bit] ?? 0));
      view.spoken.codes.forEach((code, bit) => addCount(tally, "language", code, languages[bit] ?? 0));
      PROVIDER_TYPES.forEach((type, index) => addCount(tally, "provider", type, providers[index + 1] ?? 0));
      SCOPES.forEach((scope, index) => addCount(tally, "scope", scope, scopes[index] ?? 0));
    },
  };
}
