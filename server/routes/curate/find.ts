import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import type { FindPage } from "#server/contract/curate/find.ts";
import { getSettings, getVersion } from "#server/directory/directory.ts";
import { bundles } from "../bundles.ts";

/**
 * The public list for the tools inside the office: the same parts with the same hashes, read from the published store
 * through the office, because the public side may have another host. Like every answer here it is kept nowhere.
 */
export const find = new Hono<CurateEnv>()
  .get("/", async (c) => {
    const published = c.get("published");
    const page: FindPage = {
      settings: await getSettings(published),
      version: (await getVersion(published)).version,
    };
    return c.json(page);
  })
  .route("/bundles", bundles);
