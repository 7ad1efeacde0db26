import { Hono } from "hono";
import * as v from "valibot";
import type { CurateEnv } from "#server/curate-app.ts";
import {
  AppealInput,
  ConsentInput,
  DecideAppealInput,
  DoNotListInput,
  ReasonInput,
} from "#server/contract/curate/governance.ts";
import { requireEditor } from "#server/curation/context.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { decideAppeal, listAppeals, openAppeal } from "#server/curation/governance/appeals.ts";
import { giveConsent, withdrawConsent } from "#server/curation/governance/consent.ts";
import { setDoNotList } from "#server/curation/governance/do-not-list.ts";
import { addEvidence, dropEvidence, readEvidence } from "#server/curation/governance/evidence.ts";
import { readStandingOf } from "#server/curation/governance/standing.ts";
import { eraseListing } from "#server/curation/governance/tombstones.ts";
import { markDistinct, mergeListings, unmarkDistinct } from "#server/curation/merge-listings.ts";
import { readForm } from "../read-form.ts";
import { readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

const id = v.pipe(v.string(), v.maxLength(100));
const Merge = v.strictObject({
  keep: id,
  away: id,
  take: v.pipe(v.array(v.pipe(v.string(), v.maxLength(160))), v.maxLength(400)),
});
const Pair = v.strictObject({ a: id, b: id, reason: v.optional(v.pipe(v.string(), v.maxLength(500)), "") });

/** By what right a listing is here: consent, evidence, appeals, the do-not-list, and two listings that are one. */
export const governance = new Hono<CurateEnv>()
  .get("/listings/:id", async (c) => c.json(await readStandingOf(c.get("context"), c.req.param("id"))))
  .post("/listings/:id/do-not-list", async (c) => {
    const [stores, options] = publishing(c);
    const input = await readJson(c, DoNotListInput);
    return c.json(await setDoNotList(c.get("context"), stores, c.req.param("id"), input, options));
  })
  .post("/listings/:id/erase", async (c) => {
    await eraseListing(c.get("context"), c.req.param("id"), (await readJson(c, ReasonInput)).reason);
    return c.json({ ok: true });
  })
  .post("/listings/:id/appeals", async (c) =>
    c.json(await openAppeal(c.get("context"), c.req.param("id"), await readJson(c, AppealInput)), 201),
  )
  .get("/appeals", async (c) => c.json({ appeals: await listAppeals(c.get("context")) }))
  .post("/appeals/:id", async (c) => {
    await decideAppeal(c.get("context"), c.req.param("id"), await readJson(c, DecideAppealInput));
    return c.json({ ok: true });
  })
  .post("/listings/:id/evidence", async (c) => {
    requireEditor(c.get("context"));
    const form = await readForm(c);
    const [file, criterion] = [form.get("file"), form.get("criterion")];
    if (!(file instanceof File) || typeof criterion !== "string")
      throw new DirectoryError("bad_request", "Choose a file.", { file: "is missing" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const paper = { criterion, name: file.name, mediaType: file.type, bytes };
    return c.json(await addEvidence(c.get("context"), c.req.param("id"), paper), 201);
  })
  .get("/listings/:id/evidence/:paper", async (c) => {
    const { name, mediaType, bytes } = await readEvidence(
      c.get("context"),
      c.req.param("id"),
      c.req.param("paper"),
    );
    // Saved, never shown: nothing that somebody sent is opened under our own address.
    c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return c.body(bytes.slice().buffer, 200, { "Content-Type": mediaType });
  })
  .delete("/listings/:id/evidence/:paper", async (c) => {
    await dropEvidence(c.get("context"), c.req.param("id"), c.req.param("paper"));
    return c.json({ ok: true });
  })
  .post("/organizations/:id/consent", async (c) => {
    await giveConsent(c.get("context"), c.req.param("id"), await readJson(c, ConsentInput));
    return c.json({ ok: true }, 201);
  })
  .post("/organizations/:id/consent/withdraw", async (c) => {
    const [stores, options] = publishing(c);
    const input = await readJson(c, ConsentInput);
    return c.json(await withdrawConsent(c.get("context"), stores, c.req.param("id"), input, options));
  })
  .post("/merge", async (c) => {
    const [stores, options] = publishing(c);
    return c.json(await mergeListings(c.get("context"), stores, await readJson(c, Merge), options));
  })
  .post("/distinct", async (c) => {
    const { a, b, reason } = await readJson(c, Pair);
    await markDistinct(c.get("context"), a, b, reason);
    return c.json({ ok: true }, 201);
  })
  .delete("/distinct", async (c) => {
    const { a, b } = await readJson(c, Pair);
    await unmarkDistinct(c.get("context"), a, b);
    return c.json({ ok: true });
  });
