import { eq } from "drizzle-orm";
import * as v from "valibot";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import { CRITICAL_FIELDS } from "#db/vocabulary.ts";
import { CallInput } from "#server/contract/curate/workflow.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { checkedOn, type Confirmation } from "#server/domain/freshness.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireEditor, requireEditorOf } from "./context.ts";
import { PUBLIC_STATES } from "./save-listing.ts";

/**
 * Writes down a try to check a listing with the service, and which critical fields somebody there confirmed. Once
 * all seven are confirmed the listing counts as checked, since the oldest of those confirmations. Throws
 * `forbidden`, `not_found`, and `bad_request` when fields are confirmed by nobody.
 */
export async function recordCall(
  context: Context,
  id: string,
  input: v.InferInput<typeof CallInput>,
): Promise<{ checkedOn: string | null }> {
  requireEditor(context);
  const read = v.safeParse(CallInput, input);
  if (!read.success) throw new DirectoryError("bad_request", "Something about the call is not valid.");
  const call = read.output;
  if (call.fields.length > 0 && (call.outcome !== "reached" || call.byRole === undefined))
    throw new DirectoryError("bad_request", "Say who at the service confirmed it: their role is enough.", {
      byRole: "is missing",
    });
  return context.catalogue.transaction(async (tx) => {
    const [service] = await tx.select().from(table.service).where(eq(table.service.id, id));
    if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
    requireEditorOf(context, service.organizationId);
    await tx.insert(table.checkCall).values({
      id: crypto.randomUUID(),
      serviceId: id,
      at: context.now.toISOString(),
      curator: actorName(context),
      outcome: call.outcome,
      channel: call.channel,
      byRole: call.byRole ?? null,
      byName: call.byName ?? null,
      fields: [...new Set(call.fields)],
      note: call.note ?? null,
    });
    await tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "create",
      entity: "check",
      entityId: id,
      changed: call.fields,
      reason: call.outcome,
    });
    const on = checkedOn(await confirmationsOf(tx, id));
    if (on !== null && call.fields.length > 0) await keepCheck(tx, service, on, call);
    return { checkedOn: on };
  });
}

/** What was confirmed when: by calls, and by full checks that came in with the listing. */
export async function confirmationsOf(tx: CatalogueTx, serviceId: string): Promise<readonly Confirmation[]> {
  const calls = await tx.select().from(table.checkCall).where(eq(table.checkCall.serviceId, serviceId));
  const full = await tx.select().from(table.verification).where(eq(table.verification.serviceId, serviceId));
  return [
    ...calls.map(({ at, fields }) => ({ on: at.slice(0, 10), fields })),
    ...full.map(({ verifiedOn }) => ({ on: verifiedOn, fields: CRITICAL_FIELDS })),
  ];
}

async function keepCheck(
  tx: CatalogueTx,
  service: table.ServiceRow,
  on: string,
  { byRole = "", channel }: v.InferOutput<typeof CallInput>,
): Promise<void> {
  const row = { id: `${service.id}/verified/${on}`, serviceId: service.id, verifiedOn: on, byRole, channel };
  await tx.insert(table.verification).values(row).onConflictDoNothing();
  if (!PUBLIC_STATES.includes(service.curationState)) return;
  await wish(tx, [service.id], "public");
}
