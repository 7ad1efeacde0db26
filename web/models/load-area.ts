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
import type { ReadIndex } from "./bundle-index.ts";
import { type Fetch, fetchPart, PartError } from "./fetch-part.ts";

export interface AreaList {
  readonly version: string;
  /** ISO 15924 of the scripts in its texts. */
  readonly scripts: readonly string[];
  readonly facts: readonly ListingFacts[];
  readonly cards: ReadonlyMap<string, ListingCard>;
  /** Null until they have come. */
  readonly texts: ReadonlyMap<string, ListingDetail> | null;
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
  { readIndex, fetch, signal, onProgress }: LoadingArea,
): Promise<AreaList> {
  try {
    return await loadOnce(code, lang, await readIndex(lang), { fetch, signal, onProgress });
  } catch (error) {
    if (!(error instanceof PartError && error.stale)) throw error;
    return loadOnce(code, lang, await readIndex(lang, true), { fetch, signal, onProgress });
  }
}

/** What loading needs from outside. */
export interface LoadingArea {
  readonly readIndex: ReadIndex;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** Hears of what is there so far: the facts, which answer a search by themselves, then the cards. */
  readonly onProgress?: ((list: AreaList) => void) | undefined;
}

async function loadOnce(
  code: string,
  lang: string,
  index: BundleIndex,
  { fetch, signal, onProgress }: Omit<LoadingArea, "readIndex">,
): Promise<AreaList> {
  const area = index.areas.find((candidate) => candidate.code === code);
  if (area === undefined) throw new PartError("area", true);
  const all = (kind: PartKind) =>
    Promise.all(partsIn(area, kind, lang).map((part) => fetchPart(part, fetch, signal)));
  // The small parts are asked for first; the texts, which only an opened listing shows, come behind them.
  const facts = all("index");
  const cards = all("cards");
  const texts = Promise.all([facts, cards]).then(() => all("texts"));
  texts.catch(() => undefined);
  cards.catch(() => undefined);
  // The hash says that these are the bytes that were published, and the packing's format is checked on reading.
  let list: AreaList = {
    version: index.version,
    scripts: area.scripts,
    facts: (await facts).flatMap((part) => decodeIndex(part as IndexPart)),
    cards: new Map(),
    texts: null,
  };
  onProgress?.(list);
  list = { ...list, cards: new Map((await cards).flatMap((part) => [...decodeCards(part as CardsPart)])) };
  onProgress?.(list);
  return { ...list, texts: new Map((await texts).flatMap((part) => [...decodeTexts(part as TextsPart)])) };
}
