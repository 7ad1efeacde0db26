/** When a service is open, in words: now, the week in lines, and what is not known. */
import type { Opening, ListingFacts } from "#server/contract/listing.ts";
import { openingState } from "#server/domain/opening-hours.ts";
import { clockMinutes, timeText, weekdayText } from "#web/i18n/dates.ts";
import type { Words } from "#web/i18n/words.ts";
import { nextOpening } from "./next-opening.ts";
import { isDayAndNight, weekRows } from "./week.ts";

/** Whether it is open day and night: from the hours, or because the listing says so. */
export function isAlwaysOpen(facts: ListingFacts): boolean {
  if (facts.opening !== null && facts.opening.week.length > 0) return isDayAndNight(facts.opening.week);
  return facts.answers["hours"]?.["24-hours"] === "yes";
}

function withoutHours(words: Words, facts: ListingFacts): string {
  const byAppointment = facts.answers["hours"]?.["appointment-needed"] === "yes";
  return words.t(byAppointment ? "hours.appointment" : "hours.unknown");
}

function closedText(words: Words, opening: Opening, now: Date): string {
  const next = nextOpening(opening, now);
  if (next === null) return words.t("hours.closed-now");
  const time = timeText(words, next.opens);
  if (next.inDays === 0) return words.t("hours.opens-today", { time });
  return words.t("hours.opens-on", { day: weekdayText(words, next.day, true), time });
}

/**
 * The card's one line at a moment: "Open today until 16:30", "Open day and night", "Closed now. Opens Monday at
 * 9:00"; the week where the moment cannot be told; "Hours not known".
 * @param now the caller's clock; null on paper and in copies, which say the week instead
 */
export function hoursLine(words: Words, facts: ListingFacts, now: Date | null): string {
  if (isAlwaysOpen(facts)) return words.t("hours.always");
  const { opening } = facts;
  if (opening === null || opening.week.length === 0) return withoutHours(words, facts);
  if (now === null) return weekLine(words, opening);
  const { open, until } = openingState(opening, now);
  if (open === null) return weekLine(words, opening);
  if (!open) return closedText(words, opening, now);
  const minutes = until === null ? null : clockMinutes(until);
  if (minutes === null) return words.t("hours.open-now");
  return words.t("hours.open-until", { time: timeText(words, minutes) });
}

/** The week in one line, for paper: "Mon–Fri 9:00–16:30, Sat 9:00–12:00". */
export function weekLine(words: Words, opening: Opening): string {
  if (isDayAndNight(opening.week)) return words.t("hours.always");
  return weekRows(words, opening.week)
    .map(({ days, times }) => words.t("hours.line", { days, times }))
    .join(words.t("list.separator"));
}
