import type { ListingFacts } from "#server/contract/listing.ts";
import type { Match, Query } from "#server/domain/query.ts";
import { Icon } from "#web/icons/icon.tsx";
import { fitText, reasonTexts } from "#web/words/reason.ts";
import { useSite } from "./site-context.ts";

const SIGN = { fits: "check", ask: "question", no: "minus" } as const;
const LOOK = { fits: "yes", ask: "ask", no: "no" } as const;

interface FitLabelProps {
  readonly match: Match;
  readonly facts: ListingFacts;
  /** Lets the reason name the age that was said. */
  readonly query: Query | null;
}

/** Fits, Ask first or Not for you, with the reason beside it. Nothing before somebody has answered something. */
export function FitLabel({ match, facts, query }: FitLabelProps) {
  const { words } = useSite();
  if (match.reasons.length === 0) return null;
  return (
    <p class="why">
      <span class={`fit ${LOOK[match.fit]}`}>
        <Icon name={SIGN[match.fit]} />
        {fitText(words, match)}
      </span>
      <span>{reasonTexts(words, match, facts, query).join(" ")}</span>
    </p>
  );
}
