/** Ready booklets: drawn here with the native compiler and put into the published store. */
import { getVersion, listAreas } from "#server/directory/directory.ts";
import { listBooklets } from "#server/directory/booklets.ts";
import { makeEdition } from "#server/edition/make-edition.ts";
import { addBooklet, readBookletWishes } from "#server/publication/booklets.ts";
import type { BookletWish } from "#server/contract/bundle.ts";
import { PAPERS } from "#server/contract/edition.ts";
import { languageOf } from "#web/local-language.ts";
import { WORDS_IN } from "#web/i18n/all.ts";
import { prepare } from "./compile-pdf.ts";
import { drawPages, type PdfOptions } from "./draw-pages.ts";
import { readSource } from "./read-source.ts";

type Published = Parameters<typeof addBooklet>[0];

export interface BookletOptions extends PdfOptions {
  /** Our own address, for QR codes. */
  readonly site: string | undefined;
  /** ISO date. */
  readonly today: string;
  /** Draws the pages; left out: in this process. */
  readonly draw?: typeof drawPages;
  /** Hears of each that was made. */
  readonly onMade?: (wish: BookletWish, pages: number, bytes: number) => void;
}

/**
 * What to make when nothing is named: for each area that lists something of its own, a booklet on A4 in the language
 * that is most read there and one in English.
 */
export async function usualWishes(
  published: Published,
  named: {
    readonly areas?: readonly string[] | undefined;
    readonly langs?: readonly string[] | undefined;
    readonly papers?: readonly string[] | undefined;
    readonly large?: boolean;
    readonly generalOnly?: boolean;
  },
): Promise<readonly BookletWish[]> {
  const listed = (await listAreas(published)).filter(({ listings }) => listings > 0);
  const areas = named.areas ?? listed.map(({ code }) => code);
  const papers = PAPERS.filter((paper) => named.papers?.includes(paper) ?? paper === "a4");
  return areas.flatMap((area) => {
    const local = languageOf(area);
    const usual = local === null || !WORDS_IN.includes(local) ? ["en"] : [local, "en"];
    return [...new Set(named.langs ?? usual)].flatMap((langs) =>
      papers.map((paper) => ({
        area,
        languages: langs.split(",").map((lang) => lang.trim()),
        paper,
        large: named.large ?? false,
        generalOnly: named.generalOnly ?? false,
      })),
    );
  });
}

/** Those that were taken away and not made again yet. */
export const missedWishes = readBookletWishes;

/** Draws each wish that is not ready and publishes it. Answers how many were made. */
export async function makeBooklets(
  published: Published,
  wishes: readonly BookletWish[],
  { site, today, fonts, draw = drawPages, onMade }: BookletOptions,
): Promise<number> {
  const key = ({ area, languages, paper, large, generalOnly }: BookletWish) =>
    JSON.stringify([area, languages, paper, large, generalOnly]);
  const ready = new Set((await listBooklets(published)).map(key));
  let made = 0;
  for (const wish of wishes) {
    if (ready.has(key(wish))) continue;
    ready.add(key(wish));
    const { version } = await getVersion(published);
    const { paper, large, generalOnly } = wish;
    const source = await readSource(
      published,
      { form: "booklet", paper, large, bw: false, children: false, generalOnly },
      { area: [wish.area], lang: wish.languages.join(","), date: today, site },
    );
    const edition = await makeEdition(source);
    const { bytes, pages } = await draw(prepare(edition, source.wordings), { fonts });
    await addBooklet(published, {
      wish,
      madeOn: today,
      pages,
      bytes: new Uint8Array(bytes),
      listings: source.listings.map(({ id }) => id),
      version,
    });
    onMade?.(wish, pages, bytes.length);
    made += 1;
  }
  return made;
}
