import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { officeFacts } from "#server/curation/office-facts.ts";

/** What the app must know beside the listings: settings, the taxonomy, areas, organisations. */
export const facts = new Hono<CurateEnv>().get("/", async (c) =>
  c.json(await officeFacts(c.get("context"), c.get("areas"), (c.get("mail") ?? null) !== null)),
);
