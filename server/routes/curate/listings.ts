import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import { SaveInput } from "#server/contract/curate/listing-form.ts";
import { CreateInput, ListInput } from "#server/contract/curate/listing-row.ts";
import { OwnLinkInput } from "#server/contract/curate/own-link.ts";
import { CallInput, MoveInput } from "#server/contract/curate/workflow.ts";
import { createListing } from "#server/curation/create-listing.ts";
import { countStates, listListings } from "#server/curation/list-listings.ts";
import { carry, moveListing } from "#server/curation/move-listing.ts";
import { makeOwnLink, recallOwnLink } from "#server/curation/own-links.ts";
import { previewListing } from "#server/curation/preview-listing.ts";
import { readListing } from "#server/curation/read-listing.ts";
import { recordCall } from "#server/curation/record-call.ts";
import { restoreListing } from "#server/curation/restore-listing.ts";
import { saveListing } from "#server/curation/save-listing.ts";
import { parseInput, readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

const Restore = v.strictObject({ revision: v.pipe(v.number(), v.integer()) });
const Preview = v.strictObject({
  changes: v.record(v.string(), v.unknown()),
  lang: v.optional(v.string(), "en"),
});

/** Listings: finding, reading, editing, and the steps of the workflow. */
export const listings = new Hono<CurateEnv>()
  .get("/", async (c) => c.json(await listListings(c.get("context"), parseInput(ListInput, c.req.query()))))
  .post("/", async (c) => c.json(await createListing(c.get("context"), await readJson(c, CreateInput)), 201))
  .get("/states", async (c) => c.json({ states: await countStates(c.get("context")) }))
  .get("/:id", async (c) => c.json(await readListing(c.get("context"), c.req.param("id"))))
  .post("/:id/save", async (c) => {
    const saved = await saveListing(c.get("context"), c.req.param("id"), await readJson(c, SaveInput));
    return c.json({ ...saved, carried: await carry(...publishing(c)) });
  })
  .post("/:id/preview", async (c) => {
    const { changes, lang } = await readJson(c, Preview);
    const areas = c.get("areas");
    return c.json(await previewListing(c.get("context"), c.req.param("id"), changes, { areas, lang }));
  })
  .post("/:id/restore", async (c) => {
    const { revision } = await readJson(c, Restore);
    const saved = await restoreListing(c.get("context"), c.req.param("id"), revision);
    return c.json({ ...saved, carried: await carry(...publishing(c)) });
  })
  .post("/:id/move", async (c) => {
    const [stores, options] = publishing(c);
    const input = await readJson(c, MoveInput);
    return c.json(await moveListing(c.get("context"), stores, c.req.param("id"), input, options));
  })
  .post("/:id/calls", async (c) => {
    const done = await recordCall(c.get("context"), c.req.param("id"), await readJson(c, CallInput));
    return c.json({ ...done, carried: await carry(...publishing(c)) }, 201);
  })
  .post("/:id/own-link", async (c) => {
    const { days } = await readJson(c, OwnLinkInput);
    const { token, expiresAt } = await makeOwnLink(c.get("context"), c.req.param("id"), days);
    return c.json({ link: `${c.get("origin")}/curate#own=${token}`, expiresAt }, 201);
  })
  .delete("/:id/own-link", async (c) => {
    await recallOwnLink(c.get("context"), c.req.param("id"));
    return c.json({ ok: true });
  });
