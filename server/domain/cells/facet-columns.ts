import { DELIVERIES, NEEDS, PROVIDER_TYPES, SCOPES } from "#db/vocabulary.ts";
import type { FacetCounts } from "../facet-counts.ts";
import { countInto, rowsIn } from "./bit-table.ts";
import type { CellColumns } from "./cell-columns.ts";
import { OFFERS } from "./cell-row.ts";
import { type CodeNumbers, LANGUAGE_NUMBERS, SERVICE_NUMBERS } from "./code-numbers.ts";
import { PROBES } from "./probes.ts";
import type { Hits } from "./scan-cell.ts";

/** Counts the facets of rows by number; their codes are written once, at the end. */
export interface FacetColumns {
  count(cell: CellColumns, hits: Hits): void;
  counts(): FacetCounts;
}

/** How many of the rows have each set of a cell; all 0 between two counts. */
const bySet = { counted: new Uint32Array(0), services: new Uint32Array(0), speech: new Uint32Array(0) };

/** Rows that are fewer than a quarter of the sets are told one by one, which is less work. */
const FEW = 4;

export function createFacetColumns(): FacetColumns {
  const offers = new Uint32Array(32);
  const deliveries = new Uint32Array(32);
  const providers = new Uint32Array(PROVIDER_TYPES.length + 1);
  const scopes = new Uint32Array(2);
  let services = new Uint32Array(SERVICE_NUMBERS.size());
  let languages = new Uint32Array(LANGUAGE_NUMBERS.size());

  const addCounted: AddSet = ({ counted }, set, many) => {
    addBits(offers, counted.offers[set] ?? 0, many);
    addBits(deliveries, counted.deliveries[set] ?? 0, many);
    add(providers, counted.provider[set] ?? 0, many);
    add(scopes, counted.specific[set] ?? 0, many);
  };
  const addServices: AddSet = (cell, set, many) => countInto(cell.services, set, many, services);
  const addLanguages: AddSet = (cell, set, many) => countInto(cell.spoken, set, many, languages);
  return {
    count(cell, hits) {
      services = grown(services, SERVICE_NUMBERS.size());
      languages = grown(languages, LANGUAGE_NUMBERS.size());
      const sets = {
        counted: cell.counted.offers.length,
        services: rowsIn(cell.services),
        speech: cell.noInterpreter.length,
      };
      if (hits.count * FEW < sets.counted + sets.services + sets.speech) {
        for (let at = 0; at < hits.count; at++) {
          const row = hits.rows[at] ?? 0;
          addCounted(cell, cell.countedOf[row] ?? 0, 1);
          addServices(cell, cell.servicesOf[row] ?? 0, 1);
          addLanguages(cell, cell.speechOf[row] ?? 0, 1);
        }
        return;
      }
      bySet.counted = grown(bySet.counted, sets.counted);
      bySet.services = grown(bySet.services, sets.services);
      bySet.speech = grown(bySet.speech, sets.speech);
      tally(cell, hits);
      addAll(cell, bySet.counted, sets.counted, addCounted);
      addAll(cell, bySet.services, sets.services, addServices);
      addAll(cell, bySet.speech, sets.speech, addLanguages);
    },
    counts: () => ({
      need: named(IN_ORDER.need, offers),
      service: numbered(SERVICE_NUMBERS, services),
      scope: named(IN_ORDER.scope, scopes),
      language: numbered(LANGUAGE_NUMBERS, languages),
      delivery: named(IN_ORDER.delivery, deliveries),
      provider: named(IN_ORDER.provider, providers),
      gender: named(IN_ORDER.gender, offers),
      cost: named(IN_ORDER.cost, offers),
    }),
  };
}

/** A code, and the place where it is counted. */
type Place = readonly [code: string, at: number];

/** Codes in code-point order, as `toFacetCounts` has them. */
const inOrder = (places: readonly Place[]) => [...places].sort(([a], [b]) => (a < b ? -1 : 1));
const offered = (facet: string) =>
  OFFERS.flatMap(([own, code, bit]): Place[] => (own === facet ? [[code, 31 - Math.clz32(bit)]] : []));
const IN_ORDER = {
  need: inOrder(NEEDS.map((need, at) => [need, at])),
  scope: inOrder(SCOPES.map((scope) => [scope, Number(scope === "trafficking-specific")])),
  delivery: inOrder(DELIVERIES.map((own) => [own, PROBES.findIndex(({ delivery }) => delivery === own)])),
  // 0 is where no kind of provider is known.
  provider: inOrder(PROVIDER_TYPES.map((type, index) => [type, index + 1])),
  gender: inOrder(offered("gender")),
  cost: inOrder(offered("cost")),
};

function named(places: readonly Place[], counts: Uint32Array): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [code, at] of places) if ((counts[at] ?? 0) > 0) found[code] = counts[at] ?? 0;
  return found;
}

function numbered(numbers: CodeNumbers, counts: Uint32Array): Record<string, number> {
  const found: Record<string, number> = {};
  for (const number of numbers.inOrder())
    if ((counts[number] ?? 0) > 0) found[numbers.codeOf(number)] = counts[number] ?? 0;
  return found;
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

/** Adds a set of a cell that so many of its rows have. */
type AddSet = (cell: CellColumns, set: number, many: number) => void;

/** The innermost loop of a search: nothing else in it, and all kinds of sets at once. */
function tally({ countedOf, servicesOf, speechOf }: CellColumns, { count, rows }: Hits): void {
  const { counted, services, speech } = bySet;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    add(counted, countedOf[row] ?? 0, 1);
    add(services, servicesOf[row] ?? 0, 1);
    add(speech, speechOf[row] ?? 0, 1);
  }
}

/** Adds the sets that were tallied, and makes their places 0 again. */
function addAll(cell: CellColumns, counts: Uint32Array, sets: number, addSet: AddSet): void {
  for (let set = 0; set < sets; set++) {
    const many = counts[set] ?? 0;
    if (many === 0) continue;
    counts[set] = 0;
    addSet(cell, set, many);
  }
}
