import type { Localized, Opening } from "#server/contract/listing.ts";
import { stableJson } from "../stable-json.ts";
import { type BitTable, codesAt, packBits } from "./bit-table.ts";
import type { CellRow } from "./cell-row.ts";

/**
 * The listings of one cell as columns in one piece of memory: what a search scans. Names, which only a tie needs, and
 * signatures of words, which only a search for words needs, are pieces of their own.
 *
 * A piece begins with the length of a JSON head; the columns follow from the next multiple of eight, widest first.
 */

/** Version of the packing. Cells of another version are built again from the plain tables. */
export const CELL_FORMAT = 2;

export interface PackedCell {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly names: Uint8Array<ArrayBuffer>;
  readonly grams: Uint8Array<ArrayBuffer>;
}

/** A cell, ready to be scanned: views on its bytes, nothing is copied. */
export interface CellView {
  readonly count: number;
  /** Degrees of the first point; NaN when none may be known. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly yes: Uint32Array;
  readonly no: Uint32Array;
  readonly kind: Uint32Array;
  readonly offers: Uint32Array;
  readonly direct: BitTable;
  readonly spoken: BitTable;
  readonly services: BitTable;
  readonly areas: BitTable;
  /** Index into `openings` plus one; 0: not known. */
  readonly opening: Uint16Array;
  /** Years; NO_AGE: no limit is known. */
  readonly minimumAge: Uint8Array;
  readonly maximumAge: Uint8Array;
  readonly provider: Uint8Array;
  /** ASCII, CODE_LENGTH a row. */
  readonly codes: Uint8Array;
  readonly openings: readonly Opening[];
  /** All points of rows that have several. */
  readonly more: ReadonlyMap<number, CellRow["points"]>;
  readonly bytes: number;
}

export const NO_AGE = 255;
export const CODE_LENGTH = 8;

