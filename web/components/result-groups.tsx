import type { Scope } from "#db/vocabulary.ts";
import type { MatchedListing } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import type { Found } from "#web/models/find-listings.ts";
import { ListingCard } from "./listing-card.tsx";
import { ScopeGroup } from "./scope-group.tsx";
import { useSite } from "./site-context.ts";

/** Numbers of listings, the same on the cards and on the map: both groups, one after the other. */
export function numbersOf({ general, specific, starters }: Found): ReadonlyMap<string, number> {
  return new Map([...general, ...specific, ...starters].map(({ listing }, i) => [listing.facts.code, i + 1]));
}

interface GroupProps {
  readonly found: Found;
  readonly query: Query;
  readonly onOpen: (code: string) => void;
}

interface CardsProps extends Omit<GroupProps, "found"> {
  readonly items: readonly MatchedListing[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function Cards({ items, numbers, query, onOpen }: CardsProps) {
  return (
    <ul>
      {items.map((item) => (
        <ListingCard
          key={item.listing.facts.code}
          item={item}
          number={numbers.get(item.listing.facts.code) ?? 0}
          query={query}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

/** One group: its own listings, then real numbers that nobody here has checked, apart under their heading. */
export function ResultGroup({ scope, found, query, onOpen }: GroupProps & { readonly scope: Scope }) {
  const { words } = useSite();
  const numbers = numbersOf(found);
  const items = scope === "general" ? found.general : found.specific;
  const starters = found.starters.filter(({ listing }) => listing.facts.scope === scope);
  return (
    <ScopeGroup scope={scope} count={items.length + starters.length} id={`group-${scope}`}>
      <Cards items={items} numbers={numbers} query={query} onOpen={onOpen} />
      {starters.length > 0 && (
        <section class="unchecked">
          <h3>{words.t("pages.starters")}</h3>
          <Cards items={starters} numbers={numbers} query={query} onOpen={onOpen} />
        </section>
      )}
    </ScopeGroup>
  );
}
