/**
 * Rows as columns: values of one kind stand together, and repeated values once in a table with small numbers
 * pointing at it. That is what makes a bundle small once it is compressed.
 */

/** Distinct values and, for each row, which one it has. */
export interface Dictionary<T> {
  readonly table: readonly T[];
  readonly at: readonly number[];
}

/** Packs values; two values are the same when they read the same as JSON. The first seen comes first. */
export function toDictionary<T>(values: readonly T[]): Dictionary<T> {
  const table: T[] = [];
  const places = new Map<string, number>();
  const at = values.map((value) => {
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, table.length);
    table.push(value);
    return table.length - 1;
  });
  return { table, at };
}

/** Unpacks what `toDictionary` packed. Throws a RangeError when a number points outside the table. */
export function fromDictionary<T>({ table, at }: Dictionary<T>): readonly T[] {
  return at.map((place) => {
    if (place < 0 || place >= table.length) throw new RangeError("A column points outside its table");
    return table[place] as T;
  });
}
