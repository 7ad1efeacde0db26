/**
 * How the listings of an area are cut into chunks. A listing's chunk follows from its short code alone, so that one more
 * listing changes one chunk and leaves the others' bytes as they are.
 */
import { PART_CAP } from "#server/contract/bundle.ts";

const BITS = 16;

/** Below 2^16. */
function hashOf(code: string): number {
  let sum = 0;
  for (const letter of code) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum;
}

/** The number of a code's chunk among `count`, a power of two. */
export const chunkOf = (code: string, count: number): number => hashOf(code) % count;

/** A number of 16 bits by which the codes of one chunk are neighbours, into however many chunks they are cut. */
export const slotOf = (code: string): number => reversed(hashOf(code), BITS);

/** The first and last slot of a chunk among `count`. */
export function slotsOf(chunk: number, count: number): readonly [first: number, last: number] {
  const size = 2 ** BITS / count;
  const first = reversed(chunk, Math.log2(count)) * size;
  return [first, first + size - 1];
}

/** The lowest `bits` bits of a number from the other end. */
function reversed(number: number, bits: number): number {
  let turned = 0;
  for (let bit = 0; bit < bits; bit++) turned = turned * 2 + ((number >>> bit) & 1);
  return turned;
}

/** The codes of an area in as few chunks of at most PART_CAP as that takes, by number, each in order. */
export function chunksOf(codes: readonly string[]): readonly (readonly string[])[] {
  const sorted = [...codes].sort((a, b) => (a < b ? -1 : 1));
  for (let of = 1; ; of *= 2) {
    const chunks = Array.from({ length: of }, (): string[] => []);
    for (const code of sorted) chunks[chunkOf(code, of)]?.push(code);
    if (chunks.every(({ length }) => length <= PART_CAP)) return chunks;
  }
}

/** Whether chunks of these sizes are how their codes would be cut anew: none too large, and not more than are needed. */
export function isCutRight(sizes: readonly number[]): boolean {
  if (sizes.some((size) => size > PART_CAP)) return false;
  const half = sizes.length / 2;
  return half < 1 || sizes.slice(0, half).some((size, at) => size + (sizes[at + half] ?? 0) > PART_CAP);
}

/** Numbers of the chunks that have files, in the order of the files' sequence: the first stands for an area without listings. */
export const withFiles = (sizes: readonly number[]): readonly number[] =>
  sizes.flatMap((size, number) => (size > 0 || number === 0 ? [number] : []));
