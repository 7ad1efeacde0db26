import { eq } from "drizzle-orm";
import { officeSecret } from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";

type SecretName = (typeof officeSecret.$inferSelect)["id"];

/** A key of the directory; null when none was made yet. */
export async function readSecret(catalogue: Catalogue, id: SecretName): Promise<string | null> {
  const [row] = await catalogue.select().from(officeSecret).where(eq(officeSecret.id, id));
  return row?.value ?? null;
}

/** A key that is made once and kept in the catalogue. Two processes that start together get the same one. */
export async function keepSecret(
  catalogue: Catalogue,
  id: SecretName,
  make: () => string | Promise<string>,
): Promise<string> {
  const kept = await readSecret(catalogue, id);
  if (kept !== null) return kept;
  const made = await make();
  await catalogue.insert(officeSecret).values({ id, value: made }).onConflictDoNothing();
  return (await readSecret(catalogue, id)) ?? made;
}

/** The key that signs sessions: the environment's (`CURATE_SECRET`), else one made once and kept in the catalogue. */
export async function sessionSecret(catalogue: Catalogue, given: string | undefined): Promise<string> {
  if (given !== undefined && given.length >= 32) return given;
  return keepSecret(catalogue, "session", () =>
    [...crypto.getRandomValues(new Uint8Array(32))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join(""),
  );
}
