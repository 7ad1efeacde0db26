import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as v from "valibot";
import type { Catalogue } from "#db/stores.ts";
import { takeSignInLink } from "./sign-in-links.ts";

const REFUSED = { code: "LINK_NOT_VALID", message: "This link was used or is too old. Ask for a new one." };

/** A plugin of better-auth: signs in by a one-time link. The token travels in the body, never in an address. */
export function signInLinks(catalogue: Catalogue, now: () => Date) {
  return {
    id: "sign-in-links",
    endpoints: {
      signInByLink: createAuthEndpoint(
        "/link",
        { method: "POST", body: v.object({ token: v.pipe(v.string(), v.maxLength(100)) }) },
        async (ctx) => {
          const curatorId = await takeSignInLink(catalogue, ctx.body.token, now());
          const user = curatorId === null ? null : await ctx.context.internalAdapter.findUserById(curatorId);
          if (user === null || user === undefined) throw new APIError("UNAUTHORIZED", REFUSED);
          const session = await ctx.context.internalAdapter.createSession(user.id);
          if (session === null || session === undefined) throw new APIError("UNAUTHORIZED", REFUSED);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
