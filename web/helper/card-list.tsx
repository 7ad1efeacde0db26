import type { ListingView } from "#server/contract/listing-view.ts";
import type { Matched, NeedResults } from "#server/domain/situation/group-by-need.ts";
import { HelperCard } from "./helper-card.tsx";
import type { Tools } from "./tools.ts";

export interface CardListProps {
  readonly tools: Tools;
  readonly items: readonly Matched<ListingView>[];
  readonly results: NeedResults<ListingView>;
}

export function CardList({ tools, items, results }: CardListProps) {
  return (
    <ul>
      {items.map((item) => (
        <HelperCard key={item.facts.code} tools={tools} item={item} results={results} />
      ))}
    </ul>
  );
}
