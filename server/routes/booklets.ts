import { Hono } from "hono";
import { getBooklet } from "#server/directory/booklets.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/** Ready booklets: files that never change under their name, gone within five minutes everywhere when taken away. */
export const booklets = new Hono<PublicEnv>().get("/:file{[0-9a-f]{16}\\.pdf}", async (c) =>
  c.body(await getBooklet(c.get("published"), c.req.param("file")), 200, {
    "Content-Type": "application/pdf",
    // A name that says nothing (safety D.4.14).
    "Content-Disposition": 'attachment; filename="numbers.pdf"',
    ...SHARED_CACHE,
  }),
);
