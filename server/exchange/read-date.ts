/** Dates as files write them. Nothing is guessed: what could be read in two ways is not read. */
import type { ProblemLevel } from "./read-result.ts";

export type DateReading =
  | { date: string; note?: string }
  | { level: ProblemLevel; code: string; reason: string };

/** How dates with slashes are written; ISO dates are read everywhere. */
export type SlashOrder = "month-first" | "unknown";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
/** Earlier years are placeholders in the files met so far (`January 01, 0001`). */
const FIRST_YEAR = 1800;

/**
 * A date as `YYYY-MM-DD`, or why not. A date that no calendar has is an error; a year of two digits, an unbelievable
 * year, or an order of day and month that cannot be known is held. A month in English words is read and noted.
 */
export function readDate(text: string, order: SlashOrder): DateReading {
  const value = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/u.exec(value);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const words = /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$/u.exec(value) ?? flipped(value);
  if (words) {
    const month = monthOf(words[1] ?? "");
    if (month === 0) return impossible();
    const reading = calendar(Number(words[3]), month, Number(words[2]));
    return "date" in reading ? { ...reading, note: "the month is written in words" } : reading;
  }

  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u.exec(value);
  if (!parts) return impossible();
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  if (parts[3]?.length === 2) {
    if (!isDay(a, b) && !isDay(b, a)) return impossible();
    return order === "month-first" && !isDay(a, b)
      ? impossible()
      : { level: "held", code: "date-two-digit-year", reason: "the year has two digits" };
  }
  const year = Number(parts[3]);
  if (order === "month-first" || !isDay(b, a)) return calendar(year, a, b);
  if (!isDay(a, b) || a === b) return calendar(year, b, a);
  return { level: "held", code: "date-order", reason: "day and month could be either way round" };
}

function flipped(value: string): [string, string, string, string] | null {
  const match = /^(\d{1,2}) ([A-Za-z]+)\.? (\d{4})$/u.exec(value);
  return match ? [value, match[2] ?? "", match[1] ?? "", match[3] ?? ""] : null;
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower.length < 3) return 0;
  return MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1;
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function impossible(): DateReading {
  return { level: "error", code: "date", reason: "no calendar has this date" };
}

function calendar(year: number, month: number, day: number): DateReading {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
  ];
  const last = [...days, 30, 31][month - 1];
  if (last === undefined || day < 1 || day > last) return impossible();
  if (year < FIRST_YEAR) return { level: "held", code: "date-year", reason: "the year cannot be right" };
  return { date: `${year}-${pad(month)}-${pad(day)}` };
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
