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
  const largest = new Uint32Array(LARGEST / 32);
  for (const part of foldedParts) eachPair(part, (pair) => set(largest, pair));
  let pairs = 0;
  for (const word of largest) for (let rest = word; rest !== 0; rest &= rest - 1) pairs += 1;
  let bits = SMALLEST;
  while (bits < pairs * BITS_A_PAIR && bits < LARGEST) bits *= 2;
  // A pair's place in fewer bits is its place in many, without the highest of them.
  const words = new Uint32Array(bits / 32);
  for (let at = 0; at < largest.length; at++) {
    const to = at % words.length;
    words[to] = ((words[to] ?? 0) | (largest[at] ?? 0)) >>> 0;
  }
  return words;
}

/** The pairs of every word that somebody typed, as `signatureOf` counts them. A single character has none. */
export function pairsOfWords(typed: string): readonly number[] {
  const pairs = new Set<number>();
  for (const word of wordsOf(typed)) eachPair(word, (pair) => pairs.add(pair));
  return [...pairs];
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
function eachPair(folded: string, take: (pair: number) => void): void {
  let before = -1;
  for (let at = 0; at < folded.length; at++) {
    const point = folded.codePointAt(at) ?? 0;
    // Two units of one character.
    if (point > 0xffff) at += 1;
    if (before >= 0) {
      let mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(point, 0x85ebca6b);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x2c1b3c6d);
      take((mixed ^ (mixed >>> 13)) >>> 0);
    }
    before = point;
  }
}
