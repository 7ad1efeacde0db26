/**
 * Ids of things that have none of their own: UUID version 5 (RFC 9562), the same as `uuidV5` of `domain/digest`,
 * without waiting. A listing has about eighty such ids; the platform's digest answers each after a turn of the
 * event loop, which took 4 ms a listing. SHA-1 here names, it protects nothing.
 */

/** Namespace of every id that is made for other systems. */
const NAMESPACE = "0d3f5f5e-55c5-5d52-8d1c-6b6d61726b77";
const NAMESPACE_BYTES = NAMESPACE.replaceAll("-", "")
  .match(/../gu)
  ?.map((pair) => Number.parseInt(pair, 16));

/** The id of the thing with this name. Names are paths such as `{listing}/phone/0`: the same for ever. */
export function nameId(name: string): string {
  const hash = sha1([...(NAMESPACE_BYTES ?? []), ...new TextEncoder().encode(name)]).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** For the test that compares with the platform's digest. */
export const NAME_ID_NAMESPACE = NAMESPACE;

/** SHA-1 (RFC 3174) of bytes, as bytes. */
function sha1(message: readonly number[]): number[] {
  const words = paddedWords(message);
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 80; t++) {
      w[t] =
        t < 16
          ? (words[block + t] ?? 0)
          : rotate((w[t - 3] ?? 0) ^ (w[t - 8] ?? 0) ^ (w[t - 14] ?? 0) ^ (w[t - 16] ?? 0), 1);
    }
    let [v, x, y, z, u] = [a, b, c, d, e];
    for (let t = 0; t < 80; t++) {
      const [mixed, constant] =
        t < 20
          ? [(x & y) | (~x & z), 0x5a827999]
          : t < 40
            ? [x ^ y ^ z, 0x6ed9eba1]
            : t < 60
              ? [(x & y) | (x & z) | (y & z), 0x8f1bbcdc]
              : [x ^ y ^ z, 0xca62c1d6];
      const next = (rotate(v, 5) + mixed + u + constant + (w[t] ?? 0)) | 0;
      [u, z, y, x, v] = [z, y, rotate(x, 30), v, next];
    }
    [a, b, c, d, e] = [(a + v) | 0, (b + x) | 0, (c + y) | 0, (d + z) | 0, (e + u) | 0];
  }
  return [a, b, c, d, e].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The message with its end mark and its length in bits, as words of 32 bits. Messages stay below 512 MB. */
function paddedWords(message: readonly number[]): Int32Array {
  const length = Math.ceil((message.length + 9) / 64) * 16;
  const words = new Int32Array(length);
  [...message, 0x80].forEach((byte, at) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  });
  words[length - 1] = message.length * 8;
  return words;
}
