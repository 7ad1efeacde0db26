import { and, count, eq } from "drizzle-orm";
import { curator, curatorAccount, curatorPasskey } from "#db/schema/catalogue/index.ts";
import type { Me } from "#server/contract/curate/curator.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { writeAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import type { Auth } from "./auth.ts";

/** Whose account it is. Throws `forbidden` for anything that is not a person. */
function ownId({ actor }: Context): string {
  if (actor.type !== "curator") throw new DirectoryError("forbidden", "Sign in first.");
  return actor.id;
}

/** The person who is signed in, and by which ways they can sign in again. */
export async function readMe(context: Context): Promise<Me> {
  const id = ownId(context);
  const { catalogue } = context;
  const [row] = await catalogue.select().from(curator).where(eq(curator.id, id));
  if (row === undefined) throw new DirectoryError("forbidden", "Sign in first.");
  const [keys] = await catalogue
    .select({ n: count() })
    .from(curatorPasskey)
    .where(eq(curatorPasskey.userId, id));
  const { name, email, role, organizationId } = row;
  return {
    id,
    name,
    email,
    role,
    organizationId,
    keys: {
      passkeys: keys?.n ?? 0,
      password: await hasPassword(context, id),
      secondFactor: row.twoFactorEnabled === true,
    },
  };
}

/** Says under which name others see one's changes. */
export async function changeName(context: Context, name: string): Promise<void> {
  const id = ownId(context);
  await context.catalogue.transaction(async (tx) => {
    await tx.update(curator).set({ name, updatedAt: context.now }).where(eq(curator.id, id));
    // That it changed, not from what to what: an audit is for ever, and a removed curator leaves a role and a number.
    await writeAudit(tx, context, { action: "update", entity: "curator", entityId: id, changed: ["name"] });
  });
}

/**
 * Sets a password, or changes it, which asks for the old one. It opens nothing before a second factor stands
 * beside it (`auth.ts`). Throws `bad_request` when the old one is wrong.
 */
export async function setPassword(
  context: Context,
  auth: Auth,
  headers: Headers,
  { password, current }: { readonly password: string; readonly current?: string | undefined },
): Promise<void> {
  const id = ownId(context);
  try {
    if (await hasPassword(context, id))
      await auth.api.changePassword({
        headers,
        body: { newPassword: password, currentPassword: current ?? "", revokeOtherSessions: true },
      });
    else await auth.api.setPassword({ headers, body: { newPassword: password } });
  } catch {
    throw new DirectoryError("bad_request", "The password could not be set. Is the old one right?", {
      current: "is not valid",
    });
  }
  await writeAudit(context.catalogue, context, {
    action: "update",
    entity: "curator",
    entityId: id,
    changed: ["password"],
  });
}

async function hasPassword({ catalogue }: Context, id: string): Promise<boolean> {
  const [row] = await catalogue
    .select({ n: count() })
    .from(curatorAccount)
    .where(and(eq(curatorAccount.userId, id), eq(curatorAccount.providerId, "credential")));
  return (row?.n ?? 0) > 0;
}
