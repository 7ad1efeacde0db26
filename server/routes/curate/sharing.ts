import { Hono } from "hono";
import { FeedChange, FeedInput, VersionChoice } from "#server/contract/curate/feed.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { CurateEnv } from "#server/curate-app.ts";
import {
  addFeed,
  changeFeed,
  chooseVersion,
  listFeeds,
  listKnownTwice,
  listTwoVersions,
  removeFeed,
} from "#server/curation/feeds.ts";
import { carry } from "#server/curation/move-listing.ts";
import { feedAddress, readRoot } from "#server/sharing/read-feed.ts";
import { refreshFeed } from "#server/sharing/refresh-feed.ts";
import { readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

/** Directories that this one reads from, and listings that are known twice. */
export const sharing = new Hono<CurateEnv>()
  .get("/", async (c) => {
    const context = c.get("context");
    return c.json({
      feeds: await listFeeds(context),
      versions: await listTwoVersions(context),
      twice: await listKnownTwice(context),
    });
  })
  .post("/", async (c) => {
    const input = await readJson(c, FeedInput);
    const url = feedAddress(input.url);
    // Asked before it is kept, so that a slip of the pen is told at once. Only those who may add it make us ask.
    const context = c.get("context");
    if (context.actor.type !== "curator" || context.actor.role !== "admin")
      throw new DirectoryError("forbidden", "Sign in as an admin to do this.");
    await readRoot(c.get("fetch"), url);
    return c.json({ id: await addFeed(context, { ...input, url }) }, 201);
  })
  .post("/:id", async (c) => {
    await changeFeed(c.get("context"), c.req.param("id"), await readJson(c, FeedChange));
    return c.json({ ok: true });
  })
  .delete("/:id", async (c) => {
    await removeFeed(c.get("context"), c.req.param("id"));
    return c.json({ ok: true });
  })
  .post("/:id/refresh", async (c) => {
    const areaFinder = c.get("areaFinder");
    if (areaFinder === null)
      throw new DirectoryError(
        "unavailable",
        "Refresh with the command line: here there are no shapes of areas.",
      );
    const [stores, publication] = publishing(c);
    const tools = { fetch: c.get("fetch"), stores, publication, areaFinder, areas: c.get("areas") };
    return c.json(await refreshFeed(c.get("context"), tools, c.req.param("id")));
  })
  .post("/versions/:id", async (c) => {
    const { take } = await readJson(c, VersionChoice);
    await chooseVersion(c.get("context"), c.req.param("id"), take);
    return c.json({ carried: await carry(...publishing(c)) });
  });
