/**
 * Dates and clock times from our own tables: never `Intl`, which would change the calendar (Thai) or the
 * digits (Burmese), or fall back to the browser's language. Whatever comes in is Gregorian, ISO 8601.
 */
import type { Weekday } from "#db/vocabulary.ts";
import { interfaceLanguage } from "./languages.ts";
import type { MessageKey, Words } from "./words.ts";

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

function parts(iso: string): Parts | null {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(iso);
  const month = Number(found?.[2]);
  if (!found || month < 1 || month > 12) return null;
  return { year: Number(found[1]), month, day: found[3] === undefined ? null : Number(found[3]) };
}

const yearIn = (words: Words, year: number): number =>
  year + (interfaceLanguage(words.lang)?.yearOffset ?? 0);
const monthIn = (words: Words, month: number): string => words.t(`month.${month}` as MessageKey);

/**
 * "12 Oct 2026" from an ISO date or moment; "Oct 2026" from a month. Thai: "12 ต.ค. 2569".
 * What is not a date comes back as it is.
 */
export function dateText(words: Words, iso: string): string {
  const date = parts(iso);
  if (!date) return iso;
  if (date.day === null) return monthText(words, iso);
  return words.t("date.day", {
    day: date.day,
    month: monthIn(words, date.month),
    year: yearIn(words, date.year),
  });
}

/** "Oct 2026" from an ISO date, as it stands on paper. */
export function monthText(words: Words, iso: string): string {
  const date = parts(iso);
  if (!date) return iso;
  return words.t("date.month", { month: monthIn(words, date.month), year: yearIn(words, date.year) });
}

/** Short name of a day of the week; `long` in full. */
export function weekdayText(words: Words, day: Weekday, long = false): string {
  return words.t(long ? `weekday.${day}.long` : `weekday.${day}`);
}

/** "16:30" from minutes after midnight (0–1440); in Thai without the "น." that closes a time. */
export function clockText(words: Words, minutes: number): string {
  return words.t("time.clock-bare", {
    h: Math.floor(minutes / 60),
    mm: String(minutes % 60).padStart(2, "0"),
  });
}

/** Minutes after midnight from "16:30" or "16:30:00"; null for anything else. */
export function clockMinutes(clock: string): number | null {
  const found = /^(\d{1,2}):(\d{2})/u.exec(clock);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** A time that stands alone: "16:30", Thai "16.30 น.". */
export function timeText(words: Words, minutes: number): string {
  return words.t("time.clock", { time: clockText(words, minutes) });
}

/** "9:00–16:30", Thai "9.00–16.30 น.". Minutes after midnight. */
export function fromToText(words: Words, opens: number, closes: number): string {
  return words.t("time.from-to", { from: clockText(words, opens), to: clockText(words, closes) });
}

/** Days from one ISO date to another, without clocks or time zones. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}
