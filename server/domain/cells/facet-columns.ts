import { DELIVERIES, NEEDS, PROVIDER_TYPES, SCOPES } from "#db/vocabulary.ts";
import type { FacetCounts } from "../facet-counts.ts";
import { type BitTable, countInto } from "./bit-table.ts";
import { type CellColumns, MOST_ROWS } from "./cell-columns.ts";
import { KIND, OFFERS } from "./cell-row.ts";
import { type CodeNumbers, LANGUAGE_NUMBERS, SERVICE_NUMBERS } from "./code-numbers.ts";
import { PROBES } from "./probes.ts";
import type { Hits } from "./scan-cell.ts";

/** Counts the facets of rows by number; their codes are written once, at the end. */
export interface FacetColumns {
  count(cell: CellColumns, hits: Hits): void;
  counts(): FacetCounts;
}

const DELIVERY_BITS = DELIVERIES.map(
  (delivery) => [delivery, PROBES.findIndex((probe) => probe.delivery === delivery)] as const,
);
const DELIVERY_MASK = DELIVERY_BITS.reduce((mask, [, bit]) => mask | (1 << bit), 0);

/** How many of the rows have each set of a cell; all 0 between two counts. */
let bySet: Uint32Array | null = null;

export function createFacetColumns(): FacetColumns {
  const offers = new Uint32Array(32);
  const deliveries = new Uint32Array(32);
  const providers = new Uint32Array(PROVIDER_TYPES.length + 1);
  const scopes = new Uint32Array(2);
  let services = new Uint32Array(SERVICE_NUMBERS.size());
  let languages = new Uint32Array(LANGUAGE_NUMBERS.size());

  const addOffer = (cell: CellColumns, set: number, many: number) => {
    addBits(offers, cell.offers.bits[set] ?? 0, many);
    add(providers, cell.offers.provider[set] ?? 0, many);
  };
  const addCondition = ({ conditions }: CellColumns, set: number, many: number) => {
    addBits(deliveries, (conditions.yes[set] ?? 0) & DELIVERY_MASK, many);
    add(scopes, Number(((conditions.kind[set] ?? 0) & KIND.specific) !== 0), many);
  };
  return {
    count(cell, hits) {
      services = grown(services, SERVICE_NUMBERS.size());
      languages = grown(languages, LANGUAGE_NUMBERS.size());
      const addTo = (table: BitTable, counts: Uint32Array) => (_: CellColumns, set: number, many: number) =>
        countInto(table, set, many, counts);
      countSets(cell, hits, cell.offersOf, cell.offers.bits.length, addOffer);
      countSets(cell, hits, cell.conditionOf, cell.conditions.yes.length, addCondition);
      countSets(cell, hits, cell.servicesOf, rowsOf(cell.services), addTo(cell.services, services));
      countSets(cell, hits, cell.speechOf, cell.noInterpreter.length, addTo(cell.spoken, languages));
    },
    counts() {
      const named = (pairs: Iterable<readonly [code: string, count: number]>) => {
        const counts: Record<string, number> = {};
        for (const [code, count] of pairs) if (count > 0) counts[code] = count;
        return counts;
      };
      const at = (counts: Uint32Array, index: number) => counts[index] ?? 0;
      const offered = (wanted: string) =>
        OFFERS_IN_ORDER.flatMap(([facet, code, bit]) =>
          facet === wanted ? [[code, at(offers, 31 - Math.clz32(bit))] as const] : [],
        );
      return {
        need: named(NEEDS_IN_ORDER.map(([need, bit]) => [need, at(offers, bit)])),
        service: named(numbered(SERVICE_NUMBERS, services)),
        scope: named(SCOPES_IN_ORDER.map(([scope, index]) => [scope, at(scopes, index)])),
        language: named(numbered(LANGUAGE_NUMBERS, languages)),
        delivery: named(DELIVERIES_IN_ORDER.map(([delivery, bit]) => [delivery, at(deliveries, bit)])),
        provider: named(PROVIDERS_IN_ORDER.map(([type, index]) => [type, at(providers, index + 1)])),
        gender: named(offered("gender")),
        cost: named(offered("cost")),
      };
    },
  };
}

/** Codes in code-point order, as `toFacetCounts` has them. */
const inOrder = <T extends readonly [string, ...unknown[]]>(pairs: readonly T[]): readonly T[] =>
  [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
const indexed = (codes: readonly string[]) =>
  inOrder(codes.map((code, index): readonly [string, number] => [code, index]));
const NEEDS_IN_ORDER = indexed(NEEDS);
const SCOPES_IN_ORDER = indexed(SCOPES);
const PROVIDERS_IN_ORDER = indexed(PROVIDER_TYPES);
const DELIVERIES_IN_ORDER = inOrder(DELIVERY_BITS);
const OFFERS_IN_ORDER = [...OFFERS].sort(([, a], [, b]) => (a < b ? -1 : 1));

const rowsOf = ({ width, words }: BitTable): number => (width === 0 ? 0 : words.length / width);

function* numbered(numbers: CodeNumbers, counts: Uint32Array): Generator<readonly [string, number]> {
  for (const number of numbers.inOrder()) {
    const count = counts[number] ?? 0;
    if (count > 0) yield [numbers.codeOf(number), count];
  }
}

function grown(counts: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  if (counts.length >= size) return counts;
  const more = new Uint32Array(size);
  more.set(counts);
  return more;
}

const add = (counts: Uint32Array, at: number, many: number): void => {
  counts[at] = (counts[at] ?? 0) + many;
};

function addBits(counts: Uint32Array, bits: number, many: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) add(counts, 31 - Math.clz32(rest & -rest), many);
}

/** Calls `addSet` for sets with how many of the rows have them; a few rows are told one by one, which is less work. */
function countSets(
  cell: CellColumns,
  { count, rows }: Hits,
  setOf: Uint16Array,
  sets: number,
  addSet: (cell: CellColumns, set: number, many: number) => void,
): void {
  if (sets === 0) return;
  if (count * 4 < sets) {
    for (let at = 0; at < count; at++) addSet(cell, setOf[rows[at] ?? 0] ?? 0, 1);
    return;
  }
  bySet ??= new Uint32Array(MOST_ROWS);
  tally(bySet, setOf, rows, count);
  const counts = bySet;
  for (let set = 0; set < sets; set++) {
    const many = counts[set] ?? 0;
    if (many === 0) continue;
    counts[set] = 0;
    addSet(cell, set, many);
  }
}

/** The innermost loop of a search, on its own so that it stays as small as it is. */
function tally(counts: Uint32Array, setOf: Uint16Array, rows: Uint16Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const set = setOf[rows[at] ?? 0] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
}
