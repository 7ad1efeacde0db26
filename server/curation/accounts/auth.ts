import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { twoFactor } from "better-auth/plugins/two-factor";
import { eq } from "drizzle-orm";
import * as table from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";
import { signInLinks } from "./link-plugin.ts";
import { mayStillSignIn } from "./may-sign-in.ts";

export interface AuthOptions {
  readonly catalogue: Catalogue;
  /** Signs sessions. Whoever has it can sign in as anybody. */
  readonly secret: string;
  /** Scheme, host and port under which the back office is opened. Passkeys belong to its host. */
  readonly origin: string;
  readonly now: () => Date;
}

/** Where better-auth answers. */
export const AUTH_PATH = "/curate/auth";
const HOURS_12 = 12 * 60 * 60;

/**
 * Sign-in to the back office, by better-auth: passkeys; password with a second factor; one-time links. Closed
 * here, each with a test: sign-up by any plugin, an account made by anybody but an admin's verb, a password
 * without its second factor, cookies outside `/curate`, network address and browser in a session, telemetry.
 */
export function createAuth({ catalogue, secret, origin, now }: AuthOptions) {
  return betterAuth({
    appName: "Waymark",
    baseURL: origin,
    basePath: AUTH_PATH,
    trustedOrigins: [origin],
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // counts by network address; ours (`attempts.ts`) counts by account
    database: drizzleAdapter(catalogue, {
      provider: "sqlite",
      schema: {
        user: table.curator,
        session: table.curatorSession,
        account: table.curatorAccount,
        verification: table.curatorChallenge,
        passkey: table.curatorPasskey,
        twoFactor: table.curatorTwoFactor,
      },
    }),
    user: {
      additionalFields: {
        number: { type: "number", input: false },
        role: { type: "string", input: false },
        organizationId: { type: "string", required: false, input: false },
        endsOn: { type: "string", required: false, input: false },
        disabled: { type: "boolean", input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
    },
    account: { accountLinking: { enabled: false } },
    session: { expiresIn: HOURS_12, updateAge: 60 * 60, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: "waymark",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { path: "/curate", sameSite: "strict", httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      // Accounts are made by `addCurator` alone, whatever a plugin may offer.
      user: { create: { before: async () => false } },
      session: {
        create: {
          before: async (session, endpoint) => {
            const [who] = await catalogue
              .select()
              .from(table.curator)
              .where(eq(table.curator.id, session.userId));
            if (who === undefined || !mayStillSignIn(who, now())) return false;
            // A password alone is half a key.
            if (endpoint?.path === "/sign-in/email" && who.twoFactorEnabled !== true) return false;
            return { data: { ...session, ipAddress: null, userAgent: null } };
          },
        },
      },
    },
    plugins: [
      passkey({ rpID: new URL(origin).hostname, rpName: "Waymark", origin }),
      twoFactor({ issuer: "Waymark" }),
      signInLinks(catalogue, now),
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;
