import type { Localized } from "#server/contract/listing.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import type { HsdsTaxonomies } from "./taxonomies.ts";

/** What writing a listing for others needs beside the listing: all of it public, all of it handed in. */
export interface HsdsContext {
  /** BCP 47: the language of names and texts, with English and then any other where it has none. */
  readonly lang: string;
  /** `https://directory.example` without a path; null when what is written knows no site. */
  readonly site: string | null;
  /** Areas by code. */
  readonly areas: ReadonlyMap<string, PublicArea>;
  readonly taxonomies: HsdsTaxonomies;
  /** Further languages that are given beside the first; undefined: all there are. */
  readonly languages?: readonly string[] | undefined;
}

/** The text in the language that is written, or undefined. */
export function wordsOf(localized: Localized | undefined, { lang }: HsdsContext): string | undefined {
  return localized === undefined ? undefined : phrase(localized, lang)?.text;
}

/** The address of a listing on the site: its code stands in the fragment, which no server learns. */
export function listingUrl(code: string, { site, lang }: HsdsContext): string | undefined {
  return site === null ? undefined : `${site}/${lang}/#${code}`;
}
