import { eq } from "drizzle-orm";
import { readDocument, writeDocument } from "#db/published-documents.ts";
import { text as textTable, type TextRow } from "#db/schema/catalogue/index.ts";
import type { CatalogueTx, PublishedTx } from "#db/stores.ts";
import { TEXT_PAGES } from "#db/vocabulary.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import { textsFor } from "#server/domain/choose-text.ts";
import { stableJson } from "#server/domain/stable-json.ts";
import { type BuiltPart, type Compress, toPart } from "./build-parts.ts";
import { replaceParts } from "./replace-parts.ts";

/** The key under which the parts of texts stand beside those of areas. */
export const TEXTS_AREA = "all";

/** The texts that everybody may read, in an order that depends on nothing but themselves. */
export async function readPublicTexts(tx: CatalogueTx): Promise<readonly PublicText[]> {
  const rows = await tx.select().from(textTable).where(eq(textTable.state, "published"));
  return rows
    .map(toPublicText)
    .sort(
      (a, b) =>
        TEXT_PAGES.indexOf(a.page) - TEXT_PAGES.indexOf(b.page) ||
        compare(a.country, b.country) ||
        compare(a.lang, b.lang),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What everybody may read of a text, field by field. */
function toPublicText(row: TextRow): PublicText {
  return {
    page: row.page,
    country: row.country,
    lang: row.language,
    title: row.title,
    body: row.body,
    checked: row.checked,
    date: row.date,
    source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl },
  };
}

interface TextOptions {
  readonly languages: readonly string[];
  readonly compress: Compress;
  readonly quality: number;
  /** Whether languages or everything else may have moved: builds the parts again although no text did. */
  readonly everything: boolean;
}

/**
 * Writes the public texts and, for each interface language, the part that the app fetches: one a language, the
 * same for everybody. Answers how many files are new.
 */
export async function writeTexts(
  tx: PublishedTx,
  texts: readonly PublicText[],
  { languages, compress, quality, everything }: TextOptions,
): Promise<number> {
  const before = await readDocument<readonly PublicText[]>(tx, "texts");
  if (!everything && before !== null && stableJson(before) === stableJson(texts)) return 0;
  await writeDocument(tx, "texts", texts);
  const parts: BuiltPart[] = [];
  for (const lang of languages) {
    const own = textsFor(texts, lang);
    if (own.length > 0) parts.push(await toPart(TEXTS_AREA, "pages", lang, 0, own));
  }
  const written = await replaceParts(tx, TEXTS_AREA, parts, { compress, quality });
  await writeDocument(
    tx,
    "text-parts",
    parts.map(({ file, kind, lang, content, sha256, sequence }) => ({
      kind,
      scope: "everywhere",
      lang,
      url: `/bundles/${file}`,
      bytes: content.byteLength,
      sha256,
      sequence,
    })),
  );
  return written;
}
