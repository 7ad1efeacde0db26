import type { MatchedListing } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import { Icon } from "#web/icons/icon.tsx";
import { CardFacts } from "./card-facts.tsx";
import { FitLabel } from "./fit-label.tsx";
import { ListingBody } from "./listing-body.tsx";
import { ListingBy } from "./listing-by.tsx";
import { Said } from "./phrase.tsx";

interface ListingEntryProps {
  readonly item: MatchedListing;
  readonly query: Query | null;
}

/** A listing on the page without a script: the card is the head of a details element that holds everything. */
export function ListingEntry({ item, query }: ListingEntryProps) {
  const { listing, match } = item;
  return (
    <li>
      <details class="entry">
        <summary>
          <h4>
            {listing.card === null ? listing.facts.code : <Said phrase={listing.card.name} />}
            <Icon name="caret-down" class="cd" />
          </h4>
          <ListingBy listing={listing} />
          <FitLabel match={match} facts={listing.facts} query={query} />
          <CardFacts item={item} />
        </summary>
        <ListingBody listing={listing} level={5} />
      </details>
    </li>
  );
}
