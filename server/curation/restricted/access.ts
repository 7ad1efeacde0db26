import { and, eq, isNull } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { AccessPage, AskAccessInput } from "#server/contract/curate/restricted.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { checkEnd } from "../accounts/practitioner-term.ts";
import { writeAudit } from "../audit.ts";
import { actorName, type Context, requireAdmin, requirePublisher, today } from "../context.ts";
import { curatorNames } from "../curator-names.ts";
import { isVetted } from "./is-vetted.ts";

/**
 * Asks that a practitioner may open areas of the restricted tier until a day. Somebody else grants it. Asking again
 * takes back what was granted: other areas or another year are a new decision. Throws `forbidden`, `not_found`,
 * and `bad_request` for an area that is none, an end that is past or more than 12 months away, or an account that
 * names no person and no organisation.
 */
export async function askAccess(
  context: Context,
  areas: AreaIndex,
  curatorId: string,
  input: AskAccessInput,
): Promise<void> {
  requireAdmin(context);
  checkEnd(context, input.endsOn);
  const unknown = input.areas.filter((code) => areas.get(code) === undefined);
  if (unknown.length > 0)
    throw new DirectoryError("bad_request", "Choose areas that are in the list.", { areas: "is not valid" });
  await context.catalogue.transaction(async (tx) => {
    const who = await findPractitioner(tx, curatorId);
    if (who.organizationId === null || who.name.trim() === "" || who.name === who.email)
      throw new DirectoryError("bad_request", "The account must name a person and an organisation first.", {
        organizationId: "is missing",
      });
    const row = {
      curatorId,
      areas: [...new Set(input.areas)].sort(),
      askedBy: actorName(context),
      askedAt: context.now.toISOString(),
      grantedBy: null,
      grantedAt: null,
      withdrawnBy: null,
      withdrawnAt: null,
    };
    await tx
      .insert(table.practitionerAccess)
      .values(row)
      .onConflictDoUpdate({ target: table.practitionerAccess.curatorId, set: row });
    await tx
      .update(table.curator)
      .set({ endsOn: input.endsOn, updatedAt: context.now })
      .where(eq(table.curator.id, curatorId));
    await writeAudit(tx, context, {
      action: "create",
      entity: "practitioner-access",
      entityId: curatorId,
      changed: ["areas", "endsOn"],
      reason: `asked for ${row.areas.join(", ")} until ${input.endsOn}`,
    });
  });
}

/**
 * Grants what somebody else asked for. Throws `forbidden` for whoever asked it, `conflict` when nothing waits, and
 * `bad_request` while the organisation has not passed the checklist against infiltration.
 */
export async function grantAccess(context: Context, curatorId: string): Promise<void> {
  requirePublisher(context);
  const me = actorName(context);
  await context.catalogue.transaction(async (tx) => {
    const who = await findPractitioner(tx, curatorId);
    const access = await readAccess(tx, curatorId);
    if (access === null || access.grantedAt !== null || access.withdrawnAt !== null)
      throw new DirectoryError("conflict", "Nothing waits to be granted here.");
    if (access.askedBy === me || context.actor.type !== "curator")
      throw new DirectoryError("forbidden", "A second person grants this: you asked for it.");
    if (who.organizationId === null || !(await isVetted(tx, who.organizationId)))
      throw new DirectoryError("bad_request", "Go through the checklist for the organisation first.", {
        organization: "has not passed the checklist",
      });
    await tx
      .update(table.practitionerAccess)
      .set({ grantedBy: me, grantedAt: context.now.toISOString() })
      .where(eq(table.practitionerAccess.curatorId, curatorId));
    await writeAudit(tx, context, {
      action: "update",
      entity: "practitioner-access",
      entityId: curatorId,
      changed: ["grantedBy"],
      reason: `granted ${access.areas.join(", ")}`,
    });
  });
}

