/**
 * The challenge of a day: the same for everybody, known to nobody before, and remembered nowhere, because the
 * server makes it again from its key when a proof comes in.
 */

const encoder = new TextEncoder();
const DAY = 86_400_000;

/** A moment's day in UTC, `2026-11-21`. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** HMAC-SHA-256 of a day (ISO date) under the server's key: its first 32 hex digits. */
export async function challengeOf(key: string, day: string): Promise<string> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", encoder.encode(key), hmac, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", secret, encoder.encode(`proof ${day}`)));
  return Array.from(signature.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Challenges that are good at a moment: today's first, and yesterday's, for a page that stood open at midnight. */
export async function goodChallenges(
  key: string,
  at: Date,
): Promise<readonly { readonly day: string; readonly challenge: string }[]> {
  const days = [dayOf(at), dayOf(new Date(at.getTime() - DAY))];
  return Promise.all(days.map(async (day) => ({ day, challenge: await challengeOf(key, day) })));
}
