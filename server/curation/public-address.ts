import { eq, inArray } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { AddressRequestView } from "#server/contract/curate/inbox.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { wish } from "#server/publication/wishes.ts";
import {
  requireEditor,
  actorName,
  type Context,
  ownOrganization,
  requireEditorOf,
  requirePublisher,
  requireTimer,
} from "./context.ts";
import { curatorNames } from "./curator-names.ts";
import { PUBLIC_STATES } from "./save-listing.ts";

/** How long one curator alone waits, with the notice in sight (curation: "Who may see what"). */
export const ALONE_MS = 86_400_000;

/** Asks to make the address of a place public. Nothing becomes public by it. */
export async function askPublicAddress(context: Context, locationId: string, reason: string): Promise<void> {
  requireEditor(context);
  const { catalogue } = context;
  const place = await placeOf(catalogue, locationId);
  requireEditorOf(context, place.organizationId);
  if (place.privacy === "public") throw new DirectoryError("conflict", "This address is public already.");
  if (reason.trim() === "")
    throw new DirectoryError("bad_request", "Say why, in a few words.", { reason: "is missing" });
  await catalogue.transaction(async (tx) => {
    const row = {
      locationId,
      askedBy: actorName(context),
      askedAt: context.now.toISOString(),
      reason: reason.trim(),
    };
    await tx
      .insert(table.addressRequest)
      .values(row)
      .onConflictDoUpdate({ target: table.addressRequest.locationId, set: row });
    await record(tx, context, "create", locationId, reason);
  });
}

/** A second person agrees: the address becomes public. Whoever asked may not agree to it. */
export async function agreePublicAddress(context: Context, locationId: string): Promise<void> {
  requirePublisher(context);
  const request = await requestOf(context.catalogue, locationId);
  if (request.askedBy === actorName(context))
    throw new DirectoryError("forbidden", "A second person must agree to it.");
  await context.catalogue.transaction((tx) => makePublic(tx, context, locationId, request.reason));
}

/** Takes a request back, or refuses it. Anybody who edits may. */
export async function refusePublicAddress(context: Context, locationId: string): Promise<void> {
  requireEditor(context);
  const place = await placeOf(context.catalogue, locationId);
  requireEditorOf(context, place.organizationId);
  await requestOf(context.catalogue, locationId);
  await context.catalogue.transaction(async (tx) => {
    await tx.delete(table.addressRequest).where(eq(table.addressRequest.locationId, locationId));
    await record(tx, context, "delete", locationId, null);
  });
}

/** Carries out what has waited for 24 hours where one curator works alone. Run by the timer. */
export async function keepAddressRequests(context: Context): Promise<readonly string[]> {
  requireTimer(context);
  if (!(await worksAlone(context.catalogue))) return [];
  const requests = await context.catalogue.select().from(table.addressRequest);
  const ripe = requests.filter(({ askedAt }) => context.now.getTime() - Date.parse(askedAt) >= ALONE_MS);
  for (const { locationId, reason } of ripe)
    await context.catalogue.transaction((tx) => makePublic(tx, context, locationId, reason));
  return ripe.map(({ locationId }) => locationId);
}

/** Requests that wait, for the notice that nobody can hide. */
export async function listAddressRequests(context: Context): Promise<readonly AddressRequestView[]> {
  const { catalogue } = context;
  const own = ownOrganization(context);
  const names = await curatorNames(catalogue);
  const alone = await worksAlone(catalogue);
  const rows = await catalogue
    .select()
    .from(table.addressRequest)
    .innerJoin(table.location, eq(table.location.id, table.addressRequest.locationId))
    .innerJoin(table.organization, eq(table.organization.id, table.location.organizationId));
  return rows
    .filter(({ organization }) => own === null || own === organization.id)
    .map(({ address_request: request, location, organization }) => ({
      locationId: request.locationId,
      place: location.name ?? "",
      organization: organization.name,
      askedBy: names(request.askedBy),
      mine: request.askedBy === actorName(context),
      askedAt: request.askedAt,
      reason: request.reason,
      alone: alone ? new Date(Date.parse(request.askedAt) + ALONE_MS).toISOString() : null,
    }));
}

/** Whether nobody but one person could agree. */
async function worksAlone(tx: CatalogueTx): Promise<boolean> {
  const rows = await tx
    .select({ disabled: table.curator.disabled })
    .from(table.curator)
    .where(inArray(table.curator.role, ["admin", "publisher"]));
  return rows.filter(({ disabled }) => !disabled).length < 2;
}

async function makePublic(
  tx: CatalogueTx,
  context: Context,
  locationId: string,
  reason: string,
): Promise<void> {
  await tx
    .update(table.location)
    .set({ privacy: "public", privacySetBy: "person" })
    .where(eq(table.location.id, locationId));
  await tx.delete(table.addressRequest).where(eq(table.addressRequest.locationId, locationId));
  await record(tx, context, "publish", locationId, reason);
  const placed = await tx
    .select({ id: table.service.id, state: table.service.curationState })
    .from(table.serviceAtLocation)
    .innerJoin(table.service, eq(table.service.id, table.serviceAtLocation.serviceId))
    .where(eq(table.serviceAtLocation.locationId, locationId));
  await wish(
    tx,
    placed.filter(({ state }) => PUBLIC_STATES.includes(state)).map(({ id }) => id),
    "public",
  );
}

async function placeOf(tx: CatalogueTx, locationId: string) {
  const [place] = await tx.select().from(table.location).where(eq(table.location.id, locationId));
  if (place === undefined) throw new DirectoryError("not_found", "There is no such place.");
  return place;
}

async function requestOf(tx: CatalogueTx, locationId: string) {
  const [request] = await tx
    .select()
    .from(table.addressRequest)
    .where(eq(table.addressRequest.locationId, locationId));
  if (request === undefined) throw new DirectoryError("not_found", "Nobody has asked for this.");
  return request;
}

async function record(
  tx: CatalogueTx,
  context: Context,
  action: "create" | "delete" | "publish",
  locationId: string,
  reason: string | null,
): Promise<void> {
  await tx.insert(table.audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action,
    entity: "address",
    entityId: locationId,
    changed: ["privacy"],
    reason,
  });
}
