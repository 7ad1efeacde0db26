import type { Localized, Opening } from "#server/contract/listing.ts";
import { type BitTable, codesAt, widthFor } from "./bit-table.ts";
import { type CellColumns, CODE_LENGTH, inRowOrder, NO_AGE, toColumns } from "./cell-columns.ts";
import type { CellRow } from "./cell-row.ts";
import { AREA_NUMBERS, type CodeNumbers, LANGUAGE_NUMBERS, SERVICE_NUMBERS } from "./code-numbers.ts";

/**
 * The columns of one cell in one piece of memory, as they are stored. Names, which only a tie needs, and signatures of
 * words, which only a search for words needs, are pieces of their own.
 *
 * A piece begins with the length of a JSON head; the columns follow from the next multiple of eight, widest first.
 */

/** Version of the packing. Cells of another version are built again from the plain tables. */
export const CELL_FORMAT = 4;

export interface PackedCell {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly names: Uint8Array<ArrayBuffer>;
  readonly grams: Uint8Array<ArrayBuffer>;
}

/** A cell, ready to be scanned: its columns are views on its bytes, nothing is copied. */
export interface CellView extends CellColumns {
  readonly bytes: number;
}

interface Head {
  readonly format: number;
  readonly count: number;
  /** How many sets there are: conditions, speech, services, areas, counted. */
  readonly sets: readonly number[];
  /** Codes: direct, spoken, services, areas. */
  readonly tables: readonly (readonly string[])[];
  /** Rows by need, all needs together. */
  readonly needRows: number;
  readonly needs: number;
  readonly openings: readonly Opening[];
  readonly more: readonly (readonly [row: number, points: CellRow["points"]])[];
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const upToEight = (length: number): number => Math.ceil(length / 8) * 8;

/** Packs rows: the same rows make the same bytes, whatever order they come in. */
export function packCell(unsorted: readonly CellRow[]): PackedCell {
  const rows = inRowOrder(unsorted);
  const cell = toColumns(rows);
  const { conditions, counted } = cell;
  const head: Head = {
    format: CELL_FORMAT,
    count: cell.count,
    sets: [
      conditions.yes.length,
      cell.noInterpreter.length,
      setsIn(cell.servicesOf),
      setsIn(cell.areasOf),
      counted.offers.length,
    ],
    tables: [cell.direct, cell.spoken, cell.services, cell.areas].map(({ codes }) => codes),
    needRows: cell.needRows.length,
    needs: cell.needStarts.length,
    openings: cell.openings,
    more: [...cell.more],
  };
  const columns: readonly ArrayBufferView[] = [
    cell.latitude,
    cell.longitude,
    cell.x,
    cell.y,
    cell.z,
    conditions.yes,
    conditions.no,
    conditions.kind,
    cell.direct.words,
    cell.spoken.words,
    cell.services.words,
    cell.areas.words,
    counted.offers,
    counted.deliveries,
    cell.needStarts,
    cell.conditionOf,
    cell.speechOf,
    cell.servicesOf,
    cell.areasOf,
    cell.countedOf,
    cell.openingOf,
    cell.needRows,
    conditions.minimumAge,
    conditions.maximumAge,
    counted.provider,
    counted.specific,
    cell.noInterpreter,
    cell.codes,
  ];
  return { body: join(bytesOf(head), columns), names: packNames(rows), grams: packGrams(rows) };
}

/** Sets are numbered without a gap. */
const setsIn = (setOf: Uint16Array): number => setOf.reduce((most, set) => Math.max(most, set + 1), 0);

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
  const [conditions = 0, speech = 0, services = 0, areas = 0, counted = 0] = head.sets;
  let at = bytes.byteOffset + upToEight(4 + length);
  const next = (size: number, many: number): [ArrayBufferLike, number, number] => {
    const from = at;
    at += size * many;
    return [bytes.buffer, from, many];
  };
  const table = (index: number, rows: number, numbers: CodeNumbers): BitTable => {
    const codes = head.tables[index] ?? [];
    const width = widthFor(codes.length);
    return { codes, numbers: numbers.of(codes), width, words: new Uint32Array(...next(4, rows * width)) };
  };
  // In the order in which `packCell` writes them.
  const latitude = new Float64Array(...next(8, count));
  const longitude = new Float64Array(...next(8, count));
  const x = new Float32Array(...next(4, count));
  const y = new Float32Array(...next(4, count));
  const z = new Float32Array(...next(4, count));
  const yes = new Uint32Array(...next(4, conditions));
  const no = new Uint32Array(...next(4, conditions));
  const kind = new Uint32Array(...next(4, conditions));
  const tables = {
    direct: table(0, speech, LANGUAGE_NUMBERS),
    spoken: table(1, speech, LANGUAGE_NUMBERS),
    services: table(2, services, SERVICE_NUMBERS),
    areas: table(3, areas, AREA_NUMBERS),
  };
  const offers = new Uint32Array(...next(4, counted));
  const deliveries = new Uint32Array(...next(4, counted));
  const needStarts = new Uint32Array(...next(4, head.needs));
  const conditionOf = new Uint16Array(...next(2, count));
  const speechOf = new Uint16Array(...next(2, count));
  const servicesOf = new Uint16Array(...next(2, count));
  const areasOf = new Uint16Array(...next(2, count));
  const countedOf = new Uint16Array(...next(2, count));
  const openingOf = new Uint16Array(...next(2, count));
  const needRows = new Uint16Array(...next(2, head.needRows));
  const minimumAge = new Uint8Array(...next(1, conditions));
  const maximumAge = new Uint8Array(...next(1, conditions));
  const provider = new Uint8Array(...next(1, counted));
  const specific = new Uint8Array(...next(1, counted));
  const noInterpreter = new Uint8Array(...next(1, speech));
  const codes = new Uint8Array(...next(1, count * CODE_LENGTH));
  return {
    count,
    latitude,
    longitude,
    x,
    y,
    z,
    conditionOf,
    speechOf,
    servicesOf,
    areasOf,
    countedOf,
    openingOf,
    conditions: { yes, no, kind, minimumAge, maximumAge },
    ...tables,
    noInterpreter,
    counted: { offers, deliveries, provider, specific },
    needRows,
    needStarts,
    codes,
    openings: head.openings,
    more: new Map(head.more),
    bytes: bytes.byteLength,
  };
}

