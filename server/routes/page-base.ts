import type { Context } from "hono";
import { DirectoryError } from "#server/contract/errors.ts";
import type { NeedColumns, PageModel } from "#server/contract/page.ts";
import { getSettings, getVersion, listAreas } from "#server/directory/directory.ts";
import { FORM_TOKEN, formTokenAt, isGoodFormToken } from "#server/domain/form-token.ts";
import { forGeneralOnly } from "#server/domain/general-only.ts";
import type { Query } from "#server/domain/query.ts";
import { listByNeed, toAreaView } from "#server/directory/page-models.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { pageLanguage } from "./page-language.ts";
import { asksGeneralOnly } from "./open-pages.ts";
import { SHARED_CACHE } from "./security-headers.ts";

export type PageContext = Context<PublicEnv>;

/** What every page of a language is made with. Throws `not_found` for a language that is not offered. */
export async function pageBase(c: PageContext) {
  const settings = await getSettings(c.get("published"));
  const { version } = await getVersion(c.get("published"));
  const lang = c.req.param("lang") ?? "";
  if (!settings.languages.includes(lang))
    throw new DirectoryError("not_found", "There is no page in this language.");
  const formToken = await formTokenAt(c.get("proofKey"), c.get("now")());
  return {
    lang: pageLanguage(c, settings),
    settings,
    version,
    formToken,
    generalOnly: asksGeneralOnly(c.req.raw),
  };
}

/** Every listing that serves an area, by need, as its page may show them. */
export async function needsOf(
  c: PageContext,
  { lang, generalOnly }: { readonly lang: string; readonly generalOnly: boolean },
  area: string,
  query: Query,
): Promise<readonly NeedColumns[]> {
  const columns = await listByNeed(c.get("published"), area, query, lang);
  if (!generalOnly) return columns;
  return columns.map(({ need, general }) => ({
    need,
    general: general.flatMap(({ listing, match }) => {
      const shown = forGeneralOnly(listing);
      return shown === null ? [] : [{ listing: shown, match }];
    }),
    specific: [],
  }));
}

/** All areas of the directory, named for a reader. */
export async function areaViews(c: PageContext, lang: string) {
  return (await listAreas(c.get("published"))).map((area) => toAreaView(area, lang));
}

/** Start and area pages of a real directory may be found; nothing else (safety D.4.11). */
const MAY_BE_FOUND: readonly PageModel["kind"][] = ["home", "area"];

export const mayBeFound = ({ kind, settings }: Pick<PageModel, "kind" | "settings">): boolean =>
  settings.indexed && MAY_BE_FOUND.includes(kind);

/** A page that is the same for everybody: the browser keeps nothing, a shared cache may for five minutes. */
export function draw(c: PageContext, page: PageModel): Response | Promise<Response> {
  if (mayBeFound(page)) c.header("X-Robots-Tag", "all");
  return c.html(c.get("renderPage")(page, c.get("assets")), 200, SHARED_CACHE);
}

/** The answer to a form: kept nowhere, by nobody. */
export function drawAnswer(c: PageContext, page: PageModel): Response | Promise<Response> {
  c.header("Cache-Control", "no-store");
  return c.html(c.get("renderPage")(page, c.get("assets")));
}

/**
 * The fields that say something, of a form of our own. Under `no-referrer` a form posts `Origin: null`; the browser's own
 * word on where it comes from stands in, and where it says nothing the signed word in the form (safety D.4.3). Throws
 * `forbidden` for a form of another site or of the day before yesterday, `bad_request` when there is none in the body.
 */
export async function ownForm(c: PageContext): Promise<Record<string, unknown>> {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin" && site !== "none")
    throw new DirectoryError("forbidden", "This form belongs to another site.");
  const { [FORM_TOKEN]: token, ...fields } = await formOf(c);
  if (site === undefined && !(await isGoodFormToken(c.get("proofKey"), token, c.get("now")())))
    throw new DirectoryError("forbidden", "This form belongs to another site, or is too old.");
  return fields;
}

async function formOf(c: PageContext): Promise<Record<string, unknown>> {
  try {
    const form = await c.req.parseBody({ all: true });
    return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ""));
  } catch {
    throw new DirectoryError("bad_request", "This form cannot be read.");
  }
}
