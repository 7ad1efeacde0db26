import { SIGN } from "#web/components/answer-list.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { Item } from "#web/models/helper-model.ts";
import type { Situation } from "#server/domain/situation/situation.ts";
import { situationFit, whyTexts } from "#web/words/why.ts";

const KINDS = [
  { answer: "yes", state: "yes" },
  { answer: "unknown", state: "ask" },
  { answer: "no", state: "no" },
] as const;
const LOOK = { fits: "yes", ask: "ask", no: "no" } as const;
const FIT_SIGN = { fits: "check", ask: "question", no: "minus" } as const;

interface WhyProps {
  readonly item: Item;
  readonly situation: Situation;
}

/** Fits, Ask first, Not for them: the word and its shape. Nothing while nothing was said. */
export function Fit({ item }: Pick<WhyProps, "item">) {
  const { words } = useSite();
  const { match } = item;
  if (match.reasons.length === 0) return null;
  return (
    <span class={`fit ${LOOK[match.fit]}`}>
      <Icon name={FIT_SIGN[match.fit]} />
      {situationFit(words, match)}
    </span>
  );
}

/** Every reason as a sentence: what fits, what to ask, what stands against it. */
export function WhyList({ item, situation }: WhyProps) {
  const { words } = useSite();
  const rows = KINDS.flatMap(({ answer, state }) =>
    whyTexts(words, item.match, answer, item.facts, situation).map((text) => ({ state, text })),
  );
  if (rows.length === 0) return null;
  return (
    <ul class="answers whys">
      {rows.map(({ state, text }) => (
        <li key={`${state} ${text}`} class={state}>
          <span class="m">
            <Icon name={SIGN[state]} />
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
