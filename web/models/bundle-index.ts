import type { BundleArea, BundleIndex } from "#server/contract/bundle.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import { type Fetch, PartError } from "./fetch-part.ts";

/** Reads the index of a language. `again`: what is known turned out to be of an older version. */
export type ReadIndex = (lang: string, again?: boolean) => Promise<BundleIndex>;

const PLAIN = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" } as const;

async function fetchIndex(lang: string, fetch: Fetch): Promise<BundleIndex> {
  const own = await fetch(`/bundles/index-${lang}.json`, PLAIN);
  // No list in this language: then that of all languages, from which the next best is taken.
  const response = own.status === 404 ? await fetch("/bundles/index.json", PLAIN) : own;
  if (!response.ok) throw new PartError(`${response.status}`, false);
  return (await response.json()) as BundleIndex;
}

/**
 * Reads the index once a visit and language, since it is the same for everybody; again only when a part that it
 * names is gone. A failed reading may be tried again.
 */
export function createIndexReader(fetch: Fetch): ReadIndex {
  const known = new Map<string, Promise<BundleIndex>>();
  return (lang, again = false) => {
    const before = known.get(lang);
    if (before !== undefined && !again) return before;
    const coming = fetchIndex(lang, fetch);
    known.set(lang, coming);
    coming.catch(() => {
      if (known.get(lang) === coming) known.delete(lang);
    });
    return coming;
  };
}

function nameOf({ code, names }: BundleArea, lang: string): AreaView["name"] {
  const own = names[lang];
  return own === undefined ? { text: names["en"] ?? code, lang: "en" } : { text: own, lang };
}

/** The areas of an index, named in a language. */
export function areasIn(index: BundleIndex, lang: string): readonly AreaView[] {
  return index.areas.map((area) => ({
    code: area.code,
    country: area.code.slice(0, 2),
    name: nameOf(area, lang),
    listings: area.listings,
    point: area.point ?? [0, 0],
  }));
}
