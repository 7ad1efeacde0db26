import { Hono } from "hono";
import { WORD_PAGES } from "#server/contract/page.ts";
import { NarrowInput } from "#server/contract/narrow.ts";
import { getArea, getSettings, listTextParts } from "#server/directory/directory.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { toAreaView } from "#server/directory/page-models.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { drawOnce } from "./draw-once.ts";
import { areaViews, drawAnswer, needsOf, ownForm, pageBase } from "./page-base.ts";
import { pageLanguage } from "./page-language.ts";
import { parseInput } from "./read-json.ts";
import { SHARED_CACHE } from "./security-headers.ts";

/** The pages. With JavaScript everything happens under `/{lang}/`; the others work without it. */
export const pages = new Hono<PublicEnv>()
  .get("/", async (c) => {
    const lang = pageLanguage(c, await getSettings(c.get("published")));
    return c.body(null, 303, { Location: `/${lang}/`, Vary: "Accept-Language", "Cache-Control": "no-store" });
  })
  .get("/robots.txt", async (c) => {
    const { indexed } = await getSettings(c.get("published"));
    return c.text(indexed ? ROBOTS_OPEN : "User-agent: *\nDisallow: /\n", 200, SHARED_CACHE);
  })
  .get("/:lang{[a-z]{2,3}(-[A-Za-z]+)?}", async (c) => {
    const { lang, generalOnly } = await pageBase(c);
    return c.redirect(generalOnly ? `/${lang}/open/` : `/${lang}/`, 308);
  })
  .get("/:lang/", async (c) => {
    const base = await pageBase(c);
    const about = { ...base, kind: "home", texts: await listTextParts(c.get("published")) } as const;
    return drawOnce(c, about, async () => ({ ...about, areas: await areaViews(c, base.lang) }));
  })
  .get("/:lang/areas", async (c) => {
    const base = await pageBase(c);
    const about = { ...base, kind: "areas" } as const;
    return drawOnce(c, about, async () => ({ ...about, areas: await areaViews(c, base.lang) }));
  })
  .get(`/:lang/:page{(?:${WORD_PAGES.join("|")})}`, async (c) => {
    const base = await pageBase(c);
    const page = WORD_PAGES.find((name) => name === c.req.param("page")) ?? "safe";
    const about = { ...base, kind: "words", page } as const;
    return drawOnce(c, about, async () => ({ ...about, areas: await areaViews(c, base.lang) }));
  })
  .get("/:lang/area/:code", async (c) => {
    const base = await pageBase(c);
    const area = toAreaView(await getArea(c.get("published"), c.req.param("code").toUpperCase()), base.lang);
    const about = { ...base, kind: "area", area, query: null } as const;
    return drawOnce(c, about, async () => ({ ...about, needs: await needsOf(c, base, area.code, {}) }));
  })
  .get("/:lang/area/:code/sheet", async (c) => {
    const base = await pageBase(c);
    const area = toAreaView(await getArea(c.get("published"), c.req.param("code").toUpperCase()), base.lang);
    const printedOn = c.get("now")().toISOString().slice(0, 10);
    const booklets = (await listBooklets(c.get("published"))).filter(
      (one) => one.area === area.code && (!base.generalOnly || one.generalOnly),
    );
    const about = { ...base, kind: "sheet", area, printedOn, booklets } as const;
    return drawOnce(c, about, async () => ({ ...about, needs: await needsOf(c, base, area.code, {}) }));
  })
  .post("/:lang/narrow", async (c) => {
    // A fixed path and a body: what is asked stands in no address and no log, and the answer is kept nowhere.
    const form = await ownForm(c);
    const base = await pageBase(c);
    const { area: code, query } = parseInput(NarrowInput, form);
    const area = toAreaView(await getArea(c.get("published"), code), base.lang);
    const needs = await needsOf(c, base, area.code, query);
    return drawAnswer(c, { ...base, kind: "area", area, needs, query });
  });

const ROBOTS_OPEN =
  "User-agent: *\nDisallow: /curate\nDisallow: /bundles\nDisallow: /api\nDisallow: /hsds\nDisallow: /exit\n";
