import { NEEDS, PROVIDER_TYPES } from "#db/vocabulary.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { type CellRow, cellKeys, KIND, toFactRow } from "#server/domain/cells/cell-row.ts";
import { NO_AGE } from "#server/domain/cells/cell-columns.ts";
import { chordOf, toSphere } from "#server/domain/cells/chord.ts";
import { cellsInBox, circleAround } from "#server/domain/cells/grid.ts";
import { PROBES, probesOf } from "#server/domain/cells/probes.ts";
import { byCodePoint } from "#server/domain/match/match.ts";
import { type BitCodes, createBitCodes } from "./bit-codes.ts";
import type { Engine } from "./engine.ts";
import { type MainQuery, RADIUS_KM, TOP } from "./make-queries.ts";

/**
 * The limit: every attribute of every listing in one typed array in memory, the rows of a cell side by side, and one
 * plain walk over the rows of the cells in the box. No store, no sets, no versions, no listing that is read.
 */

const DELIVERIES = PROBES.reduce((mask, { delivery }, bit) => (delivery ? mask | (1 << bit) : mask), 0);

interface Columns {
  readonly starts: ReadonlyMap<string, readonly [from: number, to: number]>;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly yes: Uint32Array;
  readonly no: Uint32Array;
  readonly kind: Uint8Array;
  readonly offers: Uint32Array;
  readonly provider: Uint8Array;
  readonly minimumAge: Uint8Array;
  readonly maximumAge: Uint8Array;
  readonly services: Uint32Array;
  readonly spoken: Uint32Array;
  readonly id: Uint32Array;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

const SERVICES = 8;
const LANGUAGES = 4;

export function typedArrays(): Engine {
  const services = createBitCodes(SERVICES);
  const languages = createBitCodes(LANGUAGES);
  let columns: Columns | null = null;
  return {
    name: "typed arrays in memory",
    async load(listings) {
      columns = fill(listings, services, languages);
      return Object.values(columns).reduce(
        (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
        0,
      );
    },
    async ask(query) {
      if (columns === null) throw new Error("Nothing is loaded");
      return walk(columns, query, languages.known(query.language) ?? -1);
    },
    async close() {
      columns = null;
    },
  };
}

/** Goes over the listings twice, for their cells and for their answers, so that no list of all of them is needed. */
function fill(listings: () => Iterable<PublishedListing>, services: BitCodes, languages: BitCodes): Columns {
  const cells = new Map<string, number[]>();
  let number = 0;
  for (const { facts } of listings()) {
    for (const key of cellKeys(facts)) {
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [number]);
      else known.push(number);
    }
    number += 1;
  }
  const order: number[] = [];
  const placesOf = Array.from({ length: number }, (): number[] => []);
  const starts = new Map<string, readonly [number, number]>();
  for (const [key, own] of cells) {
    starts.set(key, [order.length, order.length + own.length]);
    for (const one of own) placesOf[one]?.push(order.push(one) - 1);
  }
  const many = order.length;
  const columns = {
    starts,
    x: new Float64Array(many),
    y: new Float64Array(many),
    z: new Float64Array(many),
    yes: new Uint32Array(many),
    no: new Uint32Array(many),
    kind: new Uint8Array(many),
    offers: new Uint32Array(many),
    provider: new Uint8Array(many),
    minimumAge: new Uint8Array(many),
    maximumAge: new Uint8Array(many),
    services: new Uint32Array(many * SERVICES),
    spoken: new Uint32Array(many * LANGUAGES),
    id: Uint32Array.from(order),
    codes: [] as string[],
    names: [] as string[],
  };
  for (const { facts, name } of listings()) {
    const row = toFactRow(facts);
    const [x, y, z] = pointOf(row);
    for (const at of placesOf[columns.codes.length] ?? []) {
      columns.x[at] = x;
      columns.y[at] = y;
      columns.z[at] = z;
      columns.yes[at] = row.yes;
      columns.no[at] = row.no;
      columns.kind[at] = row.kind;
      columns.offers[at] = row.offers;
      columns.provider[at] = row.provider;
      columns.minimumAge[at] = row.minimumAge ?? NO_AGE;
      columns.maximumAge[at] = row.maximumAge ?? NO_AGE;
      const mark = (words: Uint32Array, width: number, bit: number) => {
        const word = at * width + (bit >>> 5);
        words[word] = (words[word] ?? 0) | (1 << (bit & 31));
      };
      for (const code of row.services) mark(columns.services, SERVICES, services.place(code));
      for (const code of row.spoken) mark(columns.spoken, LANGUAGES, languages.place(code));
    }
    columns.codes.push(row.code);
    columns.names.push(name["en"] ?? Object.values(name)[0] ?? "");
  }
  return columns;
}

/** The listings of the bench have one point or none. */
function pointOf({ points }: Pick<CellRow, "points">): readonly [number, number, number] {
  const [point] = points;
  return point === undefined ? [Number.NaN, Number.NaN, Number.NaN] : toSphere([point[0], point[1]]);
}

const counted = { offers: new Uint32Array(32), deliveries: new Uint32Array(32), scopes: new Uint32Array(2) };
const ofProviders = new Uint32Array(PROVIDER_TYPES.length + 1);
const ofServices = new Uint32Array(SERVICES * 32);
const ofLanguages = new Uint32Array(LANGUAGES * 32);

function countBits(counts: Uint32Array, from: number, word: number): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const at = from + 31 - Math.clz32(rest & -rest);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}
const bump = (counts: Uint32Array, at: number) => (counts[at] = (counts[at] ?? 0) + 1);

