/** Rows of `schedules` to opening hours. HSDS has no 24 h and no overnight; what it cannot say plainly is held. */
import { WEEKDAYS, type Weekday } from "#db/vocabulary.ts";
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import { shown } from "../problem-list.ts";
import { readClock } from "../read-clock.ts";
import { readDate, type SlashOrder } from "../read-date.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";

type LocationInput = NonNullable<OrganizationInput["locations"]>[number];
export type ScheduleInput = NonNullable<LocationInput["schedules"]>[number];

/** Schedules that can be read; each of the others goes to the private note and holds the record. */
export function readSchedules(rows: readonly Row[], order: SlashOrder, draft: RecordDraft): ScheduleInput[] {
  return rows.flatMap((row) => {
    draft.held.push(...row.held);
    // Told by the evening before it.
    if (row.cells["continues_previous_day"] === "true") return [];
    const schedule = readSchedule(row, order, draft);
    if (!schedule) draft.keepPrivate(`Hours: ${typed(row)}`);
    return schedule ? [schedule] : [];
  });
}

function readSchedule(row: Row, order: SlashOrder, draft: RecordDraft): ScheduleInput | undefined {
  const dates = readDates(row, order, draft);
  if (!dates) return undefined;
  const times = readTimes(row, draft);
  if (!times) return undefined;
  const description = draft.name(row, "description");
  const common = { ...dates, ...times, ...(description ? { description } : {}) };
  const { freq, byday } = row.cells;
  const isHoliday =
    row.cells["kind"] === "holiday" ||
    (freq === undefined && byday === undefined && dates.validFrom !== undefined);
  if (isHoliday) return { kind: "holiday", ...common };
  const days = (byday ?? "").split(/[,\s]+/u).filter(Boolean);
  if (freq?.toUpperCase() !== "WEEKLY" || days.length === 0 || !days.every(isWeekday)) {
    draft.hold(
      "schedule",
      row,
      freq?.toUpperCase() === "WEEKLY" ? "byday" : "freq",
      `These hours are not weekly ones and were not read: ${shown(typed(row))}.`,
    );
    return undefined;
  }
  const interval = Number(row.cells["interval"] ?? "1");
  if (!Number.isInteger(interval) || interval < 1) {
    draft.hold(
      "schedule",
      row,
      "interval",
      `${shown(row.cells["interval"] ?? "")} is not a number of weeks.`,
    );
    return undefined;
  }
  if (times.opensAt === undefined) {
    draft.hold("schedule", row, "opens_at", "There are days and no times.");
    return undefined;
  }
  return { kind: "regular", days: WEEKDAYS.filter((day) => days.includes(day)), interval, ...common };
}

function readDates(
  row: Row,
  order: SlashOrder,
  draft: RecordDraft,
): { validFrom?: string; validTo?: string } | undefined {
  const dates: { validFrom?: string; validTo?: string } = {};
  for (const [column, key] of [
    ["valid_from", "validFrom"],
    ["valid_to", "validTo"],
  ] as const) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    const reading = readDate(cell, order);
    if (!("date" in reading)) {
      draft.report(reading.level, reading.code, row, column, `${shown(cell)}: ${reading.reason}.`);
      return undefined;
    }
    if (reading.note !== undefined)
      draft.note("date-words", row, column, `${shown(cell)} was read as ${reading.date}: ${reading.note}.`);
    dates[key] = reading.date;
  }
  if (dates.validFrom !== undefined && dates.validTo !== undefined && dates.validTo < dates.validFrom) {
    draft.hold("date-range", row, "valid_to", `It ends on ${dates.validTo}, before it begins.`);
    return undefined;
  }
  return dates;
}

function readTimes(row: Row, draft: RecordDraft): { opensAt?: string; closesAt?: string } | undefined {
  const { opens_at: opens, closes_next_day_at: nextDay } = row.cells;
  if (row.cells["whole_day"] === "true") return { opensAt: "00:00", closesAt: "24:00" };
  const closes = nextDay ?? row.cells["closes_at"];
  if (opens === undefined && closes === undefined) return {};
  const times: string[] = [];
  for (const [column, cell] of [
    ["opens_at", opens],
    ["closes_at", closes],
  ] as const) {
    const reading = cell === undefined ? { reason: "it is missing" } : readClock(cell);
    if ("reason" in reading) {
      draft.hold("time-unclear", row, column, `${shown(cell ?? "")} was not read: ${reading.reason}.`);
      return undefined;
    }
    if (reading.odd !== undefined)
      draft.note(
        "time-odd",
        row,
        column,
        `${shown(cell ?? "")} was read as ${reading.time}: ${reading.odd}.`,
      );
    times.push(reading.time);
  }
  const [opensAt = "", closesAt = ""] = times;
  if (closesAt <= opensAt && nextDay === undefined) {
    // In the afternoon till next morning is a night; anything else is more likely a slip.
    if (!(opensAt >= "15:00" && closesAt <= "12:00")) {
      draft.hold("time-range", row, "closes_at", `It closes at ${closesAt}, before it opens at ${opensAt}.`);
      return undefined;
    }
    draft.note("overnight", row, "closes_at", `It closes at ${closesAt} on the next day.`);
  }
  return { opensAt, closesAt };
}

function isWeekday(text: string): text is Weekday {
  return (WEEKDAYS as readonly string[]).includes(text);
}

function typed(row: Row): string {
  const { byday, freq, valid_from, valid_to, opens_at, closes_at, description } = row.cells;
  return [freq, byday, valid_from, valid_to, opens_at, closes_at, description].filter(Boolean).join(" ");
}
