import { Hono } from "hono";
import { EVERYWHERE, TEXT_PAGES, type TextPage } from "#db/vocabulary.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import { listPublicTexts } from "#server/directory/directory.ts";
import { chooseText, countriesOf, listTexts } from "#server/domain/choose-text.ts";
import { mayStandAlone } from "#server/domain/general-only.ts";
import type { PublicEnv } from "#server/public-app.ts";
import { draw, type PageContext, pageBase } from "./page-base.ts";

/** In a group: one of the router's ways would hold the beginning of the first and the end of the last alone. */
const PAGES = `(?:${TEXT_PAGES.join("|")})`;

/** Pages of words without a script: the list of them, each for every country, and each for one country. */
export const textPages = new Hono<PublicEnv>()
  .get("/:lang/guide", async (c) => {
    const base = await pageBase(c);
    const texts = await readTexts(c, base);
    return draw(c, { ...base, kind: "guide", texts: listTexts(texts, onlyCountry(base), base.lang) });
  })
  .get(`/:lang/:page{${PAGES}}`, async (c) => drawText(c, c.req.param("page"), null))
  .get(`/:lang/:page{${PAGES}}/:country{[A-Z][A-Z]}`, async (c) =>
    drawText(c, c.req.param("page"), c.req.param("country")),
  );

/** The pages of words; with general help only those that name nothing else. */
async function readTexts(c: PageContext, { generalOnly }: { readonly generalOnly: boolean }) {
  const texts = await listPublicTexts(c.get("published"));
  return generalOnly ? texts.filter(mayStandAlone) : texts;
}

async function drawText(c: PageContext, name: string, country: string | null) {
  const base = await pageBase(c);
  const page = TEXT_PAGES.find((one) => one === name);
  const texts = await readTexts(c, base);
  const chosen = page === undefined ? null : chooseText(texts, page, country ?? onlyCountry(base), base.lang);
  if (page === undefined || !mayStand(page, country, chosen?.text.country ?? null))
    throw new DirectoryError("not_found", "This page is not written yet.");
  return draw(c, { ...base, kind: "text", page, chosen, countries: countriesOf(texts, page) });
}

/** Who runs this always stands. A country has a page only where somebody wrote one for it. */
function mayStand(page: TextPage, country: string | null, found: string | null): boolean {
  if (country !== null) return found === country;
  return found !== null || page === "about";
}

/** A directory of one country speaks for that country at once. */
function onlyCountry({ settings }: { readonly settings: { readonly countries: readonly string[] } }): string {
  return settings.countries.length === 1 ? (settings.countries[0] ?? EVERYWHERE) : EVERYWHERE;
}
