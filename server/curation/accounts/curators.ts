import { count, eq, max } from "drizzle-orm";
import * as v from "valibot";
import {
  audit,
  curator,
  curatorAccount,
  curatorPasskey,
  curatorSession,
  curatorTwoFactor,
  organization,
} from "#db/schema/catalogue/index.ts";
import type { CatalogueTx } from "#db/stores.ts";
import type { CuratorRole } from "#db/vocabulary.ts";
import type { CuratorInput, CuratorView } from "#server/contract/curate/curator.ts";
import { CuratorInput as CuratorSchema } from "#server/contract/curate/curator.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { actorName, type Context, requireAdmin, today } from "../context.ts";
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
  const { email, role, name, organizationId = null, endsOn = null } = read.output;
  if (role === "practitioner") checkTerm(endsOn, context);
  return context.catalogue.transaction(async (tx) => {
    const [known] = await tx.select({ id: curator.id }).from(curator).where(eq(curator.email, email));
    if (known !== undefined) throw new DirectoryError("conflict", "This e-mail address has an account.");
    if (organizationId !== null) await organizationMustBe(tx, organizationId);
    const [last] = await tx.select({ number: max(curator.number) }).from(curator);
    const id = crypto.randomUUID();
    await tx.insert(curator).values({
      id,
      number: (last?.number ?? 0) + 1,
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

/** Curation: a practitioner's account ends within 12 months. */
function checkTerm(endsOn: string | null, context: Context): void {
  const latest = new Date(context.now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 1);
  if (endsOn === null || endsOn < today(context) || endsOn > latest.toISOString().slice(0, 10))
    throw new DirectoryError("bad_request", "A practitioner’s account ends within 12 months.", {
      endsOn: "is not valid",
    });
}

async function record(
  tx: CatalogueTx,
  context: Context,
  action: "create" | "update",
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
