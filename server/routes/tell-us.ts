import { Hono } from "hono";
import { ReportInput, SuggestionInput } from "#server/contract/messages.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { takeReport, takeSuggestion } from "./inbox.ts";
import { areaViews, draw, drawAnswer, ownForm, pageBase } from "./page-base.ts";
import { parseInput } from "./read-json.ts";

/** "Tell us" and "Suggest a service" without a script: fixed paths, what is said stands in the body alone. */
export const tellUs = new Hono<PublicEnv>()
  .post("/:lang/tell-us", async (c) => {
    const form = await ownForm(c);
    const base = await pageBase(c);
    await takeReport(c.var, parseInput(ReportInput, form));
    return drawAnswer(c, { ...base, kind: "told", what: "report" });
  })
  .get("/:lang/suggest", async (c) => {
    const base = await pageBase(c);
    return draw(c, { ...base, kind: "suggest", areas: await areaViews(c, base.lang) });
  })
  .post("/:lang/suggest", async (c) => {
    const form = await ownForm(c);
    const base = await pageBase(c);
    await takeSuggestion(c.var, parseInput(SuggestionInput, form));
    return drawAnswer(c, { ...base, kind: "told", what: "suggestion" });
  });
