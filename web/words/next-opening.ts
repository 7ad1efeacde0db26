/** When a place that is closed opens again, by its own clock. */
import { WEEKDAYS, type Weekday } from "#db/vocabulary.ts";
import type { Opening } from "#server/contract/listing.ts";
import { localTime } from "#server/domain/opening-hours.ts";

export interface NextOpening {
  readonly day: Weekday;
  /** 0 is today. */
  readonly inDays: number;
  /** Minutes after local midnight. */
  readonly opens: number;
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The next opening within seven days. Null when none is sure: no hours, another rhythm than weekly, days that
 * differ from the week on the way, or a time zone that is not known here.
 */
export function nextOpening(opening: Opening, now: Date): NextOpening | null {
  const local = localTime(now, opening.timeZone);
  if (local === null || opening.week.some((span) => span.interval !== 1)) return null;
  for (let inDays = 0; inDays <= 7; inDays += 1) {
    const date = dayAfter(local.date, inDays);
    if (opening.exceptions.some((exception) => exception.from <= date && date <= exception.to)) return null;
    const index = (local.weekday + inDays) % 7;
    const day = WEEKDAYS[index];
    const opens = opening.week
      .filter((span) => (span.days & (1 << index)) !== 0)
      .map((span) => span.opens)
      .filter((minute) => inDays > 0 || minute > local.minute);
    if (day !== undefined && opens.length > 0) return { day, inDays, opens: Math.min(...opens) };
  }
  return null;
}
