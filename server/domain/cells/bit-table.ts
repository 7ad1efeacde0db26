import type { CodeNumbers, CodeTest } from "./code-numbers.ts";

/**
 * A column that holds, for each of its rows, which of a few codes it has: the codes stand once in a table, each row has
 * a bit for each of them. Reading whether a row has any of some codes is one AND a word.
 */
export interface BitTable {
  /** The codes, in the order of their bits. */
  readonly codes: readonly string[];
  /** Their numbers in this process (`code-numbers.ts`). */
  readonly numbers: Uint32Array;
  /** Words of 32 bits a row. */
  readonly width: number;
  /** `width` words for each row. */
  readonly words: Uint32Array;
}

/** Words a row takes for so many codes. */
export const widthFor = (codes: number): number => Math.ceil(codes / 32);

/** How many rows a table has: at least one, because where no listing has a code there is one set without any. */
export const rowsIn = ({ width, words }: BitTable): number => (width === 0 ? 1 : words.length / width);

/** Packs the codes of each row. The table is in code-point order, so that the same rows make the same bytes. */
export function packBits(rows: readonly (readonly string[])[], numbers: CodeNumbers): BitTable {
  const codes = [...new Set(rows.flat())].sort();
  const place = new Map(codes.map((code, index) => [code, index]));
  const width = widthFor(codes.length);
  const words = new Uint32Array(rows.length * width);
  rows.forEach((row, index) => {
    for (const code of row) {
      const bit = place.get(code) ?? 0;
      const at = index * width + (bit >>> 5);
      words[at] = ((words[at] ?? 0) | (1 << (bit & 31))) >>> 0;
    }
  });
  return { codes, numbers: numbers.of(codes), width, words };
}

/** The codes of a row. */
export function codesAt({ codes, width, words }: BitTable, row: number): readonly string[] {
  return codes.filter((_, bit) => (((words[row * width + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1);
}

/** The bits of the codes that are wanted; null when there are none, so that nothing needs to be scanned. */
export function bitsWhere({ numbers, width }: BitTable, wanted: CodeTest): Uint32Array | null {
  let bits: Uint32Array | null = null;
  for (let bit = 0; bit < numbers.length; bit++) {
    if (!wanted(numbers[bit] ?? 0)) continue;
    bits ??= new Uint32Array(width);
    bits[bit >>> 5] = ((bits[bit >>> 5] ?? 0) | (1 << (bit & 31))) >>> 0;
  }
  return bits;
}

/** Whether a row has any of the bits. */
export function hasAny({ width, words }: BitTable, row: number, bits: Uint32Array): boolean {
  const from = row * width;
  for (let word = 0; word < width; word++) {
    if (((words[from + word] ?? 0) & (bits[word] ?? 0)) !== 0) return true;
  }
  return false;
}

/** Whether a row has a code at all. */
export function hasSome({ width, words }: BitTable, row: number): boolean {
  for (let at = row * width; at < (row + 1) * width; at++) if (words[at] !== 0) return true;
  return false;
}

/** Adds `many` for each code of a row into `counts`, which has a place for each number. */
export function countInto(
  { numbers, width, words }: BitTable,
  row: number,
  many: number,
  counts: Uint32Array,
): void {
  const from = row * width;
  for (let word = 0; word < width; word++) {
    let rest = words[from + word] ?? 0;
    while (rest !== 0) {
      const at = numbers[word * 32 + 31 - Math.clz32(rest & -rest)] ?? 0;
      counts[at] = (counts[at] ?? 0) + many;
      rest &= rest - 1;
    }
  }
}
