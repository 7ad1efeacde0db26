import { Hono } from "hono";
import type { PublicEnv } from "#server/public-app.ts";
import { getSettings } from "#server/directory/directory.ts";

/** Our own blank page, for when no target is set. Its title says nothing. */
const BLANK =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title></head><body></body></html>';

/**
 * Leaving (safety, "Our exit"): on to a page that anyone might read, while the browser drops its cache of ours.
 * The target is the settings', by country; the address of this route tells nothing.
 */
export const exit = new Hono<PublicEnv>()
  .get("/exit", async (c) => {
    const { exitTargets, countries } = await getSettings(c.get("published"));
    const target = exitTargets[countries[0] ?? ""] ?? exitTargets[""] ?? "/blank";
    return c.body(null, 303, { Location: target, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" });
  })
  .get("/blank", (c) => c.html(BLANK));
