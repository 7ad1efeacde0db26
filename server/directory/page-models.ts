import type { Published } from "#db/stores.ts";
import { NEEDS } from "#db/vocabulary.ts";
import type { AreaView } from "#server/contract/listing-view.ts";
import type { MatchedListing, NeedColumns } from "#server/contract/page.ts";
import type { PublicArea } from "#server/contract/public-records.ts";
import { compareMatches, match } from "#server/domain/match/match.ts";
import { isForHelpersAlone } from "#server/domain/needs.ts";
import type { Query } from "#server/domain/query.ts";
import { toListingView } from "#server/domain/to-listing-view.ts";
import { findListings } from "./directory.ts";

/** An area in the reader's language. */
export function toAreaView(area: PublicArea, lang: string): AreaView {
  const own = area.names[lang];
  return {
    code: area.code,
    country: area.country,
    name: own === undefined ? { text: area.names["en"] ?? area.code, lang: "en" } : { text: own, lang },
    point: area.point,
    listings: area.listings,
  };
}

/**
 * Every listing that serves an area, by need, in two columns, each in the neutral order: what the page without
 * JavaScript and the area sheet show. Both columns are always there, empty or not.
 */
export async function listByNeed(
  db: Published,
  area: string,
  query: Query,
  lang: string,
): Promise<readonly NeedColumns[]> {
  const listings = await findListings(db, { areas: [area] }, "web");
  const matched = listings
    .filter(({ facts }) => !isForHelpersAlone(facts))
    .map((listing) => {
      const view = toListingView(listing, lang);
      return {
        listing: view,
        facts: listing.facts,
        match: match(listing.facts, { ...query, areas: [area] }),
        name: view.card?.name.text ?? "",
      };
    })
    .filter(({ match: { found } }) => found)
    .sort(compareMatches);
  return NEEDS.map((need) => {
    const answering = matched.filter(({ facts }) => facts.needs.includes(need));
    const column = (scope: string): MatchedListing[] =>
      answering
        .filter(({ facts }) => facts.scope === scope)
        .map(({ listing, match: found }) => ({ listing, match: found }));
    return { need, general: column("general"), specific: column("trafficking-specific") };
  });
}
