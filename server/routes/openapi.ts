import { Hono } from "hono";
import { describeApi } from "#server/contract/openapi/describe.ts";
import { getSettings } from "#server/directory/directory.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { openToAll } from "./open-to-all.ts";
import { openApiPage } from "./openapi-page.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/** The description of the open interface: for programs, and as a page of our own that runs nothing. */
export const openapi = new Hono<PublicEnv>()
  .use("/openapi.json", openToAll)
  .get("/openapi.json", async (c) => {
    const { publicName } = await getSettings(c.get("published"));
    return c.json(describeApi(new URL(c.req.url).origin, publicName), 200, SHARED_CACHE);
  })
  .get("/openapi", async (c) => {
    const { publicName } = await getSettings(c.get("published"));
    const description = describeApi(new URL(c.req.url).origin, publicName);
    return c.html(openApiPage(description, c.get("assets").styles), 200, SHARED_CACHE);
  });