/** Takes access away at once; one person is enough. Throws `forbidden` and `not_found`. */
export async function withdrawAccess(context: Context, curatorId: string, reason: string): Promise<void> {
  requirePublisher(context);
  await context.catalogue.transaction(async (tx) => {
    const access = await readAccess(tx, curatorId);
    if (access === null) throw new DirectoryError("not_found", "This account has no access to withdraw.");
    await tx
      .update(table.practitionerAccess)
      .set({ withdrawnBy: actorName(context), withdrawnAt: context.now.toISOString() })
      .where(eq(table.practitionerAccess.curatorId, curatorId));
    await tx.delete(table.curatorSession).where(eq(table.curatorSession.userId, curatorId));
    await writeAudit(tx, context, {
      action: "update",
      entity: "practitioner-access",
      entityId: curatorId,
      changed: ["withdrawnBy"],
      reason: reason.trim() === "" ? "withdrawn" : reason.trim(),
    });
  });
}

/** Every access there is or was, and areas that somebody waits for. Throws `forbidden`. */
export async function listAccess(context: Context): Promise<AccessPage> {
  requirePublisher(context);
  const { catalogue } = context;
  const names = await curatorNames(catalogue);
  const rows = await catalogue
    .select({ access: table.practitionerAccess, who: table.curator })
    .from(table.practitionerAccess)
    .innerJoin(table.curator, eq(table.curator.id, table.practitionerAccess.curatorId))
    .orderBy(table.curator.number);
  const organizations = new Map(
    (
      await catalogue
        .select({ id: table.organization.id, name: table.organization.name })
        .from(table.organization)
    ).map((row) => [row.id, row]),
  );
  const vetted = new Map<string, boolean>();
  for (const { who } of rows)
    if (who.organizationId !== null && !vetted.has(who.organizationId))
      vetted.set(who.organizationId, await isVetted(catalogue, who.organizationId));
  const openings = await catalogue
    .select()
    .from(table.areaOpening)
    .where(eq(table.areaOpening.day, today(context)));
  return {
    access: rows.map(({ access, who }) => ({
      curatorId: who.id,
      name: who.name,
      organization: organizations.get(who.organizationId ?? "") ?? null,
      endsOn: who.endsOn,
      areas: access.areas,
      askedBy: names(access.askedBy),
      askedAt: access.askedAt,
      mine: access.askedBy === actorName(context),
      grantedBy: access.grantedBy === null ? null : names(access.grantedBy),
      withdrawnAt: access.withdrawnAt,
      vetted: vetted.get(who.organizationId ?? "") ?? false,
    })),
    openings: openings
      .filter(({ state }) => state === "asked")
      .map(({ curatorId, day, area }) => ({
        curatorId,
        name: names(curatorId),
        day,
        area,
        opened: openings
          .filter((one) => one.curatorId === curatorId && one.state === "opened")
          .map((one) => one.area),
      })),
  };
}

/** The row of an account's access; null: nobody ever asked. */
export async function readAccess(
  tx: CatalogueTx,
  curatorId: string,
): Promise<table.PractitionerAccessRow | null> {
  const [row] = await tx
    .select()
    .from(table.practitionerAccess)
    .where(eq(table.practitionerAccess.curatorId, curatorId));
  return row ?? null;
}

/** Takes access away from everybody whose organisation is no longer trusted. Belongs into a transaction. */
export async function withdrawOrganization(tx: CatalogueTx, context: Context, id: string): Promise<void> {
  const rows = await tx
    .select({ curatorId: table.practitionerAccess.curatorId })
    .from(table.practitionerAccess)
    .innerJoin(table.curator, eq(table.curator.id, table.practitionerAccess.curatorId))
    .where(and(eq(table.curator.organizationId, id), isNull(table.practitionerAccess.withdrawnAt)));
  for (const { curatorId } of rows) {
    await tx
      .update(table.practitionerAccess)
      .set({ withdrawnBy: actorName(context), withdrawnAt: context.now.toISOString() })
      .where(eq(table.practitionerAccess.curatorId, curatorId));
    await writeAudit(tx, context, {
      action: "update",
      entity: "practitioner-access",
      entityId: curatorId,
      changed: ["withdrawnBy"],
      reason: "its organisation did not pass the checklist",
    });
  }
}

async function findPractitioner(tx: CatalogueTx, id: string): Promise<table.CuratorRow> {
  const [row] = await tx.select().from(table.curator).where(eq(table.curator.id, id));
  if (row === undefined) throw new DirectoryError("not_found", "There is no such account.");
  if (row.role !== "practitioner")
    throw new DirectoryError("bad_request", "Only a practitioner’s account can be given areas.");
  return row;
}
