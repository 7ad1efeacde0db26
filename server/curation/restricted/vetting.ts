import { eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { VettingInput } from "#server/contract/curate/restricted.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { numberKey } from "#server/domain/duplicates.ts";
import { fold } from "#server/domain/fold.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requirePublisher } from "../context.ts";
import { withdrawOrganization } from "./access.ts";

/**
 * Writes down the checklist against infiltration (curation): seen in person or vouched for by two listed ones;
 * number called back from an independent source; no phone, address or bank account shared with one that is flagged.
 * Phones and addresses are compared here, whatever was ticked. Answers whether it passed and what is missing; one
 * that does not pass takes access away from its people at once. Throws `forbidden` and `not_found`.
 */
export async function vetOrganization(
  context: Context,
  organizationId: string,
  input: VettingInput,
): Promise<{ passed: boolean; missing: readonly string[] }> {
  requirePublisher(context);
  return context.catalogue.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: table.organization.id })
      .from(table.organization)
      .where(eq(table.organization.id, organizationId));
    if (known === undefined) throw new DirectoryError("not_found", "There is no such organisation.");
    const vouching = await listedOnes(
      tx,
      input.vouchedBy.filter((id) => id !== organizationId),
    );
    const shared = await sharedWithFlagged(tx, organizationId);
    const missing = [
      ...(input.seenInPerson || vouching.length >= 2 ? [] : ["seen-or-vouched"]),
      ...(input.nothingShared ? [] : ["nothing-shared"]),
      ...shared.map((what) => `shared-${what}`),
    ];
    const passed = missing.length === 0;
    await tx.insert(table.organizationVetting).values({
      id: crypto.randomUUID(),
      organizationId,
      at: context.now.toISOString(),
      curator: actorName(context),
      seenInPerson: input.seenInPerson,
      vouchedBy: vouching,
      calledBack: input.calledBack,
      nothingShared: input.nothingShared && shared.length === 0,
      passed,
    });
    await writeAudit(tx, context, {
      action: "create",
      entity: "organization-vetting",
      entityId: organizationId,
      changed: missing,
      reason: passed ? "passed" : "not passed",
    });
    if (!passed) await withdrawOrganization(tx, context, organizationId);
    return { passed, missing };
  });
}

/** Of some organisations those that have a public listing: only they can vouch. */
async function listedOnes(tx: CatalogueTx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: table.service.organizationId, state: table.service.curationState })
    .from(table.service)
    .where(inArray(table.service.organizationId, [...ids]));
  return [
    ...new Set(rows.filter(({ state }) => state === "published" || state === "due").map(({ id }) => id)),
  ].sort();
}

/** Organisations are flagged by a listing that is suspended, not to be listed or not to be referred to. */
async function sharedWithFlagged(tx: CatalogueTx, organizationId: string): Promise<readonly string[]> {
  const services = await tx.select().from(table.service);
  const flagged = new Set(
    services
      .filter((one) => one.doNotList || one.doNotRefer || one.curationState === "suspended")
      .map((one) => one.organizationId)
      .filter((id) => id !== organizationId),
  );
  if (flagged.size === 0) return [];
  const ownerOf = new Map(services.map(({ id, organizationId: owner }) => [id, owner]));
  const locations = await tx.select().from(table.location);
  for (const { id, organizationId: owner } of locations) if (owner !== null) ownerOf.set(id, owner);
  const owner = (id: string) => ownerOf.get(id) ?? id;
  const keys = { phone: new Map<string, Set<string>>(), address: new Map<string, Set<string>>() };
  const add = (kind: keyof typeof keys, organization: string, key: string | null) => {
    if (key === null || key === "") return;
    const known = keys[kind].get(organization) ?? new Set();
    keys[kind].set(organization, known.add(key));
  };
  for (const { entityId, value } of await tx.select().from(table.contact))
    add("phone", owner(entityId), numberKey(value));
  const lines = await tx.select().from(table.translation).where(eq(table.translation.field, "lines"));
  for (const { entityId, text } of lines) add("address", owner(entityId), fold(text));
  return (["phone", "address"] as const).filter((kind) => {
    const own = keys[kind].get(organizationId) ?? new Set<string>();
    return [...flagged].some((id) => [...(keys[kind].get(id) ?? [])].some((key) => own.has(key)));
  });
}
