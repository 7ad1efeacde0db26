import type { Published } from "#db/stores.ts";
import { facetCounts } from "#server/domain/facet-counts.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { searchable, searchableParts } from "#server/domain/search-text.ts";
import { phrase, toListingView } from "#server/domain/to-listing-view.ts";
import { findListings } from "./directory.ts";
import type { ListAnswer, ListSearch } from "./search-cells.ts";

/**
 * The same search over the plain tables: `match` reads every listing of the areas. What the packed cells must equal,
 * and what answers while there are none.
 */
export async function searchPlainly(
  db: Published,
  { query, lang, includeNo, from, to }: ListSearch,
): Promise<ListAnswer> {
  const matched = (await findListings(db, { areas: query.areas, needs: query.needs }, "feed"))
    .map((listing) => {
      const text =
        query.words === undefined ? undefined : searchable(searchableParts(toListingView(listing, lang)));
      return {
        listing,
        facts: listing.facts,
        match: match(listing.facts, query, text),
        name: phrase(listing.name, lang)?.text ?? "",
      };
    })
    .filter(({ match: { found, fit } }) => found && (fit !== "no" || includeNo))
    .sort(compareMatches);
  return {
    total: matched.length,
    page: matched.slice(from, to).map(({ listing }) => listing),
    facets: facetCounts(matched.map(({ facts }) => facts)),
  };
}
