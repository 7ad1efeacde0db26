import { PART_CAP, type PartKind } from "#server/contract/bundle.ts";
import type { PublishedListing } from "#server/contract/listing.ts";
import { encodeCards, encodeIndex, encodeTexts } from "#server/domain/bundle.ts";
import { sha256 } from "#server/domain/digest.ts";
import { toCard, toDetail } from "#server/domain/to-listing-view.ts";

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

/** The parts of one area's bundle: an index, and cards and texts for each interface language. */
export async function buildParts(
  area: string,
  listings: readonly PublishedListing[],
  languages: readonly string[],
): Promise<readonly BuiltPart[]> {
  const parts: BuiltPart[] = [];
  const chunks = chunksOf(listings);
  for (const [sequence, chunk] of chunks.entries()) {
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

/**
 * At most PART_CAP listings a part. A listing's part follows from its short code alone, so that one more listing
 * changes one part and leaves the others' bytes as they are.
 */
function chunksOf(listings: readonly PublishedListing[]): readonly (readonly PublishedListing[])[] {
  const sorted = [...listings].sort((a, b) => (a.facts.code < b.facts.code ? -1 : 1));
  let count = 1;
  for (;;) {
    const chunks = Array.from({ length: count }, (): PublishedListing[] => []);
    for (const listing of sorted) chunks[chunkOf(listing.facts.code, count)]?.push(listing);
    if (chunks.every((chunk) => chunk.length <= PART_CAP))
      return chunks.filter((chunk, i) => chunk.length > 0 || i === 0);
    count *= 2;
  }
}

function chunkOf(code: string, count: number): number {
  let sum = 0;
  for (const letter of code) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % count;
}
