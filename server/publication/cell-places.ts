/** Which part of a cell a listing lies in, and where all listings of a large publishing lie, in few bytes each. */

/** The part of a cell made of `parts`, a power of two, that the listing with this code belongs to. */
export const partOf = (code: string, parts: number): number => slotOf(code) % parts;

/** A number of 32 bits that follows from a code. */
function slotOf(code: string): number {
  let sum = 0;
  for (const letter of code) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  // The low bits of the sum are those of the last letters alone.
  return (sum ^ (sum >>> 11)) >>> 0;
}

/** A part of a cell, and the numbers of the rows of its listings. */
export interface PlacedPart {
  readonly key: string;
  /** Of how many parts the cell is made. */
  readonly parts: number;
  readonly part: number;
  readonly rows: readonly number[];
}

/** Notes listing by listing in which cells it lies: 16 bytes for each, and the keys once. */
export class CellPlaces {
  /** How many were noted: a listing counts once for each of its cells. */
  count = 0;
  private readonly numbers = new Map<string, number>();
  private cells = new Uint32Array(1024);
  private slots = new Uint32Array(1024);
  /** The store's row numbers, which may be larger than 32 bits hold. */
  private rows = new Float64Array(1024);

  /** Bytes that are held for what was noted. */
  get bytes(): number {
    return this.cells.byteLength + this.slots.byteLength + this.rows.byteLength;
  }

  add(row: number, code: string, keys: readonly string[]): void {
    for (const key of keys) {
      if (this.count === this.cells.length) this.grow();
      const cell = this.numbers.get(key) ?? this.numbers.size;
      this.numbers.set(key, cell);
      this.cells[this.count] = cell;
      this.slots[this.count] = slotOf(code);
      this.rows[this.count] = row;
      this.count += 1;
    }
  }

  /** Part after part of cell after cell, none with more than `most` listings and each cell in as few as that takes. */
  *parts(most: number): Generator<PlacedPart> {
    const byCell = sortedBy(this.cells, this.count, this.numbers.size);
    let from = 0;
    for (const [key, cell] of this.numbers) {
      let end = from;
      while (end < this.count && this.cells[byCell[end] ?? 0] === cell) end++;
      const own = byCell.subarray(from, end);
      from = end;
      let parts = 1;
      while (this.largest(own, parts) > most) parts *= 2;
      const chunks = Array.from({ length: parts }, (): number[] => []);
      for (const at of own) chunks[(this.slots[at] ?? 0) % parts]?.push(this.rows[at] ?? 0);
      for (const [part, rows] of chunks.entries()) if (rows.length > 0) yield { key, parts, part, rows };
    }
  }

  private largest(own: Uint32Array, parts: number): number {
    const counts = new Uint32Array(parts);
    for (const at of own) {
      const part = (this.slots[at] ?? 0) % parts;
      counts[part] = (counts[part] ?? 0) + 1;
    }
    return counts.reduce((most, count) => Math.max(most, count), 0);
  }

  private grow(): void {
    const larger = <A extends Uint32Array | Float64Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.cells = larger(this.cells, new Uint32Array(this.count * 2));
    this.slots = larger(this.slots, new Uint32Array(this.count * 2));
    this.rows = larger(this.rows, new Float64Array(this.count * 2));
  }
}

/** The places of `count` numbers below `kinds` in the order of the numbers, equal ones as they stand. */
function sortedBy(numbers: Uint32Array, count: number, kinds: number): Uint32Array {
  const starts = new Uint32Array(kinds + 1);
  for (let at = 0; at < count; at++) {
    const next = (numbers[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let kind = 0; kind < kinds; kind++) starts[kind + 1] = (starts[kind + 1] ?? 0) + (starts[kind] ?? 0);
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0;
    const place = starts[number] ?? 0;
    order[place] = at;
    starts[number] = place + 1;
  }
  return order;
}
