import { CODE_LENGTH, type CellColumns } from "./cell-columns.ts";

/** Characters of a short code that tell listings apart; the last is a check character. */
const TELLING = 5;
const FIRST_ROOM = 256;

/**
 * The codes of rows that were found before. A listing that serves a whole country lies in several cells, and so do many
 * of what a search finds: a set of JavaScript took longer for them than all that was scanned.
 */
export class SeenCodes {
  /** Open addressing; 0: free. */
  private numbers = new Float64Array(FIRST_ROOM);
  private count = 0;

  /** Remembers the code of a row; false when it was known. */
  add({ codes }: Pick<CellColumns, "codes">, row: number): boolean {
    let number = 0;
    const from = row * CODE_LENGTH;
    for (let at = from; at < from + TELLING; at++) number = number * 128 + (codes[at] ?? 0);
    if (!put(this.numbers, number)) return false;
    this.count += 1;
    if (this.count * 2 > this.numbers.length) this.grow();
    return true;
  }

  private grow(): void {
    const more = new Float64Array(this.numbers.length * 4);
    for (const number of this.numbers) if (number !== 0) put(more, number);
    this.numbers = more;
  }
}

/** Puts a number where it belongs or behind; false when it is there. */
function put(numbers: Float64Array, number: number): boolean {
  const last = numbers.length - 1;
  // 2654435769 is 2³² by the golden ratio: codes that follow each other lie far apart.
  const low = Math.imul((number % 2 ** 32) | 0, 2_654_435_769);
  let at = (low >>> 11) & last;
  for (;;) {
    const there = numbers[at] ?? 0;
    if (there === number) return false;
    if (there === 0) break;
    at = (at + 1) & last;
  }
  numbers[at] = number;
  return true;
}
