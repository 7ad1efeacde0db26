/** What the parts of a bundle weigh: all listings of a directory in one part of each kind, in one language. */
import { brotliCompressSync, constants } from "node:zlib";
import type { PublishedListing } from "#server/contract/listing.ts";
import { buildParts } from "#server/publication/build-parts.ts";

/** Brotli 11, in bytes for a thousand listings. */
export interface BundleSizes {
  readonly listings: number;
  readonly index: number;
  /** Index and cards. */
  readonly cards: number;
  /** Index, cards and texts. */
  readonly all: number;
}

function squeeze(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  }).byteLength;
}

/** Packs listings as publishing does, and weighs each kind for a thousand of them. */
export async function bundleSizes(listings: readonly PublishedListing[], lang: string): Promise<BundleSizes> {
  const parts = await buildParts("XX", listings, [lang]);
  const of = (kind: string) =>
    parts.filter((part) => part.kind === kind).reduce((sum, { content }) => sum + squeeze(content), 0);
  const thousand = (bytes: number) => Math.round((bytes * 1000) / Math.max(1, listings.length));
  const [index, cards, texts] = [of("index"), of("cards"), of("texts")];
  return {
    listings: listings.length,
    index: thousand(index),
    cards: thousand(index + cards),
    all: thousand(index + cards + texts),
  };
}
