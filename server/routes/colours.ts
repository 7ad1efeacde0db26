import { Hono } from "hono";
import type { PublicEnv } from "#server/public-app.ts";
import { getSettings } from "#server/directory/directory.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/**
 * The two colours that a directory may choose, for the light scheme alone: in the dark one the usual ones are
 * checked against each other. Pages name this file only where there is something in it.
 */
export const colours = new Hono<PublicEnv>().get("/colours.css", async (c) => {
  const { colours: own } = await getSettings(c.get("published"));
  const lines = [
    ...(own?.trail == null ? [] : [`--trail:${own.trail}`]),
    ...(own?.action == null ? [] : [`--action:${own.action}`, `--action-hover:${own.action}`]),
  ];
  const css = lines.length === 0 ? "" : `@media (prefers-color-scheme:light){:root{${lines.join(";")}}}\n`;
  return c.body(css, 200, { ...SHARED_CACHE, "Content-Type": "text/css; charset=utf-8" });
});
