import { beginsWithZeros, proofText } from "#server/domain/proof-of-work.ts";
import { sha256 } from "#server/domain/plain-sha256.ts";

/** Digests between two breaths: about ten milliseconds on an old phone, so that the page never stands still. */
const SLICE = 500;

const breathe = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Counts until a digest over challenge and message begins with enough zero bits. Answers `{challenge}.{nonce}`.
 * It begins anywhere: two people who say the same on one day must not find the same proof.
 * Our own SHA-256, because the browser's answers one digest at a time and much later.
 */
export async function solveProof(challenge: string, message: string, bits: number): Promise<string> {
  const encoder = new TextEncoder();
  const start = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  for (let nonce = start; ; nonce++) {
    if (beginsWithZeros(sha256(encoder.encode(proofText(challenge, message, nonce))), bits))
      return `${challenge}.${nonce}`;
    if ((nonce - start) % SLICE === SLICE - 1) await breathe();
  }
}
