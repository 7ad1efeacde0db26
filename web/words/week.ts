/** A week of opening spans as rows: days with the same hours share one. */
import { WEEKDAYS } from "#db/vocabulary.ts";
import type { OpeningSpan } from "#server/contract/listing.ts";
import { fromToText, weekdayText } from "#web/i18n/dates.ts";
import { listText } from "#web/i18n/lists.ts";
import type { Words } from "#web/i18n/words.ts";

export interface WeekRow {
  readonly days: string;
  readonly times: string;
}

const ALL_DAYS = 0b111_1111;
const WHOLE_DAY = 1440;

const isWholeDay = (span: OpeningSpan): boolean => span.opens === 0 && span.closes === WHOLE_DAY;

/** Whether the spans cover all seven days whole, each week. */
export function isDayAndNight(week: readonly OpeningSpan[]): boolean {
  const days = week
    .filter((span) => isWholeDay(span) && span.interval === 1)
    .reduce((bits, span) => bits | span.days, 0);
  return days === ALL_DAYS;
}

/** Runs of days that follow one another: Monday to Friday, then Sunday. Indexes of WEEKDAYS. */
function runsOf(bits: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let day = 0; day < WEEKDAYS.length; day += 1) {
    if ((bits & (1 << day)) === 0) continue;
    const last = runs[runs.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

const dayName = (words: Words, index: number): string => {
  const day = WEEKDAYS[index];
  return day === undefined ? "" : weekdayText(words, day);
};

/** "Mon–Fri", "Tue, Thu, Sat", "Every day". Monday is bit 1; three days in a row make a range. */
export function daysText(words: Words, bits: number): string {
  if (bits === ALL_DAYS) return words.t("hours.every-day");
  const names = runsOf(bits).flatMap(([from, to]) => {
    if (to - from >= 2) {
      return [words.t("list.range", { from: dayName(words, from), to: dayName(words, to) })];
    }
    return from === to ? [dayName(words, from)] : [dayName(words, from), dayName(words, to)];
  });
  return listText(words, names);
}

function timesText(words: Words, spans: readonly OpeningSpan[]): string {
  const times = spans.map((span) =>
    isWholeDay(span) ? words.t("hours.all-day") : fromToText(words, span.opens, span.closes),
  );
  const often = spans.some((span) => span.interval !== 1) ? [words.t("hours.not-every-week")] : [];
  return listText(words, [...times, ...often]);
}

const firstDay = (spans: readonly OpeningSpan[]): number =>
  runsOf(spans[0]?.days ?? 0)[0]?.[0] ?? WEEKDAYS.length;

/** Rows in the order of the week; several spans on the same days stand in one row, in the order of the day. */
export function weekRows(words: Words, week: readonly OpeningSpan[]): WeekRow[] {
  const byDays = new Map<string, OpeningSpan[]>();
  for (const span of [...week].sort((a, b) => a.opens - b.opens)) {
    const key = `${span.days}/${span.interval}`;
    byDays.set(key, [...(byDays.get(key) ?? []), span]);
  }
  return [...byDays.values()]
    .sort((a, b) => firstDay(a) - firstDay(b))
    .map((spans) => ({ days: daysText(words, spans[0]?.days ?? 0), times: timesText(words, spans) }));
}
