import { matchAgeSpan } from "#web/models/match-age-span.ts";
import { LazyListing } from "./lazy-screens.ts";
import type { AppState } from "./state.ts";

/** The listing that lies over the list, with the fit that the list gave it. */
export function OpenedListing({ state }: { readonly state: AppState }) {
  const { search, screens } = state;
  const code = screens.opened.value;
  const listing = code === null ? null : search.listing(code);
  if (listing === null) return null;
  const query = search.query.value;
  const match = matchAgeSpan(listing.facts, query, search.years.value);
  return <LazyListing key={code} item={{ listing, match }} query={query} onClose={screens.close} />;
}
