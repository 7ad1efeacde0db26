import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import {
  AskAccessInput,
  DecideOpeningInput,
  OpenAreaInput,
  VettingInput,
} from "#server/contract/curate/restricted.ts";
import { askAccess, grantAccess, listAccess, withdrawAccess } from "#server/curation/restricted/access.ts";
import { decideOpening, openArea, readMyAccess } from "#server/curation/restricted/open-area.ts";
import { vetOrganization } from "#server/curation/restricted/vetting.ts";
import { readJson } from "../read-json.ts";

const Reason = v.strictObject({ reason: v.pipe(v.string(), v.trim(), v.maxLength(500)) });

/**
 * The restricted tier. An area is opened by POST, so that no address, history or log holds which one; like every
 * answer of the back office it is kept nowhere.
 */
export const restricted = new Hono<CurateEnv>()
  .get("/", async (c) => c.json(await readMyAccess(c.get("context"), c.get("areas"))))
  .post("/open", async (c) => {
    const { area } = await readJson(c, OpenAreaInput);
    return c.json(await openArea(c.get("context"), c.get("areas"), area));
  })
  .get("/access", async (c) => c.json(await listAccess(c.get("context"))))
  .post("/access/:id", async (c) => {
    const input = await readJson(c, AskAccessInput);
    await askAccess(c.get("context"), c.get("areas"), c.req.param("id"), input);
    return c.json({ ok: true }, 201);
  })
  .post("/access/:id/grant", async (c) => {
    await grantAccess(c.get("context"), c.req.param("id"));
    return c.json({ ok: true });
  })
  .post("/access/:id/withdraw", async (c) => {
    await withdrawAccess(c.get("context"), c.req.param("id"), (await readJson(c, Reason)).reason);
    return c.json({ ok: true });
  })
  .post("/openings/:id", async (c) => {
    await decideOpening(c.get("context"), c.req.param("id"), await readJson(c, DecideOpeningInput));
    return c.json({ ok: true });
  })
  .post("/organizations/:id/vetting", async (c) => {
    const input = await readJson(c, VettingInput);
    return c.json(await vetOrganization(c.get("context"), c.req.param("id"), input), 201);
  });
