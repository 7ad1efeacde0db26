import { type Context, Hono } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";
import { WORD_PAGES, type PageModel } from "#server/contract/page.ts";
import { NarrowInput } from "#server/contract/narrow.ts";
import { getArea, getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { listByNeed, toAreaView } from "#server/directory/page-models.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { pageLanguage } from "./page-language.ts";
import { parseInput } from "./read-json.ts";
import { SHARED_CACHE } from "./security-headers.ts";

type PageContext = Context<PublicEnv>;

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
    const { lang } = await pageBase(c);
    return c.redirect(`/${lang}/`, 308);
  })
  .get("/:lang/", async (c) => {
    const base = await pageBase(c);
    return draw(c, { ...base, kind: "home", areas: await areaViews(c, base.lang) });
  })
  .get("/:lang/areas", async (c) => {
    const base = await pageBase(c);
    return draw(c, { ...base, kind: "areas", areas: await areaViews(c, base.lang) });
  })
  .get(`/:lang/:page{${WORD_PAGES.join("|")}}`, async (c) => {
    const base = await pageBase(c);
    const page = WORD_PAGES.find((name) => name === c.req.param("page")) ?? "about";
    return draw(c, { ...base, kind: "words", page, areas: await areaViews(c, base.lang) });
  })
  .get("/:lang/area/:code", async (c) => {
    const base = await pageBase(c);
    const area = toAreaView(await getArea(c.get("published"), c.req.param("code").toUpperCase()), base.lang);
    const needs = await listByNeed(c.get("published"), area.code, {}, base.lang);
    return draw(c, { ...base, kind: "area", area, needs, query: null });
  })
  .get("/:lang/area/:code/sheet", async (c) => {
    const base = await pageBase(c);
    const area = toAreaView(await getArea(c.get("published"), c.req.param("code").toUpperCase()), base.lang);
    const needs = await listByNeed(c.get("published"), area.code, {}, base.lang);
    const printedOn = c.get("now")().toISOString().slice(0, 10);
    return draw(c, { ...base, kind: "sheet", area, needs, printedOn });
  })
  .post("/:lang/narrow", async (c) => {
    // A fixed path and a body: what is asked stands in no address and no log, and the answer is kept nowhere.
    refuseOtherSites(c);
    const base = await pageBase(c);
    const { area: code, query } = parseInput(NarrowInput, await formOf(c));
    const area = toAreaView(await getArea(c.get("published"), code), base.lang);
    const needs = await listByNeed(c.get("published"), area.code, query, base.lang);
    c.header("Cache-Control", "no-store");
    return c.html(c.get("renderPage")({ ...base, kind: "area", area, needs, query }, c.get("assets")));
  });

const ROBOTS_OPEN =
  "User-agent: *\nDisallow: /curate\nDisallow: /bundles\nDisallow: /api\nDisallow: /hsds\nDisallow: /exit\n";

async function pageBase(c: PageContext) {
  const settings = await getSettings(c.get("published"));
  const { version } = await getVersion(c.get("published"));
  const lang = c.req.param("lang") ?? "";
  if (!settings.languages.includes(lang))
    throw new DirectoryError("not_found", "There is no page in this language.");
  return { lang: pageLanguage(c, settings), settings, version };
}

async function areaViews(c: PageContext, lang: string) {
  return (await listAreas(c.get("published"))).map((area) => toAreaView(area, lang));
}

/** Start and area pages of a real directory may be found; nothing else (safety D.4.11). */
const MAY_BE_FOUND: readonly PageModel["kind"][] = ["home", "area"];

function draw(c: PageContext, page: PageModel): Response | Promise<Response> {
  if (page.settings.indexed && MAY_BE_FOUND.includes(page.kind)) c.header("X-Robots-Tag", "all");
  return c.html(c.get("renderPage")(page, c.get("assets")), 200, SHARED_CACHE);
}

/** Under `no-referrer` a form posts `Origin: null`; the browser's own word on where it comes from stands in (safety D.4.3). */
function refuseOtherSites(c: PageContext): void {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw new DirectoryError("forbidden", "This form belongs to another site.");
  }
}

async function formOf(c: PageContext): Promise<Record<string, unknown>> {
  try {
    const form = await c.req.parseBody({ all: true });
    return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ""));
  } catch {
    throw new DirectoryError("bad_request", "This form cannot be read.");
  }
}
