import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { securityHeaders } from "#server/routes/security-headers.ts";

/** Files that are the same for everybody and carry no hash in their name. */
const WEEK = "public, max-age=604800";

const KEPT = {
  assets: "public, max-age=31536000, immutable",
  fonts: WEEK,
  places: WEEK,
  map: WEEK,
  print: WEEK,
} as const;

/** What the build put into `folder`, precompressed, with how long a browser may keep it. */
export function staticFiles(folder: string): Hono {
  const app = new Hono();
  for (const [name, kept] of Object.entries(KEPT)) {
    const onFound = (_path: string, c: { header(name: string, value: string): void }) =>
      c.header("Cache-Control", kept);
    app.use(`/${name}/*`, securityHeaders, serveStatic({ root: folder, precompressed: true, onFound }));
  }
  // "Keep on this device": asked for only then, and never kept by the browser itself.
  for (const file of ["/keep.js", "/keep.json"])
    app.use(file, securityHeaders, serveStatic({ root: folder }));
  return app;
}
