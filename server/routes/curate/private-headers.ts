import type { MiddlewareHandler } from "hono";

/** Its own scripts and styles and nothing else; no HTML from strings at all, and one script address: the print worker's. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // For the worker that draws booklets, and for nothing else: web/curate/desk/print-worker.ts.
  "trusted-types print",
].join("; ");

/** On every answer of the back office: kept nowhere, found by nobody, shown inside nothing. */
export const privateHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex, nofollow");
  c.header("Content-Security-Policy", POLICY);
  c.header("Permissions-Policy", "geolocation=(), camera=(), microphone=(), browsing-topics=()");
  c.header("Referrer-Policy", "same-origin");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
};
