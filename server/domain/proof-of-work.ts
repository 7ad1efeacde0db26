/**
 * A small proof of work in the way of Hashcash: a page counts until a digest begins with enough zero bits, which
 * costs a person nothing and a flood something. It tells nothing about who made it.
 */
import { sha256 } from "./digest.ts";

/** Zero bits that a proof needs: about 16,000 digests, half a second on an old phone. */
export const PROOF_BITS = 14;

/** `{challenge}.{nonce}`: 32 hex digits and a whole number. */
export const PROOF = /^([0-9a-f]{32})\.(\d{1,10})$/u;

/** What a proof is counted over: the challenge, the very message that it goes with, and the number that was found. */
export function proofText(challenge: string, message: string, nonce: number): string {
  return `${challenge}\n${message}\n${nonce}`;
}

/** Whether a digest (hex) begins with at least so many zero bits. */
export function beginsWithZeros(digest: string, bits: number): boolean {
  const whole = Math.floor(bits / 4);
  const rest = bits % 4;
  if (!/^0*$/u.test(digest.slice(0, whole))) return false;
  return rest === 0 || Number.parseInt(digest[whole] ?? "f", 16) < 2 ** (4 - rest);
}

export type ProofVerdict =
  | { readonly ok: true; readonly day: string; readonly mark: number }
  | { readonly ok: false };

/**
 * Checks a proof against the challenges that are still good, each with its day. `mark` is the end of the digest,
 * 16 bits: enough to know a proof again, too little to tell which one or of which day it was.
 */
export async function checkProof(
  proof: string,
  message: string,
  challenges: readonly { readonly day: string; readonly challenge: string }[],
): Promise<ProofVerdict> {
  const [, challenge = "", nonce = ""] = PROOF.exec(proof) ?? [];
  const known = challenges.find((one) => one.challenge === challenge);
  if (known === undefined) return { ok: false };
  const digest = await sha256(proofText(challenge, message, Number(nonce)));
  if (!beginsWithZeros(digest, PROOF_BITS)) return { ok: false };
  return { ok: true, day: known.day, mark: Number.parseInt(digest.slice(-4), 16) };
}
