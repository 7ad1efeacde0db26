import { Hono } from "hono";
import { type ProofChallenge, ReportInput, SuggestionInput } from "#server/contract/messages.ts";
import { goodChallenges } from "#server/domain/challenge.ts";
import { PROOF_BITS } from "#server/domain/proof-of-work.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { takeReport, takeSuggestion } from "./inbox.ts";
import { readJson } from "./read-json.ts";

/** Coded reports: what kind, about which listing, in which week. Nothing else is kept, not even an address. */
export const reports = new Hono<PublicEnv>()
  .get("/challenge", async (c) => {
    const [today] = await goodChallenges(c.get("proofKey"), c.get("now")());
    return c.json({ challenge: today?.challenge ?? "", bits: PROOF_BITS } satisfies ProofChallenge);
  })
  .post("/", async (c) => {
    await takeReport(c.var, await readJson(c, ReportInput));
    return c.json({ ok: true }, 202);
  });

/** Services that somebody misses in the list: for a curator to read. */
export const suggestions = new Hono<PublicEnv>().post("/", async (c) => {
  await takeSuggestion(c.var, await readJson(c, SuggestionInput));
  return c.json({ ok: true }, 202);
});
