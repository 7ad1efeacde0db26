import { WEEKDAYS } from "#db/vocabulary.ts";
import type { Opening, OpeningSpan } from "#server/contract/listing.ts";

export interface OpeningState {
  /** Null: not known. */
  readonly open: boolean | null;
  /** Local `HH:MM` at which it closes, when it is open and does close within a day; else null. */
  readonly until: string | null;
}

const UNKNOWN: OpeningState = { open: null, until: null };
const CLOSED: OpeningState = { open: false, until: null };
const DAY_MINUTES = 1440;

/**
 * Whether a place is open at a moment, by its own clock. Three-valued: no hours at all, a fortnightly rhythm,
 * or an unknown time zone answer `null`. The moment is an argument; nothing here reads a clock.
 */
export function openingState(opening: Opening | null, at: Date): OpeningState {
  if (opening === null || opening.week.length === 0) return UNKNOWN;
  const local = localTime(at, opening.timeZone);
  if (local === null) return UNKNOWN;

  const today = spansOf(opening, local.date, local.weekday);
  const before = dayBefore(local.date);
  const yesterday = spansOf(opening, before, (local.weekday + 6) % 7);

  for (const span of today.spans) {
    const end = span.closes <= span.opens ? span.closes + DAY_MINUTES : span.closes;
    if (local.minute >= span.opens && local.minute < end) return openUntil(span, end);
  }
  for (const span of yesterday.spans) {
    if (span.closes <= span.opens && local.minute < span.closes) return openUntil(span, span.closes);
  }
  return today.doubtful || yesterday.doubtful ? UNKNOWN : CLOSED;
}

function openUntil(span: OpeningSpan, end: number): OpeningState {
  return {
    open: true,
    until: span.opens === 0 && span.closes === DAY_MINUTES ? null : clock(end % DAY_MINUTES),
  };
}

/** The spans that begin on a local date; `doubtful` when a rhythm other than weekly could add one. */
function spansOf(
  opening: Opening,
  date: string,
  weekday: number,
): { spans: readonly OpeningSpan[]; doubtful: boolean } {
  const exceptions = opening.exceptions.filter((e) => e.from <= date && date <= e.to);
  if (exceptions.length > 0) {
    const spans = exceptions.flatMap((e) =>
      e.opens === null || e.closes === null
        ? []
        : [{ days: 0, opens: e.opens, closes: e.closes, interval: 1 }],
    );
    return { spans, doubtful: false };
  }
  const onThisDay = opening.week.filter((span) => (span.days & (1 << weekday)) !== 0);
  return {
    spans: onThisDay.filter((span) => span.interval === 1),
    doubtful: onThisDay.some((span) => span.interval !== 1),
  };
}

/** Date, weekday (Monday is 0) and minute of the day at a place; null when the time zone is not known here. */
export function localTime(
  at: Date,
  timeZone: string,
): { date: string; weekday: number; minute: number } | null {
  try {
    // en-CA and hour cycle h23 give plain Western digits on every engine; the words are not used.
    const parts = new Intl.DateTimeFormat("en-CA-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(at);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
    const date = `${part("year")}-${part("month")}-${part("day")}`;
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { date, weekday, minute: Number(part("hour")) * 60 + Number(part("minute")) };
  } catch {
    return null;
  }
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Minutes after midnight as `HH:MM`. */
export function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `HH:MM` as minutes after midnight; `24:00` is 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Bits of an opening span's days: Monday is 1. */
export function dayBits(days: readonly string[]): number {
  return days.reduce((bits, day) => bits | (1 << WEEKDAYS.indexOf(day as (typeof WEEKDAYS)[number])), 0);
}
