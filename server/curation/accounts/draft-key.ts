import { DirectoryError } from "#server/contract/errors.ts";
import type { Context } from "../context.ts";

/**
 * The key by which the editor locks what was typed and not sent, base64 of 32 bytes. It is one's own, made from the
 * secret that signs sessions, and answered to a living session alone: whoever finds the drafts in a browser cannot
 * read them, and neither can the next person who signs in there. Throws `forbidden` for anything that is not a person.
 */
export async function draftKey({ actor }: Context, secret: string): Promise<string> {
  if (actor.type !== "curator") throw new DirectoryError("forbidden", "Sign in first.");
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    bytes.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const made = await crypto.subtle.sign("HMAC", key, bytes.encode(`unsent changes of ${actor.id}`));
  return btoa(String.fromCharCode(...new Uint8Array(made)));
}
