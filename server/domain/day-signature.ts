/** Words that the server makes of a day and remembers nowhere: it makes them again from its key when one comes back. */

const encoder = new TextEncoder();
const DAY = 86_400_000;

/** HMAC-SHA-256 of a use and a day (ISO date) under the server's key: its first 32 hex digits. */
export async function daySignature(key: string, use: string, day: string): Promise<string> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", encoder.encode(key), hmac, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", secret, encoder.encode(`${use} ${day}`)));
  return Array.from(signature.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Days in UTC whose words are good at a moment: today, and yesterday for a page that stood open at midnight. */
export function goodDays(at: Date): readonly [today: string, yesterday: string] {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  return [day(at.getTime()), day(at.getTime() - DAY)];
}
