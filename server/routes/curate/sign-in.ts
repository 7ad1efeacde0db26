import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { AUTH_PATH } from "#server/curation/accounts/auth.ts";
import { countAttempt } from "#server/curation/accounts/attempts.ts";

/** What of better-auth answers at all. Whatever else it or a plugin offers is not there. */
const OPEN = new Set([
  "GET /get-session",
  "POST /sign-out",
  "POST /link",
  "POST /sign-in/email",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
  "POST /two-factor/enable",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
  "POST /passkey/delete-passkey",
]);
/**
 * Where a guess could be made. Links (192 bits) and passkeys cannot be guessed, so they are not counted: nobody can
 * lock everybody out of them by trying.
 */
const GUESSES = new Set([
  "POST /sign-in/email",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
]);

/** Signing in and out, by better-auth behind a short list of paths and a count of tries. */
export const signIn = new Hono<CurateEnv>().all("/*", async (c) => {
  const path = new URL(c.req.url).pathname.slice(AUTH_PATH.length);
  const call = `${c.req.method} ${path}`;
  if (!OPEN.has(call)) throw new DirectoryError("not_found", "There is no such page.");
  const raw = c.req.raw;
  const body = c.req.method === "POST" ? readBody(await raw.clone().text()) : {};
  // A device that is trusted for a month would be a password without its second factor.
  if (body["trustDevice"] === true) throw new DirectoryError("bad_request", "The code is asked every time.");
  if (GUESSES.has(call)) {
    const email = body["email"];
    await countAttempt(c.get("catalogue"), typeof email === "string" ? email : null, c.get("now")());
  }
  return c.get("auth").handler(raw);
});

function readBody(text: string): Readonly<Record<string, unknown>> {
  if (text === "") return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    throw new DirectoryError("bad_request", "The body is not JSON.");
  }
}
