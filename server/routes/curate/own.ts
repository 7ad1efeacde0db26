import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { OpenInput, SendInput } from "#server/contract/curate/own-link.ts";
import { openOwnLink, sendOwnListing } from "#server/curation/own-links.ts";
import { readJson } from "../read-json.ts";

/** A service looks through its own listing by its link: no account, no session. The token is in the body alone. */
export const own = new Hono<CurateEnv>()
  .post("/open", async (c) => {
    const { token } = await readJson(c, OpenInput);
    return c.json(await openOwnLink(c.get("catalogue"), token, c.get("now")()));
  })
  .post("/send", async (c) => {
    await sendOwnListing(c.get("catalogue"), await readJson(c, SendInput), c.get("now")());
    return c.json({ ok: true });
  });
