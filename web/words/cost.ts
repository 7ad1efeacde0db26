/** What a service costs, in the one line of a card: never "free" unless somebody said so, and a loan is called a loan. */
import type { CostOption } from "#db/vocabulary.ts";
import type { ListingCard } from "#server/contract/listing-view.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { moneyText } from "#web/i18n/numbers.ts";
import type { Words } from "#web/i18n/words.ts";

/** Ways of paying, the one that binds most first. */
export const COST_OPTIONS = [
  "repay",
  "fee",
  "reduced",
  "free-if-eligible",
  "free",
] as const satisfies readonly CostOption[];

export const saidYes = (facts: ListingFacts, option: CostOption) => facts.answers["cost"]?.[option] === "yes";

function optionText(words: Words, facts: ListingFacts, fee: ListingCard["fee"]): string {
  const sometimesFree = saidYes(facts, "free-if-eligible") || saidYes(facts, "free");
  const paid = saidYes(facts, "fee") || saidYes(facts, "reduced");
  if (paid && fee) {
    const amount = moneyText(words, fee.amount, fee.currency);
    return sometimesFree ? words.t("cost.amount-or-free", { amount }) : amount;
  }
  const option = COST_OPTIONS.find((one) => saidYes(facts, one));
  return words.t(option ? `cost.${option}` : "cost.unknown");
}

/** The card's one line: "Free", "600 baht", "You pay this back", "Cost not known". */
export function costLine(words: Words, facts: ListingFacts, fee: ListingCard["fee"]): string {
  return optionText(words, facts, fee);
}
