import { eq } from "drizzle-orm";
import { audit, officeSecret } from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";
import { makeSealingKey } from "#server/sealing/sealed.ts";
import { actorName, type Context, requireAdmin } from "../context.ts";
import { keepSecret, readSecret } from "./office-secret.ts";

/**
 * The recovery key opens backups and a catalogue that moves house. It is shown once, when it is made, and kept
 * nowhere: the catalogue holds its recipient alone, which seals and cannot open.
 */

/** What backups are sealed for; null when no recovery key was made yet. */
export const readRecipient = (catalogue: Catalogue): Promise<string | null> =>
  readSecret(catalogue, "recovery");

/** Makes the recovery key of a directory that has none. Answers it once, to be shown; null when there is one. */
export async function firstRecoveryKey(catalogue: Catalogue): Promise<string | null> {
  if ((await readRecipient(catalogue)) !== null) return null;
  const made = await makeSealingKey();
  const kept = await keepSecret(catalogue, "recovery", () => made.recipient);
  return kept === made.recipient ? made.key : null;
}

/** Makes another recovery key. What was sealed before still needs the earlier one. */
export async function newRecoveryKey(context: Context): Promise<string> {
  requireAdmin(context);
  const { key, recipient } = await makeSealingKey();
  await context.catalogue.transaction(async (tx) => {
    await tx.delete(officeSecret).where(eq(officeSecret.id, "recovery"));
    await tx.insert(officeSecret).values({ id: "recovery", value: recipient });
    await tx.insert(audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "update",
      entity: "directory",
      entityId: "recovery-key",
      changed: ["recoveryKey"],
    });
  });
  return key;
}
