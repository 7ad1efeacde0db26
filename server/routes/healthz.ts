import { Hono } from "hono";
import type { PublicEnv } from "#server/public-app.ts";
import { getVersion } from "#server/directory/directory.ts";
import { VERSION } from "#server/contract/version.ts";

export const healthz = new Hono<PublicEnv>().get("/healthz", async (c) =>
  c.json({ ok: true, version: VERSION, published: await getVersion(c.get("published")) }),
);
