import { eq } from "drizzle-orm";
import { audit, publishRequest, service } from "#db/schema/catalogue/index.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { readShortCode } from "#server/domain/short-code.ts";
import {
  applyPublication,
  type PublicationOptions,
  type PublicationStores,
} from "#server/publication/apply-publication.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireEditor, requireEditorOf, requirePublisher } from "./context.ts";

export interface TakenAway {
  readonly id: string;
  readonly code: string;
  /** False: STILL PUBLIC, and tried again at the next start and by the timer. */
  readonly gone: boolean;
}

/**
 * Takes one listing away at once (architecture: "Taking away"): the wish and the state are
 * written in one transaction, then the published side is changed. If it cannot be reached the answer says so, and the
 * wish stays until it is done: as long as it stands, the listing is STILL PUBLIC whatever its state says. One
 * transaction, because a process that ended between the two would leave a listing that is gone and that the next
 * edit publishes again. Whoever edits may suspend; to hide or archive takes a publisher. `idOrCode` is an id or a short code; throws `not_found` for neither.
 */
export async function takeAway(
  context: Context,
  stores: PublicationStores,
  idOrCode: string,
  reason: string,
  options: PublicationOptions,
  to: "suspended" | "hidden" | "archived" = "suspended",
): Promise<TakenAway> {
  requireEditor(context);
  if (to !== "suspended") requirePublisher(context);
  if (reason.trim() === "")
    throw new DirectoryError("bad_request", "Say why, in a few words.", { reason: "is missing" });
  const { id, code, organizationId } = await findService(context, idOrCode);
  requireEditorOf(context, organizationId);
  await context.catalogue.transaction(async (tx) => {
    await wish(tx, [id], "gone");
    await tx.update(service).set({ curationState: to, stateReason: reason }).where(eq(service.id, id));
    await tx.delete(publishRequest).where(eq(publishRequest.serviceId, id));
    await tx.insert(audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: "take-away",
      entity: "service",
      entityId: id,
      changed: ["curationState"],
      detail: [{ field: "curationState", before: null, after: to }],
      reason,
    });
  });
  let gone = true;
  try {
    await applyPublication(stores, options);
  } catch {
    // Whatever stopped it, the wish stands and is tried again; what the caller must know is that it is still public.
    gone = false;
  }
  return { id, code, gone };
}

async function findService(
  { catalogue }: Context,
  idOrCode: string,
): Promise<{ id: string; code: string; organizationId: string }> {
  const code = readShortCode(idOrCode);
  const where = code === null ? eq(service.id, idOrCode) : eq(service.code, code);
  const [row] = await catalogue
    .select({ id: service.id, code: service.code, organizationId: service.organizationId })
    .from(service)
    .where(where);
  if (row === undefined) throw new DirectoryError("not_found", "There is no listing with this id or code.");
  return row;
}
