import type { MiddlewareHandler } from "hono";
import { VERSION } from "#server/contract/version.ts";
import { getVersion } from "#server/directory/directory.ts";
import type { PublicEnv } from "#server/public-app.ts";

/**
 * A copy that is still current need not be sent again. The tag is the published version, which is made from public
 * content alone: a private edit does not move it.
 */
export const unchanged: MiddlewareHandler<PublicEnv> = async (c, next) => {
  if (c.req.method !== "GET") return next();
  const tag = `W/"${(await getVersion(c.get("published"))).version}.${VERSION}"`;
  if (c.req.header("If-None-Match") === tag) return c.body(null, 304, { ETag: tag });
  await next();
  if (c.res.ok) c.header("ETag", tag);
};
