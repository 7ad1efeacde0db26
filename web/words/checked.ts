/** When a listing was last checked, by whom it was not, and where its facts come from. */
import type { ListingFacts } from "#server/contract/listing.ts";
import { dateText } from "#web/i18n/dates.ts";
import type { Words } from "#web/i18n/words.ts";

interface Source {
  readonly name: string;
  readonly date: string | null;
}

/** "Taken from the ministry, 3 Nov 2026." */
export function sourceText(words: Words, source: Source): string {
  if (source.date === null) return words.t("checked.taken-from", { source: source.name });
  return words.t("checked.taken-from-on", { source: source.name, date: dateText(words, source.date) });
}

/**
 * "Checked 12 Oct 2026", "Not yet checked by us", or for a number from a named source that nobody here has
 * called "Real number, not yet checked by us. Taken from …".
 */
export function checkedLine(words: Words, facts: ListingFacts, source: Source | null = null): string {
  if (facts.checkedOn !== null) {
    const key = facts.late === true ? "checked.on-late" : "checked.on";
    return words.t(key, { date: dateText(words, facts.checkedOn) });
  }
  const text = words.t(facts.starter ? "checked.starter" : "checked.not-yet");
  return facts.starter && source ? `${text} ${sourceText(words, source)}` : text;
}
