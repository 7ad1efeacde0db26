/** What a service costs. Only plain statements become codes; everything stays readable as text. */
import { COST_OPTIONS, type CostOption } from "#db/vocabulary.ts";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { shown } from "../problem-list.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";

type ServiceInput = NonNullable<OrganizationInput["services"]>[number];
type CostInput = NonNullable<ServiceInput["costs"]>[number];

const FREE = /^(?:none|free|no (?:charge|fee|fees|cost)|free of charge)\.?$/iu;

/** Cost options, and “free” when the fees are plainly none. Loans are never guessed. */
export function readCosts(service: Row, rows: readonly Row[], draft: RecordDraft): CostInput[] {
  const costs = rows.flatMap((row): CostInput[] => {
    const { option, amount, amount_description: per } = row.cells;
    const description = [option, per].filter(Boolean).join(", ");
    const words =
      description === "" || [...description].length > 300
        ? {}
        : { description: { [draft.language]: description } };
    const told = COST_OPTIONS.find((item) => item === option);
    if (told !== undefined) return toldCost(told, row, draft);
    if (amount === undefined && option !== undefined && FREE.test(option))
      return [{ option: "free", ...words }];
    const value = Number(amount);
    if (amount === undefined || !/^\d+(?:\.\d+)?$/u.test(amount)) {
      draft.keepPrivate(`Cost: ${[description, amount].filter(Boolean).join(" ")}`);
      draft.hold("cost", row, "amount", `${shown(amount ?? description)} is not an amount.`);
      return [];
    }
    if (value === 0) return [{ option: "free", ...words }];
    const currency = row.cells["currency"]?.toUpperCase();
    if (currency === undefined || !/^[A-Z]{3}$/u.test(currency)) {
      draft.keepPrivate(`Cost: ${description} ${amount} ${currency ?? ""}`);
      draft.hold(
        "cost",
        row,
        "currency",
        `${shown(currency ?? "")} is not a currency code of three letters.`,
      );
      return [];
    }
    return [{ option: "fee", amount: value, currency, ...words }];
  });
  const fees = service.cells["fees_description"] ?? service.cells["fees"];
  if (costs.length === 0 && fees !== undefined && FREE.test(fees)) costs.push({ option: "free" });
  return costs;
}

/** A cost under one of our own codes: nothing is worked out. */
function toldCost(option: CostOption, row: Row, draft: RecordDraft): CostInput[] {
  const { amount, currency, amount_description: words } = row.cells;
  const cost: CostInput = { option };
  if (amount !== undefined && /^\d+(?:\.\d+)?$/u.test(amount)) cost.amount = Number(amount);
  if (currency !== undefined && /^[A-Z]{3}$/u.test(currency)) cost.currency = currency;
  if (words !== undefined && [...words].length <= 300) cost.description = { [draft.language]: words };
  return [cost];
}
