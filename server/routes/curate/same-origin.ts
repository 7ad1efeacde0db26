import type { MiddlewareHandler } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { DirectoryError } from "#server/contract/errors.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Nothing is changed by a request that another site sent: browsers say where a request comes from
 * (`Sec-Fetch-Site`), older ones name the origin. Neither is a refusal.
 */
export const sameOrigin: MiddlewareHandler<CurateEnv> = async (c, next) => {
  if (!READS.has(c.req.method)) {
    const site = c.req.header("Sec-Fetch-Site");
    const origin = c.req.header("Origin");
    const own = origin === c.get("origin");
    if (site === undefined ? !own : site !== "same-origin" || (origin !== undefined && !own))
      throw new DirectoryError("forbidden", "Open the back office at its own address and try again.");
  }
  await next();
};
