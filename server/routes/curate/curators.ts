import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { CuratorInput } from "#server/contract/curate/curator.ts";
import {
  addCurator,
  disableCurator,
  linkCurator,
  listCurators,
  removeCurator,
} from "#server/curation/accounts/curators.ts";
import { mailLink } from "#server/curation/accounts/mail-link.ts";
import { linkAddress } from "#server/curation/accounts/sign-in-links.ts";
import { readJson } from "../read-json.ts";

const Shut = v.strictObject({ disabled: v.boolean() });
const Link = v.strictObject({ reset: v.optional(v.boolean()) });

/** Accounts, for admins. A link is shown once, to be handed over in person or by a safe message. */
export const curators = new Hono<CurateEnv>()
  .get("/", async (c) => c.json({ curators: await listCurators(c.get("context")) }))
  .post("/", async (c) => {
    const { id, token } = await addCurator(c.get("context"), await readJson(c, CuratorInput));
    return c.json({ id, link: linkAddress(c.get("origin"), token) }, 201);
  })
  .post("/:id/link", async (c) => {
    const { reset = false } = await readJson(c, Link);
    const { token } = await linkCurator(c.get("context"), c.req.param("id"), { reset });
    return c.json({ link: linkAddress(c.get("origin"), token) });
  })
  .post("/:id/mail-link", async (c) => {
    await mailLink(c.get("context"), c.req.param("id"), {
      mail: c.get("mail") ?? null,
      origin: c.get("origin"),
    });
    return c.json({ ok: true });
  })
  .post("/:id/disabled", async (c) => {
    await disableCurator(c.get("context"), c.req.param("id"), (await readJson(c, Shut)).disabled);
    return c.json({ ok: true });
  })
  .delete("/:id", async (c) => {
    await removeCurator(c.get("context"), c.req.param("id"));
    return c.json({ ok: true });
  });
