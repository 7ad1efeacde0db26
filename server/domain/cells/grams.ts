import { wordsOf } from "../search-text.ts";

/**
 * A signature of the pairs of neighbouring characters in a text (platform: "code-point bigrams"): if a word is in the
 * text, every pair of it is in the signature. The other way round it may be mistaken, so what it lets through is read.
 * Pairs work in every script, also in those that put no space between words.
 */

/** Bits a distinct pair, so that about one bit in four is set. */
const BITS_A_PAIR = 4;
const SMALLEST = 64;
const LARGEST = 16_384;

/** Signature of folded texts: a power of two of bits, in words of 32. */
export function signatureOf(foldedParts: Iterable<string>): Uint32Array {
  const pairs = new Set<number>();
  for (const part of foldedParts) for (const pair of pairsOf(part)) pairs.add(pair);
  let bits = SMALLEST;
  while (bits < pairs.size * BITS_A_PAIR && bits < LARGEST) bits *= 2;
  const words = new Uint32Array(bits / 32);
  for (const pair of pairs) set(words, pair);
  return words;
}

/** The pairs of every word that somebody typed, as `signatureOf` counts them. A single character has none. */
export function pairsOfWords(typed: string): readonly number[] {
  return [...new Set(wordsOf(typed).flatMap((word) => [...pairsOf(word)]))];
}

/** Whether a text with this signature may hold all of the pairs. */
export function mayHold(signature: Uint32Array, pairs: readonly number[]): boolean {
  const mask = signature.length * 32 - 1;
  return pairs.every((pair) => {
    const bit = pair & mask;
    return (((signature[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  });
}

function set(words: Uint32Array, pair: number): void {
  const bit = pair & (words.length * 32 - 1);
  words[bit >>> 5] = ((words[bit >>> 5] ?? 0) | (1 << (bit & 31))) >>> 0;
}

/** Every two neighbouring code points, mixed into a number whose low bits are spread evenly. */
function* pairsOf(folded: string): Generator<number> {
  let before = -1;
  for (const letter of folded) {
    const point = letter.codePointAt(0) ?? 0;
    if (before >= 0) {
      let mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(point, 0x85ebca6b);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x2c1b3c6d);
      yield (mixed ^ (mixed >>> 13)) >>> 0;
    }
    before = point;
  }
}
