import type { MiddlewareHandler } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { mayStillSignIn } from "#server/curation/accounts/may-sign-in.ts";
import { isRole } from "#server/curation/accounts/roles.ts";

/** Lets nobody through who is not signed in, and hands the verbs who it is. */
export const session: MiddlewareHandler<CurateEnv> = async (c, next) => {
  const found = await c.get("auth").api.getSession({ headers: c.req.raw.headers });
  const now = c.get("now")();
  const user = found?.user;
  if (user === undefined || !isRole(user.role)) throw new DirectoryError("forbidden", "Sign in first.");
  // By the machine's clock, as sessions are: one that begins later was opened while that was ahead.
  if (found !== null && found.session.createdAt.getTime() > Date.now() + 3_600_000)
    throw new DirectoryError("forbidden", "Sign in again.");
  const endsOn = user.endsOn ?? null;
  if (!mayStillSignIn({ disabled: user.disabled, endsOn }, now))
    throw new DirectoryError("forbidden", "This account is closed.");
  const { id, role, organizationId = null } = user;
  c.set("context", {
    catalogue: c.get("catalogue"),
    actor: { type: "curator", id, role, organizationId: organizationId ?? null },
    now,
  });
  await next();
};
