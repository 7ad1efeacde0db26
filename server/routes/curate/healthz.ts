import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { officeStatus } from "#server/curation/office-status.ts";

/** Whether publishing keeps up: counts and days alone, nothing of anybody's visit and of no listing. */
export const healthz = new Hono<CurateEnv>().get("/healthz", async (c) =>
  c.json(await officeStatus({ catalogue: c.get("catalogue"), published: c.get("published") })),
);
