/**
 * Ids of things that have none of their own: UUID version 5 (RFC 9562), the same as `uuidV5` of `domain/digest`,
 * without waiting. A listing has about eighty such ids; the platform's digest answers each after a turn of the
 * event loop, which took 4 ms a listing. SHA-1 here names, it protects nothing.
 */

/** Namespace of every id that is made for other systems. */
const NAMESPACE = "0d3f5f5e-55c5-5d52-8d1c-6b6d61726b77";
const NAMESPACE_BYTES = bytesOf(NAMESPACE);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const encoder = new TextEncoder();

/** The id of the thing with this name. Names are paths such as `{listing}/phone/0`: the same for ever. */
export function nameId(name: string): string {
  const text = encoder.encode(name);
  const message = new Uint8Array(16 + text.length);
  message.set(NAMESPACE_BYTES);
  message.set(text, 16);
  const hash = sha1(message);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  let id = "";
  for (let byte = 0; byte < 16; byte++) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += "-";
    id += HEX[hash[byte] ?? 0] ?? "";
  }
  return id;
}

function bytesOf(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, byte) => Number.parseInt(hex.slice(byte * 2, byte * 2 + 2), 16));
}

/** For the test that compares with the platform's digest. */
export const NAME_ID_NAMESPACE = NAMESPACE;

/** SHA-1 (RFC 3174) of bytes, as bytes. Plain assignments: taking arrays apart in this loop was forty times slower. */
function sha1(message: Uint8Array): Uint8Array {
  const words = paddedWords(message);
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 16; t++) w[t] = at(words, block + t);
    for (let t = 16; t < 80; t++)
      w[t] = rotate(at(w, t - 3) ^ at(w, t - 8) ^ at(w, t - 14) ^ at(w, t - 16), 1);
    addBlock(state, w);
  }
  const hash = new Uint8Array(20);
  for (let byte = 0; byte < 20; byte++) hash[byte] = at(state, byte >> 2) >>> (24 - (byte % 4) * 8);
  return hash;
}

function addBlock(state: Int32Array, w: Int32Array): void {
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  for (let t = 0; t < 80; t++) {
    let mixed: number;
    if (t < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
    else if (t < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
    else if (t < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    else mixed = (b ^ c ^ d) + 0xca62c1d6;
    const next = (rotate(a, 5) + mixed + e + at(w, t)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
}

const at = (words: Int32Array, index: number): number => words[index] ?? 0;

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The message with its end mark and its length in bits, as words of 32 bits. Messages stay below 512 MB. */
function paddedWords(message: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil((message.length + 9) / 64) * 16);
  for (let byte = 0; byte <= message.length; byte++) {
    const value = message[byte] ?? 0x80;
    words[byte >> 2] = at(words, byte >> 2) | (value << (24 - (byte % 4) * 8));
  }
  words[words.length - 1] = message.length * 8;
  return words;
}