interface Head {
  readonly format: number;
  readonly count: number;
  readonly tables: readonly (readonly string[])[];
  readonly openings: readonly Opening[];
  readonly more: readonly (readonly [row: number, points: CellRow["points"]])[];
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const upToEight = (length: number): number => Math.ceil(length / 8) * 8;

/** Packs rows, which are put in the order of their codes: the same rows make the same bytes. */
export function packCell(unsorted: readonly CellRow[]): PackedCell {
  const rows = [...unsorted].sort((a, b) => (a.code < b.code ? -1 : 1));
  const tables = [
    packBits(rows.map((row) => row.direct)),
    packBits(rows.map((row) => row.spoken)),
    packBits(rows.map((row) => row.services)),
    packBits(rows.map((row) => row.areas)),
  ];
  const openings = [...new Map(rows.flatMap(openingEntry)).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const placeOf = new Map(openings.map(([key], index) => [key, index + 1]));
  const head: Head = {
    format: CELL_FORMAT,
    count: rows.length,
    tables: tables.map(({ codes }) => codes),
    openings: openings.map(([, opening]) => opening),
    more: rows.flatMap((row, index) => (row.points.length > 1 ? [[index, row.points] as const] : [])),
  };
  const codes = new Uint8Array(rows.length * CODE_LENGTH);
  rows.forEach(({ code }, row) =>
    codes.set(new TextEncoder().encode(code).slice(0, CODE_LENGTH), row * CODE_LENGTH),
  );
  const numbers = (pick: (row: CellRow) => number) => rows.map(pick);
  const columns: readonly ArrayBufferView[] = [
    Float64Array.from(numbers(({ points }) => points[0]?.[0] ?? Number.NaN)),
    Float64Array.from(numbers(({ points }) => points[0]?.[1] ?? Number.NaN)),
    Uint32Array.from(numbers((row) => row.yes)),
    Uint32Array.from(numbers((row) => row.no)),
    Uint32Array.from(numbers((row) => row.kind)),
    Uint32Array.from(numbers((row) => row.offers)),
    ...tables.map(({ words }) => words),
    Uint16Array.from(
      numbers((row) => (row.opening === null ? 0 : (placeOf.get(stableJson(row.opening)) ?? 0))),
    ),
    Uint8Array.from(numbers((row) => row.minimumAge ?? NO_AGE)),
    Uint8Array.from(numbers((row) => row.maximumAge ?? NO_AGE)),
    Uint8Array.from(numbers((row) => row.provider)),
    codes,
  ];
  return {
    body: join(bytesOf(head), columns),
    names: packNames(rows),
    grams: packGrams(rows),
  };
}

function openingEntry({ opening }: CellRow): readonly (readonly [string, Opening])[] {
  return opening === null ? [] : [[stableJson(opening), opening]];
}

function join(head: Uint8Array, columns: readonly ArrayBufferView[]): Uint8Array<ArrayBuffer> {
  const start = upToEight(4 + head.length);
  const all = new Uint8Array(start + columns.reduce((sum, column) => sum + column.byteLength, 0));
  new DataView(all.buffer).setUint32(0, head.length, true);
  all.set(head, 4);
  let at = start;
  for (const column of columns) {
    all.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return all;
}

/** Opens a packed cell. Throws a RangeError for a packing that this reader does not know. */
export function openCell(stored: Uint8Array): CellView {
  // Views on wider numbers must begin at a multiple of their width; a blob may begin anywhere.
  const bytes = stored.byteOffset % 8 === 0 ? stored : stored.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  if (head.format !== CELL_FORMAT) throw new RangeError(`A cell is packed in another way (${head.format})`);
  const { count } = head;
  let at = bytes.byteOffset + upToEight(4 + length);
  const next = (size: number, many: number): [ArrayBufferLike, number, number] => {
    const from = at;
    at += size * many;
    return [bytes.buffer, from, many];
  };
  const table = (index: number): BitTable => {
    const codes = head.tables[index] ?? [];
    const width = Math.ceil(codes.length / 32);
    return { codes, width, words: new Uint32Array(...next(4, count * width)) };
  };
  return {
    count,
    latitude: new Float64Array(...next(8, count)),
    longitude: new Float64Array(...next(8, count)),
    yes: new Uint32Array(...next(4, count)),
    no: new Uint32Array(...next(4, count)),
    kind: new Uint32Array(...next(4, count)),
    offers: new Uint32Array(...next(4, count)),
    direct: table(0),
    spoken: table(1),
    services: table(2),
    areas: table(3),
    opening: new Uint16Array(...next(2, count)),
    minimumAge: new Uint8Array(...next(1, count)),
    maximumAge: new Uint8Array(...next(1, count)),
    provider: new Uint8Array(...next(1, count)),
    codes: new Uint8Array(...next(1, count * CODE_LENGTH)),
    openings: head.openings,
    more: new Map(head.more),
    bytes: bytes.byteLength,
  };
}

/** The short code of a row. */
export function codeAt({ codes }: CellView, row: number): string {
  let code = "";
  for (let at = row * CODE_LENGTH; at < (row + 1) * CODE_LENGTH && codes[at] !== 0; at++)
    code += String.fromCharCode(codes[at] ?? 0);
  return code;
}

/** Names of the rows of a cell of `count` rows, by language; each is read when it is asked for. */
export function openNames(stored: Uint8Array, count: number): (row: number) => Localized {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const ends = new Uint32Array(bytes.buffer, bytes.byteOffset, count + 1);
  const text = bytes.subarray(4 * (count + 1));
  return (row) =>
    JSON.parse(new TextDecoder().decode(text.subarray(ends[row] ?? 0, ends[row + 1] ?? 0))) as Localized;
}

function packNames(rows: readonly CellRow[]): Uint8Array<ArrayBuffer> {
  const names = rows.map(({ name }) => bytesOf(name));
  const ends = new Uint32Array(rows.length + 1);
  names.forEach((name, row) => (ends[row + 1] = (ends[row] ?? 0) + name.length));
  const all = new Uint8Array(ends.byteLength + (ends[rows.length] ?? 0));
  all.set(new Uint8Array(ends.buffer));
  names.forEach((name, row) => all.set(name, ends.byteLength + (ends[row] ?? 0)));
  return all;
}

function packGrams(rows: readonly CellRow[]): Uint8Array<ArrayBuffer> {
  const ends = new Uint32Array(rows.length + 1);
  rows.forEach(({ grams }, row) => (ends[row + 1] = (ends[row] ?? 0) + grams.length));
  const all = new Uint32Array(ends.length + (ends[rows.length] ?? 0));
  all.set(ends);
  rows.forEach(({ grams }, row) => all.set(grams, ends.length + (ends[row] ?? 0)));
  return new Uint8Array(all.buffer);
}

/** Signatures of the rows of a cell of `count` rows. */
export function openGrams(stored: Uint8Array, count: number): (row: number) => Uint32Array {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const all = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return (row) => all.subarray(count + 1 + (all[row] ?? 0), count + 1 + (all[row + 1] ?? 0));
}

/** The rows of a packed cell, to change some of them and pack it again. */
export function unpackCell({ body, names, grams }: PackedCell): readonly CellRow[] {
  const view = openCell(body);
  const nameOf = openNames(names, view.count);
  const gramsOf = openGrams(grams, view.count);
  const age = (years: number | undefined) => (years === undefined || years === NO_AGE ? null : years);
  return Array.from({ length: view.count }, (_, row): CellRow => {
    const [latitude, longitude] = [view.latitude[row] ?? Number.NaN, view.longitude[row] ?? Number.NaN];
    return {
      code: codeAt(view, row),
      points: view.more.get(row) ?? (Number.isNaN(latitude) ? [] : [[latitude, longitude]]),
      yes: view.yes[row] ?? 0,
      no: view.no[row] ?? 0,
      kind: view.kind[row] ?? 0,
      offers: view.offers[row] ?? 0,
      minimumAge: age(view.minimumAge[row]),
      maximumAge: age(view.maximumAge[row]),
      provider: view.provider[row] ?? 0,
      opening: view.openings[(view.opening[row] ?? 0) - 1] ?? null,
      direct: codesAt(view.direct, row),
      spoken: codesAt(view.spoken, row),
      services: codesAt(view.services, row),
      areas: codesAt(view.areas, row),
      name: nameOf(row),
      grams: gramsOf(row),
    };
  });
}
