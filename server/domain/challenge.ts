/**
 * The challenge of a day: the same for everybody, known to nobody before, and remembered nowhere, because the
 * server makes it again from its key when a proof comes in.
 */
import { daySignature, goodDays } from "./day-signature.ts";

/** The challenge of a day (ISO date): 32 hex digits. */
export const challengeOf = (key: string, day: string): Promise<string> => daySignature(key, "proof", day);

/** Challenges that are good at a moment: today's first, and yesterday's, for a page that stood open at midnight. */
export async function goodChallenges(
  key: string,
  at: Date,
): Promise<readonly { readonly day: string; readonly challenge: string }[]> {
  return Promise.all(goodDays(at).map(async (day) => ({ day, challenge: await challengeOf(key, day) })));
}
