import type { Context } from "hono";

/** How a request takes what is kept squeezed, the smaller first; null: it wants the bytes as they are. */
export function acceptedEncoding(c: Context): "br" | "gzip" | null {
  const accepted = c.req.header("Accept-Encoding") ?? "";
  return /\bbr\b/u.test(accepted) ? "br" : /\bgzip\b/u.test(accepted) ? "gzip" : null;
}
