import { Hono } from "hono";
import type { Catalogue, Inbox, Published } from "#db/stores.ts";
import { privateHeaders } from "./routes/curate/private-headers.ts";
import { healthz } from "./routes/curate/healthz.ts";

/** What the back office is given: all three stores. */
export interface CurateDependencies {
  readonly catalogue: Catalogue;
  readonly published: Published;
  readonly inbox: Inbox;
}

export type CurateEnv = { Variables: CurateDependencies };

/**
 * The back office. So far it answers for its own health alone: nobody can sign in yet, so that nothing private
 * can be read here.
 */
export function createCurateApp(dependencies: CurateDependencies): Hono<CurateEnv> {
  return new Hono<CurateEnv>()
    .use(async (c, next) => {
      for (const key of Object.keys(dependencies) as (keyof CurateDependencies)[])
        c.set(key, dependencies[key]);
      await next();
    })
    .use(privateHeaders)
    .route("/curate", healthz)
    .notFound((c) => c.json({ error: { code: "not_found", message: "There is no such page." } }, 404))
    .onError((_error, c) => c.json({ error: { code: "internal", message: "Something went wrong." } }, 500));
}
