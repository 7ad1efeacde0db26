import { desc, eq, sql } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { MoveInput, Moved } from "#server/contract/curate/workflow.ts";
import { type InclusionPolicy, policyInForce } from "#server/contract/inclusion-policy.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { obstaclesTo } from "#server/domain/publishable.ts";
import { moveTo } from "#server/domain/workflow.ts";
import {
  applyPublication,
  publishingContext,
  type PublicationOptions,
  type PublicationStores,
} from "#server/publication/apply-publication.ts";
import { loadListings } from "#server/publication/load-listings.ts";
import { readSettings } from "#server/publication/settings.ts";
import { wish } from "#server/publication/wishes.ts";
import { actorName, type Context, requireEditorOf, requirePublisher, today } from "./context.ts";
import { writeAudit } from "./audit.ts";
import { keepConsent, readConsent } from "./governance/consent.ts";
import { hideRefused } from "./hide-refused.ts";
import { endRedirect } from "./merge-listings.ts";
import { takeAway } from "./take-away.ts";

/**
 * Takes a listing one step on in the workflow (`domain/workflow.ts`). Publishing asks for the criteria checklist
 * and for nothing standing in the way; taking away goes to the published side first. Throws `forbidden`,
 * `not_found`, `conflict` for a step that does not lead on from here, and `bad_request` for a missing reason or
 * criterion or an obstacle, which are named.
 */
export async function moveListing(
  context: Context,
  stores: PublicationStores,
  id: string,
  input: MoveInput,
  options: PublicationOptions,
): Promise<Moved> {
  const { catalogue } = context;
  const [service] = await catalogue.select().from(table.service).where(eq(table.service.id, id));
  if (service === undefined) throw new DirectoryError("not_found", "There is no listing with this id.");
  requireEditorOf(context, service.organizationId);
  const step = moveTo(service.curationState, input.to);
  if (step === null) throw new DirectoryError("conflict", "This step does not lead on from here.");
  if (step.who === "publisher") requirePublisher(context);
  const reason = input.reason?.trim() ?? "";
  if (step.reason && reason === "")
    throw new DirectoryError("bad_request", "Say why, in a few words.", { reason: "is missing" });
  if (step.takesAway) {
    const to = input.to === "hidden" || input.to === "archived" ? input.to : "suspended";
    const { gone } = await takeAway(context, stores, id, reason, options, to);
    return { state: to, carried: gone };
  }
  const waits = await catalogue.transaction(async (tx) => {
    if (input.to === "published") {
      await allowPublishing(tx, context, service, input, options);
      if (await needsSecondPerson(tx, context, id)) return true;
    } else await tx.delete(table.publishRequest).where(eq(table.publishRequest.serviceId, id));
    if (service.curationState === "archived") await endRedirect(tx, id);
    await tx
      .update(table.service)
      .set({ curationState: input.to, stateReason: reason === "" ? null : reason })
      .where(eq(table.service.id, id));
    await tx.insert(table.audit).values({
      id: crypto.randomUUID(),
      at: context.now.toISOString(),
      actor: actorName(context),
      action: input.to === "published" ? "publish" : "update",
      entity: "service",
      entityId: id,
      changed: ["curationState"],
      detail: [{ field: "curationState", before: service.curationState, after: input.to }],
      reason: reason === "" ? null : reason,
    });
    if (input.to === "published") await wish(tx, [id], "public");
    return false;
  });
  if (waits) return { state: service.curationState, carried: true, waits: true };
  return { state: input.to, carried: input.to !== "published" || (await carry(stores, options)) };
}

/**
 * Carries wishes over. What is wished public and may not be is not there any more: its state says so (`hideRefused`).
 * False: the published side could not be reached; the wishes stay.
 */
export async function carry(stores: PublicationStores, options: PublicationOptions): Promise<boolean> {
  try {
    const { refused } = await applyPublication(stores, options);
    await hideRefused(stores.catalogue, refused, options.today);
    return true;
  } catch {
    return false;
  }
}

async function allowPublishing(
  tx: CatalogueTx,
  context: Context,
  { id, organizationId }: table.ServiceRow,
  input: MoveInput,
  { areas }: PublicationOptions,
): Promise<void> {
  const policy = policyInForce((await readSettings(tx)).policies);
  await keepCriteria(tx, context, id, policy, input.criteria ?? []);
  if (policy.criteria.some(({ code }) => code === "consent"))
    await requireConsent(tx, context, organizationId, input.consent);
  const rules = publishingContext(areas, await readSettings(tx));
  for await (const [listing] of loadListings(tx, [id])) {
    const obstacles = listing === undefined ? [] : obstaclesTo(listing, rules, today(context));
    if (obstacles.length > 0)
      throw new DirectoryError(
        "bad_request",
        `It cannot be published yet. ${obstacles.map(({ message }) => message).join(" ")}`,
        Object.fromEntries(obstacles.map(({ code, message }) => [code, message])),
      );
  }
}

/** The organisation's consent stands, or comes with this step; one that was taken back does not. */
async function requireConsent(
  tx: CatalogueTx,
  context: Context,
  organizationId: string,
  given: MoveInput["consent"],
): Promise<void> {
  if (given !== undefined) return keepConsent(tx, context, organizationId, "given", given);
  if ((await readConsent(tx, organizationId))?.state === "given") return;
  throw new DirectoryError("bad_request", "Ask the organisation whether it agrees to be listed.", {
    consent: "is missing",
  });
}

/**
 * Where a directory asks for two people: the first one's wish to publish is written down, and a second one's step
 * publishes. True while the second is missing.
 */
async function needsSecondPerson(tx: CatalogueTx, context: Context, serviceId: string): Promise<boolean> {
  if (!(await readSettings(tx)).twoPersonPublishing) return false;
  const me = actorName(context);
  const [request] = await tx
    .select()
    .from(table.publishRequest)
    .where(eq(table.publishRequest.serviceId, serviceId));
  if (request !== undefined && request.askedBy !== me) {
    await tx.delete(table.publishRequest).where(eq(table.publishRequest.serviceId, serviceId));
    return false;
  }
  if (request === undefined) {
    await tx
      .insert(table.publishRequest)
      .values({ serviceId, askedBy: me, askedAt: context.now.toISOString() });
    await writeAudit(tx, context, {
      action: "create",
      entity: "publish-request",
      entityId: serviceId,
      reason: "a second person has to agree",
    });
  }
  return true;
}

/** Writes the checklist down, or takes the one that stands for this version of the policy. */
async function keepCriteria(
  tx: CatalogueTx,
  context: Context,
  serviceId: string,
  policy: InclusionPolicy,
  met: readonly string[],
): Promise<void> {
  const criteria = policy.criteria.map(({ code }) => code);
  const [last] = await tx
    .select()
    .from(table.criteriaCheck)
    .where(eq(table.criteriaCheck.serviceId, serviceId))
    .orderBy(desc(table.criteriaCheck.at), sql`rowid desc`)
    .limit(1);
  const known = last?.policyVersion === policy.version ? last.met : [];
  const missing = criteria.filter((code) => !met.includes(code) && !known.includes(code));
  if (missing.length > 0)
    throw new DirectoryError(
      "bad_request",
      "Go through the checklist first.",
      Object.fromEntries(missing.map((code) => [code, "is not confirmed"])),
    );
  if (met.length === 0) return;
  await tx.insert(table.criteriaCheck).values({
    id: crypto.randomUUID(),
    serviceId,
    at: context.now.toISOString(),
    curator: actorName(context),
    policyVersion: policy.version,
    met: criteria,
  });
}
