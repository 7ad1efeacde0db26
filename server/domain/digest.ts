/** Digests by the platform's own Web Crypto, the same on Node, workerd and in a browser. */
import { sha256 as plainly } from "./plain-sha256.ts";

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("");

/** SHA-256 in hex of a text (as UTF-8) or bytes. Browsers on an origin without HTTPS have no Web Crypto: slower there. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const subtle = globalThis.crypto?.subtle;
  return subtle === undefined ? plainly(bytes) : hex(await subtle.digest("SHA-256", bytes));
}

/** RFC 9562 name-based UUID (version 5), of a namespace UUID and a name. */
export async function uuidV5(namespace: string, name: string): Promise<string> {
  const space = namespace.replace(/-/gu, "");
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(space.slice(i * 2, i * 2 + 2), 16));
  const text = new TextEncoder().encode(name);
  const both = new Uint8Array(16 + text.length);
  both.set(bytes);
  both.set(text, 16);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", both)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const plain = hex(hash.buffer);
  return `${plain.slice(0, 8)}-${plain.slice(8, 12)}-${plain.slice(12, 16)}-${plain.slice(16, 20)}-${plain.slice(20)}`;
}
