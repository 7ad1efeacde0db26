/** Numbers codes as the bits of a fixed number of words. */
export interface BitCodes {
  readonly width: number;
  /** The bit of a code, new ones included. Throws a RangeError when there are more codes than bits. */
  place(code: string): number;
  /** The bit of a code that some listing has; null for one that none has. */
  known(code: string): number | null;
}

export function createBitCodes(width: number): BitCodes {
  const places = new Map<string, number>();
  return {
    width,
    place(code) {
      const bit = places.get(code) ?? places.size;
      if (bit >= width * 32) throw new RangeError("More codes than bits");
      places.set(code, bit);
      return bit;
    },
    known: (code) => places.get(code) ?? null,
  };
}
