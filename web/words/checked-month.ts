/** When a listing was checked, as paper says it. It comes with the later screens. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { monthText } from "#web/i18n/dates.ts";
import type { Words } from "#web/i18n/words.ts";

/** "Oct 2026" or "not checked", under the number on paper. */
export function checkedMonth(words: Words, facts: ListingFacts): string {
  if (facts.checkedOn === null) return words.t("print.not-checked");
  const month = monthText(words, facts.checkedOn);
  return facts.late === true ? words.t("print.checked-late", { month }) : month;
}
