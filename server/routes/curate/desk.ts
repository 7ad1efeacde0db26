import { requireEditor } from "#server/curation/context.ts";
import { Hono } from "hono";
import type { CurateEnv } from "#server/curate-app.ts";
import { AlikeInput, CoverageInput } from "#server/contract/curate/desk.ts";
import { AskAddressInput, DecideInput, ResolveInput } from "#server/contract/curate/inbox.ts";
import { coverageCsv, coverageReport, coverageTable } from "#server/curation/coverage-table.ts";
import { alikeListings, duplicatePairs } from "#server/curation/duplicates.ts";
import { dropSuggestion, listReports, listSuggestions, seeUnsafe } from "#server/curation/inbox.ts";
import { carry } from "#server/curation/move-listing.ts";
import { decideProposal, listProposals } from "#server/curation/proposals.ts";
import {
  agreePublicAddress,
  askPublicAddress,
  listAddressRequests,
  refusePublicAddress,
} from "#server/curation/public-address.ts";
import { decideReports } from "#server/curation/decide-reports.ts";
import { ringList } from "#server/curation/ring-list.ts";
import { parseInput, readJson } from "../read-json.ts";
import { publishing } from "./publishing.ts";

/** What waits for somebody: calls, reports, proposals, addresses. */
export const desk = new Hono<CurateEnv>()
  .get("/ring", async (c) =>
    c.json({ rows: await ringList(c.get("context"), c.get("areas"), c.get("inbox")) }),
  )
  .get("/inbox", async (c) => {
    const context = c.get("context");
    return c.json({
      proposals: await listProposals(context),
      reports: await listReports(context, c.get("inbox")),
      suggestions: await listSuggestions(context, c.get("inbox")),
      addressRequests: await listAddressRequests(context),
    });
  })
  .get("/addresses", async (c) => c.json({ requests: await listAddressRequests(c.get("context")) }))
  .post("/proposals/:id", async (c) => {
    const { take } = await readJson(c, DecideInput);
    const saved = await decideProposal(c.get("context"), c.req.param("id"), take);
    return c.json({ saved, carried: await carry(...publishing(c)) });
  })
  .post("/unsafe/seen", async (c) => c.json({ seen: await seeUnsafe(c.get("context"), c.get("inbox")) }))
  .post("/reports/:code", async (c) => {
    const input = await readJson(c, ResolveInput);
    const code = c.req.param("code");
    return c.json(await decideReports(c.get("context"), c.get("inbox"), code, input, publishing(c)));
  })
  .delete("/suggestions/:id", async (c) => {
    await dropSuggestion(c.get("context"), c.get("inbox"), c.req.param("id"));
    return c.json({ ok: true });
  })
  .post("/addresses/:id/ask", async (c) => {
    await askPublicAddress(c.get("context"), c.req.param("id"), (await readJson(c, AskAddressInput)).reason);
    return c.json({ ok: true }, 201);
  })
  .post("/addresses/:id/agree", async (c) => {
    await agreePublicAddress(c.get("context"), c.req.param("id"));
    return c.json({ carried: await carry(...publishing(c)) });
  })
  .post("/addresses/:id/refuse", async (c) => {
    await refusePublicAddress(c.get("context"), c.req.param("id"));
    return c.json({ ok: true });
  })
  .get("/coverage", async (c) => {
    const asked = parseInput(CoverageInput, c.req.query());
    return c.json(await coverageTable(c.get("context"), c.get("published"), c.get("areas"), asked));
  })
  .get("/coverage.csv", async (c) => {
    const asked = parseInput(CoverageInput, c.req.query());
    const table = await coverageTable(c.get("context"), c.get("published"), c.get("areas"), asked);
    c.header("Content-Disposition", 'attachment; filename="gaps.csv"');
    return c.body(coverageCsv(table), 200, { "Content-Type": "text/csv; charset=utf-8" });
  })
  .get("/coverage-all.csv", async (c) => {
    const { country } = parseInput(CoverageInput, c.req.query());
    const report = await coverageReport(c.get("context"), c.get("published"), c.get("areas"), country);
    c.header("Content-Disposition", 'attachment; filename="gaps-by-group.csv"');
    return c.body(report, 200, { "Content-Type": "text/csv; charset=utf-8" });
  })
  .get("/duplicates", async (c) => c.json({ pairs: await duplicatePairs(c.get("context")) }))
  .post("/alike", async (c) => {
    const typed = await readJson(c, AlikeInput);
    return c.json({ rows: await alikeListings(c.get("context"), typed) });
  })
  .get("/publishing", (c) => {
    requireEditor(c.get("context"));
    return c.json({ publishing: c.get("publishingWatch")?.now ?? null });
  })
  .post("/carry", async (c) => {
    requireEditor(c.get("context"));
    return c.json({ carried: await carry(...publishing(c)) });
  });
