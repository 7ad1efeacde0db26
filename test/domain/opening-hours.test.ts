import { describe, expect, test } from "vitest";
import type { Opening } from "#server/contract/listing.ts";
import { openingState } from "#server/domain/opening-hours.ts";

const WEEKDAYS = 0b0011111;
const EVERY_DAY = 0b1111111;
const week = (...spans: [days: number, opens: number, closes: number, interval?: number][]): Opening => ({
  timeZone: "Asia/Bangkok",
  week: spans.map(([days, opens, closes, interval]) => ({ days, opens, closes, interval: interval ?? 1 })),
  exceptions: [],
});
/** A moment by the clock in Bangkok (UTC+7, no summer time). 18 November 2026 is a Wednesday. */
const bangkok = (local: string) => new Date(`${local}:00+07:00`);

describe("open at a moment, by the clock of the place", () => {
  const office = week([WEEKDAYS, 540, 1020]);
  const night = week([EVERY_DAY, 1320, 360]);
  const always = week([EVERY_DAY, 0, 1440]);

  test.each([
    ["an office on Wednesday at nine", office, "2026-11-18T09:00", true, "17:00"],
    ["an office a minute before it opens", office, "2026-11-18T08:59", false, null],
    ["an office at the minute it closes", office, "2026-11-18T17:00", false, null],
    ["an office on Sunday", office, "2026-11-22T10:00", false, null],
    ["a night house before midnight", night, "2026-11-18T23:30", true, "06:00"],
    ["a night house after midnight", night, "2026-11-19T05:59", true, "06:00"],
    ["a night house by day", night, "2026-11-19T12:00", false, null],
    ["day and night", always, "2026-11-22T03:00", true, null],
    [
      "two shifts, in the gap",
      week([EVERY_DAY, 540, 720], [EVERY_DAY, 780, 1020]),
      "2026-11-18T12:30",
      false,
      null,
    ],
    ["Friday's night runs into Saturday", week([0b0010000, 1320, 120]), "2026-11-21T01:00", true, "02:00"],
  ])("%s", (_name, opening, local, open, until) => {
    expect(openingState(opening, bangkok(local))).toEqual({ open, until });
  });

  test("hours that nobody told, an unknown time zone and a fortnightly day are not known", () => {
    const at = bangkok("2026-11-18T10:00");
    expect(openingState(null, at).open).toBeNull();
    expect(openingState(week(), at).open).toBeNull();
    expect(openingState({ ...office, timeZone: "Nowhere/Land" }, at).open).toBeNull();
    expect(openingState(week([EVERY_DAY, 540, 1020, 2]), at).open).toBeNull();
  });

  test("a holiday closes a day that is otherwise open, or gives it other hours", () => {
    const holiday = {
      ...office,
      exceptions: [{ from: "2026-11-18", to: "2026-11-19", opens: null, closes: null }],
    };
    expect(openingState(holiday, bangkok("2026-11-18T10:00")).open).toBe(false);
    expect(openingState(holiday, bangkok("2026-11-20T10:00")).open).toBe(true);
    const short = {
      ...office,
      exceptions: [{ from: "2026-11-18", to: "2026-11-18", opens: 540, closes: 600 }],
    };
    expect(openingState(short, bangkok("2026-11-18T09:30"))).toEqual({ open: true, until: "10:00" });
  });
});
