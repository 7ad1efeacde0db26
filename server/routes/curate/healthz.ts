import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { getVersion } from "#server/directory/directory.ts";
import { countWishes } from "#server/publication/wishes.ts";

/** Whether publishing keeps up: how many changes wait, and which version the public sees. */
export const healthz = new Hono<CurateEnv>().get("/healthz", async (c) => {
  const { version } = await getVersion(c.get("published"));
  return c.json({ queue: await countWishes(c.get("catalogue")), published: version });
});
