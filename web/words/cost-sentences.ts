/** What a service costs, in the sentences of a listing. They come with the later screens. */
import type { CostOption } from "#db/vocabulary.ts";
import type { CostView } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { moneyText } from "#web/i18n/numbers.ts";
import type { Words } from "#web/i18n/words.ts";
import { COST_OPTIONS, saidYes } from "./cost.ts";

function costText(words: Words, option: CostOption, cost: CostView | null): string {
  const money =
    cost?.amount != null && cost.currency !== null ? moneyText(words, cost.amount, cost.currency) : null;
  if (option === "free") return words.t("cost.free-long");
  if (option === "free-if-eligible") return words.t("cost.free-if-eligible-long");
  if (money === null) return words.t(`cost.${option}-long`);
  return words.t(`cost.${option}-amount`, { amount: money });
}

/**
 * The listing's sentences, a line for each way of paying. "You don't pay anything back" is said only when no
 * fee and no loan stands beside it.
 */
export function costSentences(words: Words, facts: ListingFacts, costs: readonly CostView[] = []): string[] {
  const options = COST_OPTIONS.filter(
    (one) => saidYes(facts, one) || costs.some((cost) => cost.option === one),
  );
  if (options.length === 0) return [words.t("cost.unknown-long")];
  const paid = options.some((one) => one === "repay" || one === "fee" || one === "reduced");
  return options.flatMap((option) => {
    if (option === "free" && paid) return [words.t("cost.free-part")];
    const named = costs.filter((cost) => cost.option === option);
    return named.length === 0
      ? [costText(words, option, null)]
      : named.map((cost) => costText(words, option, cost));
  });
}
