import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import type { BundleIndex, BundlePart, ReadyBooklet } from "#server/contract/bundle.ts";
import {
  type CardsPart,
  decodeCards,
  decodeIndex,
  decodeTexts,
  encodeCards,
  encodeIndex,
  encodeTexts,
  type IndexPart,
  type TextsPart,
} from "#server/domain/bundle.ts";

/** The same listings again, each time under codes of their own. */
const again = (code: string, copy: number) => (copy === 0 ? code : `${copy}${code.slice(1)}`);

function repeated(kind: BundlePart["kind"], part: unknown, lang: string, copies: number): unknown {
  const each = Array.from({ length: copies }, (_, copy) => copy);
  if (kind === "index") {
    const facts = decodeIndex(part as IndexPart);
    return encodeIndex(each.flatMap((copy) => facts.map((one) => ({ ...one, code: again(one.code, copy) }))));
  }
  if (kind === "cards") {
    const cards = [...decodeCards(part as CardsPart)];
    return encodeCards(
      each.flatMap((copy) => cards.map(([code, card]) => [again(code, copy), card] as const)),
      lang,
    );
  }
  const texts = [...decodeTexts(part as TextsPart)];
  return encodeTexts(
    each.flatMap((copy) => texts.map(([code, detail]) => [again(code, copy), detail] as const)),
    lang,
  );
}

/** What a page is given of one area: its lists so many times over, and ready booklets. */
export async function manyListings(
  page: Page,
  { area, lang, copies, booklets }: { area: string; lang: string; copies: number; booklets: ReadyBooklet[] },
): Promise<void> {
  const made = new Map<string, string>();
  await page.route(`**/bundles/index-${lang}.json`, async (route) => {
    const answer = await route.fetch();
    const index = (await answer.json()) as BundleIndex;
    const origin = new URL(route.request().url()).origin;
    const parts = async (given: readonly BundlePart[]) =>
      Promise.all(
        given.map(async (part): Promise<BundlePart> => {
          if (part.kind === "pages" || (part.lang !== null && part.lang !== lang)) return part;
          const read = await page.request.get(`${origin}${part.url}`);
          const text = JSON.stringify(repeated(part.kind, await read.json(), lang, copies));
          made.set(part.url, text);
          return { ...part, sha256: createHash("sha256").update(text).digest("hex") };
        }),
      );
    const areas = await Promise.all(
      index.areas.map(async (one) => (one.code === area ? { ...one, parts: await parts(one.parts) } : one)),
    );
    await route.fulfill({ json: { ...index, areas, booklets } });
  });
  await page.route(`**/bundles/*.json`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const text = made.get(pathname);
    return text === undefined
      ? route.fallback()
      : route.fulfill({ body: text, contentType: "application/json" });
  });
}
