import { count, eq, max } from "drizzle-orm";
import * as v from "valibot";
import {
  audit,
  curator,
  curatorAccount,
  curatorPasskey,
  curatorSession,
  curatorTwoFactor,
  formerCurator,
  organization,
  translation,
} from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { CuratorRole } from "#db/vocabulary.ts";
import type { CuratorInput, CuratorView } from "#server/contract/curate/curator.ts";
import { CuratorInput as CuratorSchema } from "#server/contract/curate/curator.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { actorName, type Context, requireAdmin, today } from "../context.ts";
import { checkEnd } from "./practitioner-term.ts";
import { makeSignInLink } from "./sign-in-links.ts";

/** The e-mail that stands for the first admin until they say their own. */
const FIRST_ADMIN = "admin@localhost";

/**
 * Makes an account and answers the token of its one-time link. Throws `forbidden` for anyone but an admin,
 * `bad_request` for input that does not fit, `conflict` when the e-mail has an account.
 */
export async function addCurator(
  context: Context,
  input: CuratorInput,
): Promise<{ id: string; token: string }> {
  requireAdmin(context);
  const read = v.safeParse(CuratorSchema, input);
  if (!read.success)
    throw new DirectoryError("bad_request", "Give an e-mail address and a role.", { email: "is not valid" });
  const { email, role, name, endsOn = null, organizationName } = read.output;
  if (role === "practitioner") checkEnd(context, endsOn);
  return context.catalogue.transaction(async (tx) => {
    const [known] = await tx.select({ id: curator.id }).from(curator).where(eq(curator.email, email));
    if (known !== undefined) throw new DirectoryError("conflict", "This e-mail address has an account.");
    const organizationId =
      organizationName === undefined
        ? (read.output.organizationId ?? null)
        : await addOrganization(tx, organizationName);
    if (organizationId !== null) await organizationMustBe(tx, organizationId);
    const id = crypto.randomUUID();
    await tx.insert(curator).values({
      id,
      number: await nextNumber(tx),
      name: name ?? email,
      email,
      emailVerified: true,
      role,
      organizationId,
      endsOn,
      createdAt: context.now,
      updatedAt: context.now,
    });
    await record(tx, context, "create", id, ["role"]);
    return { id, token: await makeSignInLink(tx, id, context.now) };
  });
}

/** Everyone who has an account. Admins alone. */
export async function listCurators(context: Context): Promise<readonly CuratorView[]> {
  requireAdmin(context);
  const rows = await context.catalogue.select().from(curator).orderBy(curator.number);
  return rows.map(({ id, number, name, email, role, organizationId, endsOn, disabled }) => ({
    id,
    number,
    name,
    email,
    role,
    organizationId,
    endsOn,
    disabled,
  }));
}

/** A new one-time link for an account; with `reset` its password and second factor are removed first. */
export async function linkCurator(
  context: Context,
  idOrEmail: string,
  options: { readonly reset?: boolean } = {},
): Promise<{ id: string; token: string }> {
  requireAdmin(context);
  return context.catalogue.transaction(async (tx) => {
    const { id } = await findCurator(tx, idOrEmail);
    if (options.reset === true) {
      await tx.delete(curatorAccount).where(eq(curatorAccount.userId, id));
      await tx.delete(curatorTwoFactor).where(eq(curatorTwoFactor.userId, id));
      await tx.update(curator).set({ twoFactorEnabled: false }).where(eq(curator.id, id));
    }
    await record(tx, context, "update", id, options.reset === true ? ["link", "password"] : ["link"]);
    return { id, token: await makeSignInLink(tx, id, context.now) };
  });
}

/** Shuts an account, or opens it again, at once: its sessions end. Refuses to shut the last admin out. */
export async function disableCurator(context: Context, idOrEmail: string, disabled = true): Promise<void> {
  requireAdmin(context);
  await context.catalogue.transaction(async (tx) => {
    const { id, role } = await findCurator(tx, idOrEmail);
    if (disabled && role === "admin") await refuseLastAdmin(tx, id);
    await tx.update(curator).set({ disabled, updatedAt: context.now }).where(eq(curator.id, id));
    if (disabled) await tx.delete(curatorSession).where(eq(curatorSession.userId, id));
    await record(tx, context, "update", id, ["disabled"]);
  });
}

