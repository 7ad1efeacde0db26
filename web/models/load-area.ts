import type { BundleArea, BundleIndex, BundlePart, PartKind } from "#server/contract/bundle.ts";
import type { ListingCard, ListingDetail } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import {
  type CardsPart,
  decodeCards,
  decodeIndex,
  decodeTexts,
  type IndexPart,
  type TextsPart,
} from "#server/domain/bundle.ts";
import { type Fetch, fetchPart, PartError } from "./fetch-part.ts";

export const INDEX_URL = "/bundles/index.json";

export interface AreaList {
  readonly version: string;
  readonly facts: readonly ListingFacts[];
  readonly cards: ReadonlyMap<string, ListingCard>;
  readonly texts: ReadonlyMap<string, ListingDetail>;
}

/** Parts of one kind in a language: those in it, else in English, else in whatever there is. */
export function partsIn(area: BundleArea, kind: PartKind, lang: string): readonly BundlePart[] {
  const parts = area.parts.filter((part) => part.kind === kind);
  const languages = new Set(parts.map((part) => part.lang));
  if (languages.has(null)) return parts;
  const chosen = [lang, "en"].find((candidate) => languages.has(candidate)) ?? [...languages][0];
  return parts.filter((part) => part.lang === chosen);
}

/**
 * Everything that is listed for an area, in a language. What is fetched depends on these two alone. When a part
 * is not what the index says (wrong hash, 404, 410) the index is fetched again and all is tried once more; what
 * then still fails is thrown, so that nobody sees half a list.
 */
export async function loadArea(
  code: string,
  lang: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<AreaList> {
  try {
    return await loadOnce(code, lang, fetch, signal);
  } catch (error) {
    if (!(error instanceof PartError && error.stale)) throw error;
    return loadOnce(code, lang, fetch, signal);
  }
}

async function loadOnce(code: string, lang: string, fetch: Fetch, signal: AbortSignal): Promise<AreaList> {
  const response = await fetch(INDEX_URL, { signal, cache: "no-store", credentials: "omit" });
  if (!response.ok) throw new PartError(`${response.status}`, false);
  const index = (await response.json()) as BundleIndex;
  const area = index.areas.find((candidate) => candidate.code === code);
  if (area === undefined) throw new PartError("area", false);
  const all = (kind: PartKind) =>
    Promise.all(partsIn(area, kind, lang).map((part) => fetchPart(part, fetch, signal)));
  const [facts, cards, texts] = await Promise.all([all("index"), all("cards"), all("texts")]);
  // The hash says that these are the bytes that were published, and the packing's format is checked on reading.
  return {
    version: index.version,
    facts: facts.flatMap((part) => decodeIndex(part as IndexPart)),
    cards: new Map(cards.flatMap((part) => [...decodeCards(part as CardsPart)])),
    texts: new Map(texts.flatMap((part) => [...decodeTexts(part as TextsPart)])),
  };
}
