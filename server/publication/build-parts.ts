import type { PartKind } from "#server/contract/bundle.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { encodeCards, encodeIndex, encodeTexts } from "#server/domain/bundle.ts";
import { sha256 } from "#server/domain/digest.ts";
import { toCard, toDetail } from "#server/domain/to-listing-view.ts";
import { chunksOf, withFiles } from "./bundle-chunks.ts";

/** Squeezes bytes once, when they are published. Given by the entry: Node and workerd have it in different places. */
export interface Compress {
  /** Brotli; quality 0 to 11. */
  brotli(bytes: Uint8Array, quality: number): Uint8Array;
  gzip(bytes: Uint8Array): Uint8Array;
}

export interface BuiltPart {
  readonly file: string;
  readonly area: string;
  readonly kind: PartKind;
  /** Empty for the index. */
  readonly lang: string;
  readonly sequence: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** All parts of one area's bundle: an index, and cards and texts for each interface language. */
export async function buildParts(
  area: string,
  listings: readonly PublishedListing[],
  languages: readonly string[],
): Promise<readonly BuiltPart[]> {
  const byCode = new Map(listings.map((listing) => [listing.facts.code, listing]));
  const parts: BuiltPart[] = [];
  const chunks = chunksOf([...byCode.keys()]);
  for (const [sequence, number] of withFiles(chunks.map(({ length }) => length)).entries()) {
    const chunk = (chunks[number] ?? []).flatMap((code) => byCode.get(code) ?? []);
    parts.push(...(await buildChunk({ area, sequence }, chunk, languages)));
  }
  return parts;
}

/** The parts of one chunk of an area, its listings in the order of their codes. */
export async function buildChunk(
  { area, sequence }: { readonly area: string; readonly sequence: number },
  chunk: readonly PublishedListing[],
  languages: readonly string[],
): Promise<readonly BuiltPart[]> {
  const parts: BuiltPart[] = [];
  const add = async (kind: PartKind, lang: string, content: unknown) =>
    parts.push(await toPart(area, kind, lang, sequence, content));
  await add("index", "", encodeIndex(chunk.map((listing) => listing.facts)));
  for (const lang of languages) {
    await add(
      "cards",
      lang,
      encodeCards(
        chunk.map((listing) => [listing.facts.code, toCard(listing, lang)]),
        lang,
      ),
    );
    await add(
      "texts",
      lang,
      encodeTexts(
        chunk.map((listing) => [listing.facts.code, toDetail(listing, lang)]),
        lang,
      ),
    );
  }
  return parts;
}

/** One part from its content: named by its own hash. */
export async function toPart(
  area: string,
  kind: PartKind,
  lang: string,
  sequence: number,
  body: unknown,
): Promise<BuiltPart> {
  const content = new TextEncoder().encode(JSON.stringify(body));
  const hash = await sha256(content);
  const name = [area.toLowerCase(), kind, lang.toLowerCase(), sequence === 0 ? "" : String(sequence)]
    .filter((word) => word !== "")
    .join("-");
  return { file: `${name}.${hash.slice(0, 16)}.json`, area, kind, lang, sequence, content, sha256: hash };
}
