/**
 * What a page shows, before anyone draws it. The server makes these from the published store; `web/render.tsx`
 * draws them as HTML without JavaScript; the same components draw them on the device.
 */
import type { Need, TextPage } from "#db/vocabulary.ts";
import type { Match, Query } from "#server/domain/query.ts";
import type { BundlePart, ReadyBooklet } from "./bundle.ts";
import type { AreaView, ListingView } from "./listing-view.ts";
import type { ChosenText, PublicText } from "./public-text.ts";
import type { PublicSettings } from "./settings.ts";

export interface MatchedListing {
  readonly listing: ListingView;
  readonly match: Match;
}

/** A need with its two columns, in the order in which they are shown. */
export interface NeedColumns {
  readonly need: Need;
  readonly general: readonly MatchedListing[];
  readonly specific: readonly MatchedListing[];
}

interface PageBase {
  /** Interface language. */
  readonly lang: string;
  readonly settings: PublicSettings;
  /** The published version, for the foot of prints. */
  readonly version: string;
  /** Only help that is open to everyone, and no word of any other. Absent: all. */
  readonly generalOnly?: boolean;
  /** The signed word of the day that forms carry (`server/domain/form-token.ts`). Absent: forms carry none. */
  readonly formToken?: string;
}

/** Fixed pages of words: `web/pages/{name}.tsx`. */
export const WORD_PAGES = ["emergency", "safe", "languages"] as const;
export type WordPage = (typeof WORD_PAGES)[number];

export type PageModel =
  | (PageBase & {
      readonly kind: "home";
      readonly areas: readonly AreaView[];
      /** Where the app finds the pages of words, a part a language; left out: nowhere. */
      readonly texts?: readonly BundlePart[];
    })
  | (PageBase & { readonly kind: "areas"; readonly areas: readonly AreaView[] })
  | (PageBase & {
      readonly kind: "area";
      readonly area: AreaView;
      readonly needs: readonly NeedColumns[];
      /** What was asked in the narrowing form; null on the plain area page. */
      readonly query: Query | null;
    })
  | (PageBase & {
      readonly kind: "sheet";
      readonly area: AreaView;
      readonly needs: readonly NeedColumns[];
      /** ISO date of printing. */
      readonly printedOn: string;
      /** Of this area. */
      readonly booklets: readonly ReadyBooklet[];
    })
  | (PageBase & { readonly kind: "words"; readonly page: WordPage; readonly areas: readonly AreaView[] })
  | (PageBase & {
      /** Your rights and how this works: the list of the pages below. */
      readonly kind: "guide";
      /** One for each page that is written, in the reader's language where there is one. */
      readonly texts: readonly PublicText[];
    })
  | (PageBase & {
      readonly kind: "text";
      readonly page: TextPage;
      /** Null: nobody has written it yet. */
      readonly chosen: ChosenText | null;
      /** ISO 3166-1 of the countries that have a text of their own. */
      readonly countries: readonly string[];
    })
  | (PageBase & { readonly kind: "suggest"; readonly areas: readonly AreaView[] })
  | (PageBase & { readonly kind: "told"; readonly what: "report" | "suggestion" })
  | (PageBase & {
      readonly kind: "error";
      readonly status: number;
      readonly code: string;
      /** Countries by name, for the numbers of a side that is closed. */
      readonly areas?: readonly AreaView[];
    });

/** Where the built files of the front end are. Paths on our own origin. */
export interface PageAssets {
  readonly script: string;
  /** What the script fetches first, all of it: named in the page, so that it does not come one file after the other. */
  readonly app?: readonly string[];
  /** The words of the first screens, by language. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly preload: readonly string[];
  readonly styles: readonly string[];
  /** Styles of all pages but the start page, where they come after the first paint. */
  readonly moreStyles?: readonly string[];
}

/** Given to the public app by its entry, so that `server` never imports `web`. */
export type RenderPage = (page: PageModel, assets: PageAssets) => string;
