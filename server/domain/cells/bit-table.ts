/**
 * A column that holds, for each row, which of a few codes it has: the codes stand once in a table, each row has a bit
 * for each of them. Reading whether a row has any of some codes is one AND a word.
 */
export interface BitTable {
  /** The codes, in the order of their bits. */
  readonly codes: readonly string[];
  /** Words of 32 bits a row. */
  readonly width: number;
  /** `width` words for each row. */
  readonly words: Uint32Array;
}

const widthFor = (codes: number): number => Math.ceil(codes / 32);

/** Packs the codes of each row. The table is in code-point order, so that the same rows make the same bytes. */
export function packBits(rows: readonly (readonly string[])[]): BitTable {
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
  return { codes, width, words };
}

/** The codes of a row. */
export function codesAt({ codes, width, words }: BitTable, row: number): readonly string[] {
  return codes.filter((_, bit) => (((words[row * width + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1);
}

/** The bits of the codes for which `wanted` holds; null when there are none, so that nothing needs to be scanned. */
export function bitsWhere({ codes, width }: BitTable, wanted: (code: string) => boolean): Uint32Array | null {
  const bits = new Uint32Array(width);
  let any = false;
  codes.forEach((code, bit) => {
    if (!wanted(code)) return;
    any = true;
    bits[bit >>> 5] = ((bits[bit >>> 5] ?? 0) | (1 << (bit & 31))) >>> 0;
  });
  return any ? bits : null;
}

/** Whether a row has any of the bits. */
export function hasAny({ width, words }: BitTable, row: number, bits: Uint32Array): boolean {
  const from = row * width;
  for (let word = 0; word < width; word++) {
    if (((words[from + word] ?? 0) & (bits[word] ?? 0)) !== 0) return true;
  }
  return false;
}

/** Counts the codes of a row into `counts`, which has a place for each code. */
export function countInto({ width, words }: BitTable, row: number, counts: Uint32Array): void {
  const from = row * width;
  for (let word = 0; word < width; word++) {
    let rest = words[from + word] ?? 0;
    while (rest !== 0) {
      const lowest = 31 - Math.clz32(rest & -rest);
      const at = word * 32 + lowest;
      counts[at] = (counts[at] ?? 0) + 1;
      rest &= rest - 1;
    }
  }
}
