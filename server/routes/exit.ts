import { type Context, Hono } from "hono";
import type { PublicEnv } from "#server/public-app.ts";
import { getSettings } from "#server/directory/directory.ts";

/** Our own blank page, for when no target is set. Its title says nothing. */
const BLANK =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>…</title></head><body></body></html>';

/**
 * Leaving (safety, "Our exit"): on to a page that anyone might read, while the browser drops its cache of ours.
 * The target is the settings', by country. The address may name a country, which is the same for everybody there and
 * stands in the address of the list that was fetched before; nothing else. `/exit/clear` comes from a browser that
 * had a copy of the site which is not to stay: there everything of the origin goes. `HEAD` comes from a page that asks
 * whether anybody answers before it goes: nothing is deleted for it, because deleting takes its time.
 */
export const exit = new Hono<PublicEnv>()
  .get("/exit", (c) => leave(c, null, '"cache"'))
  .get("/exit/clear", (c) => leave(c, null, '"cache", "storage"'))
  .get("/exit/clear/:country{[A-Z]{2}}", (c) => leave(c, c.req.param("country"), '"cache", "storage"'))
  .get("/exit/:country{[A-Z]{2}}", (c) => leave(c, c.req.param("country"), '"cache"'))
  .get("/blank", (c) => c.html(BLANK));

async function leave(c: Context<PublicEnv>, country: string | null, clear: string): Promise<Response> {
  const { exitTargets, countries } = await getSettings(c.get("published"));
  const own = country === null ? undefined : exitTargets[country];
  const target = own ?? exitTargets[countries[0] ?? ""] ?? exitTargets[""] ?? "/blank";
  const leaving = { Location: target, "Cache-Control": "no-store" };
  return c.body(null, 303, c.req.method === "HEAD" ? leaving : { ...leaving, "Clear-Site-Data": clear });
}