/** The short code of a row. */
export function codeAt({ codes }: CellColumns, row: number): string {
  let code = "";
  for (let at = row * CODE_LENGTH; at < (row + 1) * CODE_LENGTH && codes[at] !== 0; at++)
    code += String.fromCharCode(codes[at] ?? 0);
  return code;
}

/** Names of the rows of a cell of `count` rows, by language. Read each time: most are asked for once, to be put in order. */
export function openNames(stored: Uint8Array, count: number): (row: number) => Localized {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const ends = new Uint32Array(bytes.buffer, bytes.byteOffset, count + 1);
  const text = bytes.subarray(4 * (count + 1));
  const decoder = new TextDecoder();
  return (row) => JSON.parse(decoder.decode(text.subarray(ends[row] ?? 0, ends[row + 1] ?? 0))) as Localized;
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
    const { conditions, counted } = view;
    const condition = view.conditionOf[row] ?? 0;
    const set = view.countedOf[row] ?? 0;
    const speech = view.speechOf[row] ?? 0;
    return {
      code: codeAt(view, row),
      points: view.more.get(row) ?? (Number.isNaN(latitude) ? [] : [[latitude, longitude]]),
      yes: conditions.yes[condition] ?? 0,
      no: conditions.no[condition] ?? 0,
      kind: conditions.kind[condition] ?? 0,
      minimumAge: age(conditions.minimumAge[condition]),
      maximumAge: age(conditions.maximumAge[condition]),
      opening: view.openings[(view.openingOf[row] ?? 0) - 1] ?? null,
      offers: counted.offers[set] ?? 0,
      provider: counted.provider[set] ?? 0,
      direct: codesAt(view.direct, speech),
      spoken: codesAt(view.spoken, speech),
      services: codesAt(view.services, view.servicesOf[row] ?? 0),
      areas: codesAt(view.areas, view.areasOf[row] ?? 0),
      name: nameOf(row),
      grams: gramsOf(row),
    };
  });
}
