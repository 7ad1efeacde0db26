/** The opening days of a listing, in rows and sentences. They come with the later screens. */
import type { Opening } from "#server/contract/listing.ts";
import { dateText, fromToText } from "#web/i18n/dates.ts";
import type { Words } from "#web/i18n/words.ts";
import { weekRows, type WeekRow } from "./week.ts";

/** The week in rows of days and times: "Mon–Fri" and "9:00–16:30". Empty when nothing is known. */
export function weekLines(words: Words, opening: Opening | null): WeekRow[] {
  return opening === null ? [] : weekRows(words, opening.week);
}

/** Days that differ from the week and are not over: "Closed on 31 Dec 2026". `today` is an ISO date. */
export function exceptionLines(words: Words, opening: Opening | null, today: string): string[] {
  return (opening?.exceptions ?? [])
    .filter((exception) => exception.to >= today)
    .map(({ from, to, opens, closes }) => {
      const date = dateText(words, from);
      if (opens !== null && closes !== null) {
        return words.t("hours.other-on", { date, time: fromToText(words, opens, closes) });
      }
      if (from === to) return words.t("hours.closed-on", { date });
      return words.t("hours.closed-from", { from: date, to: dateText(words, to) });
    });
}
