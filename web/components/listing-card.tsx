import type { MatchedListing } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import { AnswerList } from "./answer-list.tsx";
import { CardFacts } from "./card-facts.tsx";
import { FitLabel } from "./fit-label.tsx";
import { ListingBy } from "./listing-by.tsx";
import { Said } from "./phrase.tsx";
import { Pin } from "./pin.tsx";
import { useSite } from "./site-context.ts";

/** For cards that no map stands beside. */
export const NO_NUMBERS: ReadonlyMap<string, number> = new Map();

interface ListingCardProps {
  readonly item: MatchedListing;
  readonly number: number;
  readonly query: Query | null;
  readonly onOpen: (code: string) => void;
}

/** Pin, name, who runs it, fit and reason, facts: always this order. The name's button covers the card. */
export function ListingCard({ item, number, query, onOpen }: ListingCardProps) {
  const { words, answering } = useSite();
  const { facts, card } = item.listing;
  return (
    <li class="card" id={`card-${facts.code}`}>
      <Pin facts={facts} number={number} fit={item.match.fit} />
      <div>
        <h3>
          <button type="button" class="open" onClick={() => onOpen(facts.code)}>
            {card === null ? facts.code : <Said phrase={card.name} />}
          </button>
        </h3>
        <ListingBy listing={item.listing} />
      </div>
      {query?.child && answering !== null && (
        <div class="childfirst">
          <AnswerList sentences={answering.forChildren(words, facts)} />
        </div>
      )}
      <FitLabel match={item.match} facts={facts} query={query} />
      <CardFacts item={item} />
    </li>
  );
}