function walk(columns: Columns, { query, point, area, need, age }: MainQuery, language: number) {
  const { x, y, z, yes, no, kind, offers, services, spoken, id } = columns;
  const probes = probesOf(query);
  const needBit = 1 << NEEDS.indexOf(need);
  const word = language >>> 5;
  const bit = language < 0 ? 0 : 1 << (language & 31);
  const [ox, oy, oz] = toSphere([point[0], point[1]]);
  const radius = chordOf(RADIUS_KM) ** 2;
  const all = [...Object.values(counted), ofProviders, ofServices, ofLanguages];
  for (const counts of all) counts.fill(0);
  const seen = new Set<number>();
  const best: Placed[] = [];
  let total = 0;
  // Who is found by what they serve stands in the ranges of areas, whether they have a point here or not.
  const ranges = [
    ...(cellsInBox(circleAround(point, RADIUS_KM)) ?? []).map((cell) => [`g${cell}`, false] as const),
    ...[area, area.slice(0, 2), "001"].map((code) => [`a${code}`, true] as const),
  ];
  for (const [key, byArea] of ranges) {
    const [from, to] = columns.starts.get(key) ?? [0, 0];
    for (let row = from; row < to; row++) {
      if (((offers[row] ?? 0) & needBit) === 0 || ((no[row] ?? 0) & probes) !== 0) continue;
      const lowest = columns.minimumAge[row] ?? NO_AGE;
      const highest = columns.maximumAge[row] ?? NO_AGE;
      if ((lowest !== NO_AGE && age < lowest) || age > highest) continue;
      const is = kind[row] ?? 0;
      const speaks = ((spoken[row * LANGUAGES + word] ?? 0) & bit) !== 0;
      if (!speaks && (is & KIND.noInterpreter) !== 0 && speaksSome(spoken, row)) continue;
      const square = ((x[row] ?? 0) - ox) ** 2 + ((y[row] ?? 0) - oy) ** 2 + ((z[row] ?? 0) - oz) ** 2;
      const near = square <= radius;
      if (!near && (!byArea || (is & KIND.beyond) === 0)) continue;
      if ((is & KIND.several) !== 0) {
        if (seen.has(id[row] ?? 0)) continue;
        seen.add(id[row] ?? 0);
      }
      total += 1;
      countBits(counted.offers, 0, offers[row] ?? 0);
      countBits(counted.deliveries, 0, (yes[row] ?? 0) & DELIVERIES);
      bump(counted.scopes, Number((is & KIND.specific) !== 0));
      bump(ofProviders, columns.provider[row] ?? 0);
      for (let at = 0; at < SERVICES; at++)
        countBits(ofServices, at * 32, services[row * SERVICES + at] ?? 0);
      for (let at = 0; at < LANGUAGES; at++)
        countBits(ofLanguages, at * 32, spoken[row * LANGUAGES + at] ?? 0);
      const aged = lowest !== NO_AGE || highest !== NO_AGE || (is & KIND.anyAge) !== 0;
      const fits = near && aged && speaks && ((yes[row] ?? 0) & probes) >>> 0 === probes;
      const rank = (fits ? 0 : 2) + Number((is & KIND.authority) !== 0);
      insert(columns, best, { id: id[row] ?? 0, rank, square: square >= 0 ? square : Infinity });
    }
  }
  ofProviders[0] = 0;
  const facetSum = all.reduce((sum, counts) => sum + counts.reduce((own, count) => own + count, 0), 0);
  return { total, top: best.map((one) => columns.codes[one.id] ?? ""), facetSum };
}

function speaksSome(spoken: Uint32Array, row: number): boolean {
  for (let at = row * LANGUAGES; at < (row + 1) * LANGUAGES; at++) if (spoken[at] !== 0) return true;
  return false;
}

interface Placed {
  readonly id: number;
  readonly rank: number;
  readonly square: number;
}

/** Puts a row among the best, if it belongs there. */
function insert({ names, codes }: Columns, best: Placed[], one: Placed): void {
  const isBefore = (a: Placed, b: Placed) =>
    a.rank !== b.rank
      ? a.rank < b.rank
      : a.square !== b.square
        ? a.square < b.square
        : (byCodePoint(names[a.id] ?? "", names[b.id] ?? "") ||
            byCodePoint(codes[a.id] ?? "", codes[b.id] ?? "")) < 0;
  const last = best.at(-1);
  if (best.length === TOP && last !== undefined && !isBefore(one, last)) return;
  let at = best.length;
  for (let before = best[at - 1]; before !== undefined && isBefore(one, before); before = best[at - 1])
    at -= 1;
  best.splice(at, 0, one);
  if (best.length > TOP) best.pop();
}
