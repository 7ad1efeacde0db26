import { eq } from "drizzle-orm";
import { officeSecret } from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";

/** The key that signs sessions: the environment's (`CURATE_SECRET`), else one made once and kept in the catalogue. */
export async function sessionSecret(catalogue: Catalogue, given: string | undefined): Promise<string> {
  if (given !== undefined && given.length >= 32) return given;
  const made = [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  await catalogue.insert(officeSecret).values({ id: "session", value: made }).onConflictDoNothing();
  const [row] = await catalogue.select().from(officeSecret).where(eq(officeSecret.id, "session"));
  return row?.value ?? made;
}
