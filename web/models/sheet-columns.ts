import type { Need } from "#db/vocabulary.ts";
import type { NeedColumns } from "#server/contract/page.ts";
import type { Entry } from "./directory-model.ts";
import { findListings } from "./find-listings.ts";

/** All listings of an area by need, in the neutral order: the same columns as the server's page has. */
export function sheetColumns(
  entries: readonly Entry[],
  area: string,
  needs: readonly Need[],
): readonly NeedColumns[] {
  return needs.map((need) => {
    const { general, specific, starters } = findListings(entries, { areas: [area], needs: [need] }, null);
    const apart = (scope: string) => starters.filter(({ listing }) => listing.facts.scope === scope);
    return {
      need,
      general: [...general, ...apart("general")],
      specific: [...specific, ...apart("trafficking-specific")],
    };
  });
}
