import type { MiddlewareHandler } from "hono";

/** Headers of the open interfaces: any site may read them, none may send credentials (Open Referral UK). */
export const openToAll: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "OPTIONS") c.res = new Response(null, { status: 204 });
  else await next();
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
  c.header("Access-Control-Allow-Headers", "Content-Type, If-None-Match");
  c.header("Access-Control-Expose-Headers", "ETag");
  c.header("Access-Control-Max-Age", "86400");
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
};