/**
 * Removes somebody: the account, its keys and its name go; history keeps a role and a number. Throws `forbidden`,
 * `not_found`, and `conflict` for the last admin and for oneself.
 */
export async function removeCurator(context: Context, idOrEmail: string): Promise<void> {
  requireAdmin(context);
  await context.catalogue.transaction(async (tx) => {
    const { id, role } = await findCurator(tx, idOrEmail);
    if (id === actorName(context))
      throw new DirectoryError("conflict", "Somebody else removes your account.");
    if (role === "admin") await refuseLastAdmin(tx, id);
    const [row] = await tx.select().from(curator).where(eq(curator.id, id));
    await tx
      .insert(formerCurator)
      .values({ id, role, number: row?.number ?? (await nextNumber(tx)), removedOn: today(context) });
    await tx.delete(curator).where(eq(curator.id, id));
    await record(tx, context, "delete", id, ["account"]);
  });
}

/**
 * A link for the first admin, as long as nobody has a passkey or a password: the account is made when there is
 * none. Null when somebody can sign in already.
 */
export async function firstAdminLink(context: Context): Promise<string | null> {
  requireAdmin(context);
  const [keys] = await context.catalogue.select({ n: count() }).from(curatorPasskey);
  const [passwords] = await context.catalogue.select({ n: count() }).from(curatorAccount);
  const [others] = await context.catalogue.select({ n: count() }).from(curator);
  if ((keys?.n ?? 0) + (passwords?.n ?? 0) > 0) return null;
  if ((others?.n ?? 0) === 0)
    return (await addCurator(context, { email: FIRST_ADMIN, role: "admin", name: "First admin" })).token;
  const [first] = await context.catalogue
    .select({ id: curator.id })
    .from(curator)
    .where(eq(curator.email, FIRST_ADMIN));
  return first === undefined ? null : (await linkCurator(context, first.id)).token;
}

async function findCurator(tx: CatalogueTx, idOrEmail: string): Promise<{ id: string; role: CuratorRole }> {
  const column = idOrEmail.includes("@") ? curator.email : curator.id;
  const [row] = await tx
    .select({ id: curator.id, role: curator.role })
    .from(curator)
    .where(eq(column, idOrEmail.trim().toLowerCase()));
  if (row === undefined) throw new DirectoryError("not_found", "There is no such account.");
  return row;
}

async function refuseLastAdmin(tx: CatalogueTx, id: string): Promise<void> {
  const admins = await tx.select().from(curator).where(eq(curator.role, "admin"));
  if (!admins.some((other) => other.id !== id && !other.disabled))
    throw new DirectoryError("conflict", "This is the last admin. Make another one first.");
}

async function organizationMustBe(tx: CatalogueTx, id: string): Promise<void> {
  const [row] = await tx.select({ id: organization.id }).from(organization).where(eq(organization.id, id));
  if (row === undefined) throw new DirectoryError("bad_request", "There is no such organisation.");
}

/** Numbers are never given twice: those who were removed keep theirs in history. */
async function nextNumber(tx: CatalogueTx): Promise<number> {
  const [here] = await tx.select({ number: max(curator.number) }).from(curator);
  const [gone] = await tx.select({ number: max(formerCurator.number) }).from(formerCurator);
  return Math.max(here?.number ?? 0, gone?.number ?? 0) + 1;
}

async function addOrganization(tx: CatalogueTx, name: string): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(organization).values({ id, name, language: "en" });
  await tx
    .insert(translation)
    .values({ entityId: id, field: "name", language: "en", text: name, state: "checked" });
  return id;
}

async function record(
  tx: CatalogueTx,
  context: Context,
  action: "create" | "update" | "delete",
  id: string,
  changed: readonly string[],
): Promise<void> {
  await tx.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action,
    entity: "curator",
    entityId: id,
    changed,
  });
}
