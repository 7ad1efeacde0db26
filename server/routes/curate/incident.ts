import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { requirePublisher } from "#server/curation/context.ts";
import { freezeSide, openSide } from "#server/curation/freeze.ts";
import { publicSide, readIncident } from "#server/curation/incident.ts";
import { takeAway } from "#server/curation/take-away.ts";
import { applyPublication } from "#server/publication/apply-publication.ts";
import { readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

const Reason = v.strictObject({ reason: v.pipe(v.string(), v.maxLength(500)) });

/** The worst hour: closing the public side, what of a listing got out, and taking it away. */
export const incident = new Hono<CurateEnv>()
  .get("/", async (c) => {
    requirePublisher(c.get("context"));
    return c.json(await publicSide(c.get("published")));
  })
  .post("/close", async (c) => {
    await freezeSide(c.get("context"), c.get("published"));
    return c.json(await publicSide(c.get("published")));
  })
  .post("/open", async (c) => {
    requirePublisher(c.get("context"));
    // What waits goes first: nothing that was taken away meanwhile is seen again, not even for a moment.
    await applyPublication(...publishing(c));
    await openSide(c.get("context"), c.get("published"));
    return c.json(await publicSide(c.get("published")));
  })
  .get("/:code", async (c) =>
    c.json(await readIncident(c.get("context"), c.get("published"), c.req.param("code"))),
  )
  .post("/:code/take-away", async (c) => {
    requirePublisher(c.get("context"));
    const { reason } = await readJson(c, Reason);
    const [stores, options] = publishing(c);
    await takeAway(c.get("context"), stores, c.req.param("code"), reason, options);
    return c.json(await readIncident(c.get("context"), c.get("published"), c.req.param("code")));
  });
