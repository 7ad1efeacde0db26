import { audit, type FieldChange } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { AuditAction } from "#db/vocabulary.ts";
import { actorName, type Context } from "./context.ts";

export interface AuditEntry {
  readonly action: AuditAction;
  readonly entity: string;
  readonly entityId: string;
  /** Names of fields. */
  readonly changed?: readonly string[];
  readonly detail?: readonly FieldChange[];
  readonly revision?: number;
  readonly reason?: string | null;
}

/** Writes who did what. Belongs into the transaction of the change itself; rows are never changed or deleted. */
export async function writeAudit(tx: CatalogueTx, context: Context, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    changed: [],
    ...entry,
  });
}
