import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { PublicationOptions, PublicationStores } from "#server/publication/apply-publication.ts";
import { writeAudit } from "../audit.ts";
import { type Context, requireAdmin, requirePublisher } from "../context.ts";
import { takeAway } from "../take-away.ts";

/**
 * Puts a listing on the do-not-list: it goes at once, the published side first, and cannot be published while it
 * stands there. Taking it off again is for admins, and publishes nothing. Throws `forbidden`, `not_found`, and
 * `bad_request` without a reason.
 */
export async function setDoNotList(
  context: Context,
  stores: PublicationStores,
  id: string,
  { on, reason }: { readonly on: boolean; readonly reason: string },
  options: PublicationOptions,
): Promise<{ gone: boolean }> {
  if (on) requirePublisher(context);
  else requireAdmin(context);
  if (reason.trim() === "")
    throw new DirectoryError("bad_request", "Say why, in a few words.", { reason: "is missing" });
  const { catalogue } = context;
  const [service] = await catalogue.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  await catalogue.transaction(async (tx) => {
    await tx.update(table.service).set({ doNotList: on }).where(eq(table.service.id, id));
    await writeAudit(tx, context, {
      action: "update",
      entity: "service",
      entityId: id,
      changed: ["doNotList"],
      detail: [{ field: "doNotList", before: service.doNotList, after: on }],
      reason,
    });
  });
  if (!on || service.curationState === "archived") return { gone: true };
  const { gone } = await takeAway(context, stores, id, reason, options, "archived");
  return { gone };
}
