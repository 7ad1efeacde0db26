import { desc, eq, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { HistoryEntry, ListingDetail } from "#server/contract/curate/listing-detail.ts";
import { type Context, requireEditorOf } from "./context.ts";
import { curatorNames } from "./curator-names.ts";
import { publicState } from "./list-listings.ts";
import { readForm } from "./listing-form/read-form.ts";

/** One listing for the editor, with its history. Throws `not_found` and `forbidden`. */
export async function readListing(context: Context, id: string): Promise<ListingDetail> {
  const { catalogue } = context;
  const { service, form } = await readForm(catalogue, id);
  requireEditorOf(context, service.organizationId);
  const [wished] = await catalogue.select().from(table.outbox).where(eq(table.outbox.serviceId, id));
  const calls = await catalogue
    .select()
    .from(table.checkCall)
    .where(eq(table.checkCall.serviceId, id))
    .orderBy(desc(table.checkCall.at));
  const verified = await catalogue
    .select()
    .from(table.verification)
    .where(eq(table.verification.serviceId, id))
    .orderBy(desc(table.verification.verifiedOn));
  const names = await curatorNames(catalogue);
  const requests = await catalogue.select().from(table.addressRequest);
  return {
    id,
    code: service.code,
    name: service.name,
    language: service.language,
    organizationId: service.organizationId,
    state: service.curationState,
    stateReason: service.stateReason,
    publicState: publicState(service.curationState, wished),
    revision: service.revision,
    cameOn: service.cameOn,
    demo: service.demo === "yes",
    form,
    calls: calls.map((call) => ({ ...call, curator: names(call.curator) })),
    verified: verified.map(({ verifiedOn, byRole, channel }) => ({ on: verifiedOn, byRole, channel })),
    addressRequests: requests
      .filter(({ locationId }) => Object.hasOwn(form, `place:${locationId}`))
      .map((request) => ({ ...request, byName: names(request.askedBy) })),
    history: await readHistory(catalogue, id, names),
    names: Object.fromEntries(
      (await catalogue.select({ id: table.curator.id }).from(table.curator)).map((who) => [
        who.id,
        names(who.id),
      ]),
    ),
  };
}

async function readHistory(
  tx: CatalogueTx,
  id: string,
  names: (id: string) => string,
): Promise<readonly HistoryEntry[]> {
  const rows = await tx
    .select()
    .from(table.audit)
    .where(eq(table.audit.entityId, id))
    .orderBy(desc(table.audit.at), sql`rowid desc`)
    .limit(200);
  return rows.map(({ at, actor, action, entity, changed, detail, revision, reason }) => ({
    at,
    by: names(actor),
    action,
    entity,
    changed,
    detail: detail ?? [],
    revision,
    reason,
  }));
}
