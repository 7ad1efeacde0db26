import { matchAgeSpan } from "#web/models/match-age-span.ts";
import { LazyListing } from "./lazy-screens.ts";
import type { AppState } from "./state.ts";

/** The listing that lies over the list, with the fit that the list gave it. */
export function OpenedListing({ state }: { readonly state: AppState }) {
  const { search, screens } = state;
  const code = screens.opened.value;
  // Read here, so that a listing opens when its list comes: a link may be faster.
  const { value: entries } = search.entries;
  const listing =
    entries.find(({ view }) => view.facts.code === code || view.facts.formerCodes?.includes(code ?? ""))
      ?.view ?? null;
  if (listing === null || state.directory.state.value !== "ready") return null;
  const query = search.query.value;
  const match = matchAgeSpan(listing.facts, query, search.years.value);
  return <LazyListing key={code} item={{ listing, match }} query={query} onClose={screens.close} />;
}
