/** What a service costs: never "free" unless somebody said so, and a loan is called a loan. */
import type { CostOption } from "#db/vocabulary.ts";
import type { ListingCard, CostView } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { moneyText } from "#web/i18n/numbers.ts";
import type { Words } from "#web/i18n/words.ts";

const OPTIONS = [
  "repay",
  "fee",
  "reduced",
  "free-if-eligible",
  "free",
] as const satisfies readonly CostOption[];

const saidYes = (facts: ListingFacts, option: CostOption) => facts.answers["cost"]?.[option] === "yes";

function optionText(words: Words, facts: ListingFacts, fee: ListingCard["fee"]): string {
  const sometimesFree = saidYes(facts, "free-if-eligible") || saidYes(facts, "free");
  const paid = saidYes(facts, "fee") || saidYes(facts, "reduced");
  if (paid && fee) {
    const amount = moneyText(words, fee.amount, fee.currency);
    return sometimesFree ? words.t("cost.amount-or-free", { amount }) : amount;
  }
  const option = OPTIONS.find((one) => saidYes(facts, one));
  return words.t(option ? `cost.${option}` : "cost.unknown");
}

/** The card's one line: "Free", "600 baht", "You pay this back", "Cost not known". */
export function costLine(words: Words, facts: ListingFacts, fee: ListingCard["fee"]): string {
  return optionText(words, facts, fee);
}

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
  const options = OPTIONS.filter((one) => saidYes(facts, one) || costs.some((cost) => cost.option === one));
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
