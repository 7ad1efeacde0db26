import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { AppealView } from "#server/contract/curate/governance.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireEditorOf, requirePublisher, today } from "../context.ts";
import { curatorNames } from "../curator-names.ts";

/** Days within which an appeal is answered. */
export const APPEAL_DAYS = 30;
const DAY = 86_400_000;

/** Writes down that a service disagrees with a decision. Throws `forbidden` and `not_found`. */
export async function openAppeal(
  context: Context,
  serviceId: string,
  { byRole, what }: { readonly byRole: string; readonly what: string },
): Promise<{ id: string; dueOn: string }> {
  const [service] = await context.catalogue
    .select()
    .from(table.service)
    .where(eq(table.service.id, serviceId));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
  const id = crypto.randomUUID();
  const dueOn = new Date(context.now.getTime() + APPEAL_DAYS * DAY).toISOString().slice(0, 10);
  await context.catalogue.transaction(async (tx) => {
    await tx.insert(table.appeal).values({
      id,
      serviceId,
      at: context.now.toISOString(),
      curator: actorName(context),
      byRole,
      what,
      dueOn,
    });
    await writeAudit(tx, context, {
      action: "create",
      entity: "appeal",
      entityId: serviceId,
      changed: ["appeal"],
      reason: `to be answered by ${dueOn}`,
    });
  });
  return { id, dueOn };
}

/**
 * Answers an appeal. Somebody else than whoever decided last about the listing's state does it. It changes nothing
 * of the listing by itself. Throws `forbidden`, `not_found`, and `conflict` when it was answered before.
 */
export async function decideAppeal(
  context: Context,
  id: string,
  { outcome, answer }: { readonly outcome: "upheld" | "declined"; readonly answer: string },
): Promise<void> {
  requirePublisher(context);
  const me = actorName(context);
  await context.catalogue.transaction(async (tx) => {
    const [row] = await tx.select().from(table.appeal).where(eq(table.appeal.id, id));
    if (row === undefined) throw new DirectoryError("not_found", "There is no such appeal.");
    if (row.outcome !== null) throw new DirectoryError("conflict", "This appeal was answered already.");
    const history = await tx
      .select()
      .from(table.audit)
      .where(eq(table.audit.entityId, row.serviceId))
      .orderBy(desc(table.audit.at), sql`rowid desc`);
    const decided = history.find(({ changed }) => changed.includes("curationState"));
    if (decided?.actor === me)
      throw new DirectoryError("forbidden", "Somebody else answers this: you took the decision.");
    await tx
      .update(table.appeal)
      .set({ outcome, answer, decidedBy: me, decidedAt: context.now.toISOString() })
      .where(eq(table.appeal.id, id));
    await writeAudit(tx, context, {
      action: "update",
      entity: "appeal",
      entityId: row.serviceId,
      changed: ["appeal"],
      reason: outcome,
    });
  });
}

/** Appeals that wait for an answer, the one due first on top. Throws `forbidden`. */
export async function listAppeals(context: Context): Promise<readonly AppealView[]> {
  requirePublisher(context);
  return readAppeals(context, null);
}

/** Appeals of one listing, or all that are open. The caller has checked who asks. */
export async function readAppeals(
  context: Context,
  serviceId: string | null,
): Promise<readonly AppealView[]> {
  const names = await curatorNames(context.catalogue);
  const rows = await context.catalogue
    .select({ appeal: table.appeal, code: table.service.code, name: table.service.name })
    .from(table.appeal)
    .innerJoin(table.service, eq(table.service.id, table.appeal.serviceId))
    .where(serviceId === null ? isNull(table.appeal.outcome) : eq(table.appeal.serviceId, serviceId))
    .orderBy(asc(table.appeal.dueOn));
  return rows.map(({ appeal, code, name }) => ({
    id: appeal.id,
    listing: { id: appeal.serviceId, code, name },
    at: appeal.at,
    byRole: appeal.byRole,
    what: appeal.what,
    dueOn: appeal.dueOn,
    left: Math.round((Date.parse(appeal.dueOn) - Date.parse(today(context))) / DAY),
    outcome: appeal.outcome,
    answer: appeal.answer,
    decidedBy: appeal.decidedBy === null ? null : names(appeal.decidedBy),
  }));
}
