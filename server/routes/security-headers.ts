import type { MiddlewareHandler } from "hono";

/** Safety D.4.1: nothing but ourselves, and no script address that our one policy did not see. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** Where the worker that makes PDFs is. A worker takes the policy of its own response. */
const PRINT_WORKER = "/print/worker.js";

/** WebAssembly may run on the response of the print worker and nowhere else (safety D.4.1). */
export const PRINT_WORKER_POLICY = CONTENT_SECURITY_POLICY.replace(
  "script-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
);

/** Place is chosen, never sensed (safety D.4.4). */
const PERMISSIONS = "geolocation=(), camera=(), microphone=(), browsing-topics=(), interest-cohort=()";

/** On every answer of the public side. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header(
    "Content-Security-Policy",
    c.req.path === PRINT_WORKER ? PRINT_WORKER_POLICY : CONTENT_SECURITY_POLICY,
  );
  c.header("Permissions-Policy", PERMISSIONS);
  c.header("Referrer-Policy", "no-referrer");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Frame-Options", "DENY");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  // Embedding elsewhere is refused but for the open interfaces, which say so themselves.
  if (!c.res.headers.has("Cross-Origin-Resource-Policy"))
    c.header("Cross-Origin-Resource-Policy", "same-origin");
  // Pages that may be found say so themselves, and nothing else may (safety D.4.11).
  if (!c.res.headers.has("X-Robots-Tag")) c.header("X-Robots-Tag", "noindex");
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
};

/** The browser keeps nothing; a shared cache may, for five minutes at most (safety D.4.4; architecture). */
export const SHARED_CACHE = {
  "Cache-Control": "no-store",
  "CDN-Cache-Control": "public, max-age=300",
} as const;
