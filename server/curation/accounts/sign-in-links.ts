import { and, between, eq, lt } from "drizzle-orm";
import { signInLink } from "#db/schema/catalogue/index.ts";
import type { Catalogue, CatalogueTx } from "#db/stores.ts";
import { sha256 } from "#server/domain/digest.ts";

/** A link is good for three days, and once. */
const LIFE_MS = 3 * 86_400_000;

/** One that would live longer was made while a clock was ahead. */
const SLACK_MS = 3_600_000;

/** Makes a one-time link for an account; earlier ones stop working. Answers its token, which is kept nowhere. */
export async function makeSignInLink(tx: CatalogueTx, curatorId: string, now: Date): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const token = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  await tx.delete(signInLink).where(eq(signInLink.curatorId, curatorId));
  await tx.insert(signInLink).values({
    digest: await sha256(token),
    curatorId,
    expiresAt: new Date(now.getTime() + LIFE_MS).toISOString(),
  });
  return token;
}

/** Uses a link up: whose it is, or null when it was used, is too old, or never was. */
export async function takeSignInLink(catalogue: Catalogue, token: string, now: Date): Promise<string | null> {
  const at = now.toISOString();
  const latest = new Date(now.getTime() + LIFE_MS + SLACK_MS).toISOString();
  await catalogue.delete(signInLink).where(lt(signInLink.expiresAt, at));
  const [taken] = await catalogue
    .delete(signInLink)
    .where(and(eq(signInLink.digest, await sha256(token)), between(signInLink.expiresAt, at, latest)))
    .returning({ curatorId: signInLink.curatorId });
  return taken?.curatorId ?? null;
}

/** The address of a link. The token stands in the fragment, which no server ever sees. */
export const linkAddress = (origin: string, token: string): string => `${origin}/curate#link=${token}`;
