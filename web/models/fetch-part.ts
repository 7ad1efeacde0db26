import type { BundlePart } from "#server/contract/bundle.ts";

/** Why a part was not taken. `stale`: another version stands now, so the index is worth fetching again. */
export class PartError extends Error {
  override readonly name = "PartError";
  readonly stale: boolean;
  constructor(message: string, stale: boolean) {
    super(message);
    this.stale = stale;
  }
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Hex SHA-256. Where the browser has no `crypto.subtle` (pages not served over HTTPS) our own script does it. */
async function digest(bytes: ArrayBuffer): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    const { sha256 } = await import("#server/domain/plain-sha256.ts");
    return sha256(new Uint8Array(bytes));
  }
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * One part of a bundle, checked and parsed. Throws PartError: `stale` for a wrong hash, 404 and 410, which all
 * mean that the index is of an older version; else for no connection and any other answer.
 */
export async function fetchPart(part: BundlePart, fetch: Fetch, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(part.url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) {
    throw new PartError(`${response.status}`, response.status === 404 || response.status === 410);
  }
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== part.sha256) throw new PartError("hash", true);
  return JSON.parse(new TextDecoder().decode(bytes));
}
