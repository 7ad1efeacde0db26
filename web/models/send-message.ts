import type { ProofChallenge, ReportInput, SuggestionInput } from "#server/contract/messages.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import type { Fetch } from "./fetch-part.ts";
import { solveProof } from "./solve-proof.ts";

/** A message to those who run the list, before its proof. */
export type OutgoingMessage =
  | { readonly to: "/api/reports"; readonly body: Omit<ReportInput, "proof"> }
  | { readonly to: "/api/suggestions"; readonly body: Omit<SuggestionInput, "proof"> };

const CHALLENGE = "/api/reports/challenge";

/**
 * Sends a message with a small proof of work, which stands in for knowing who sends. Answers whether it arrived;
 * false too without internet. Nothing of it stays on the device.
 */
export async function sendMessage({ to, body }: OutgoingMessage, fetch: Fetch): Promise<boolean> {
  const plain = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" } as const;
  try {
    const asked = await fetch(CHALLENGE, plain);
    if (!asked.ok) return false;
    const { challenge, bits } = (await asked.json()) as ProofChallenge;
    const proof = await solveProof(challenge, stableJson(body), bits);
    const sent = await fetch(to, {
      ...plain,
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...body, proof }),
    });
    return sent.ok;
  } catch {
    return false;
  }
}
