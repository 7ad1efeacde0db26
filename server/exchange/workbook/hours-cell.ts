/** Weekly hours as a person types them into one cell: `Mon-Fri 09:00-17:00; Sat 09:00-12:00`. */
import { WEEKDAYS, type Weekday } from "#db/vocabulary.ts";
import type { ScheduleForm } from "#server/contract/curate/listing-form.ts";
import { CellError, listOf } from "./cell-words.ts";

const NAMES: Readonly<Record<Weekday, string>> = {
  MO: "Mon",
  TU: "Tue",
  WE: "Wed",
  TH: "Thu",
  FR: "Fri",
  SA: "Sat",
  SU: "Sun",
};
export const HOURS_HELP = "Mon-Fri 09:00-17:00; Sat 09:00-12:00";

/** Plain weekly hours. Holidays, other rhythms and periods are not told in a cell, and stay as they are. */
export const isWeekly = ({ kind, interval, validFrom, validTo }: ScheduleForm): boolean =>
  kind === "regular" && interval === 1 && validFrom === null && validTo === null;

/** The weekly hours of a listing in a cell; empty when there are none. */
export function writeHours(schedules: readonly ScheduleForm[]): string {
  return schedules
    .filter(isWeekly)
    .map(({ byday, opensAt, closesAt }) =>
      opensAt === null || closesAt === null
        ? `${writeDays(byday)} closed`
        : `${writeDays(byday)} ${opensAt}-${closesAt}`,
    )
    .join("; ");
}

/** Days with runs of three and more drawn together: `Mon-Fri`, `Mon, Wed`. */
function writeDays(days: readonly Weekday[]): string {
  const at = WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));
  const runs: number[][] = [];
  for (const index of at) {
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  const name = (index: number | undefined) => NAMES[WEEKDAYS[index ?? 0] ?? "MO"];
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}-${name(run.at(-1))}` : run.map(name).join(", ")))
    .join(", ");
}

/** Reads what `writeHours` writes, and what people make of it. Throws `CellError`. */
export function readHours(text: string): ScheduleForm[] {
  return listOf(text).map((part) => {
    const found =
      /^(.*?)\s*(?:(\d{1,2}[:.]\d{2})\s*[-–]\s*(\d{1,2}[:.]\d{2})|(closed|24 ?h(?:ours)?))$/iu.exec(part);
    if (found === null) throw new CellError(`Write hours like this: ${HOURS_HELP}.`);
    const [, days = "", opens, closes, word] = found;
    const whole = word !== undefined && word.toLowerCase() !== "closed";
    return {
      kind: "regular",
      byday: readDays(days),
      opensAt: whole ? "00:00" : opens === undefined ? null : readTime(opens),
      closesAt: whole ? "24:00" : closes === undefined ? null : readTime(closes),
      interval: 1,
      validFrom: null,
      validTo: null,
    };
  });
}

function readDays(text: string): Weekday[] {
  const bare = text.replace(/:$/u, "").trim();
  if (/^(?:daily|every day)?$/iu.test(bare)) return [...WEEKDAYS];
  const days = new Set<Weekday>();
  for (const part of bare.split(",")) {
    const [from = "", to] = part.split(/[-–]/u);
    const first = readDay(from);
    const last = to === undefined ? first : readDay(to);
    for (let at = first; ; at = (at + 1) % 7) {
      const day = WEEKDAYS[at];
      if (day !== undefined) days.add(day);
      if (at === last) break;
    }
  }
  return WEEKDAYS.filter((day) => days.has(day));
}

function readDay(text: string): number {
  const word = text.trim().slice(0, 3).toLowerCase();
  const at = WEEKDAYS.findIndex((day) => NAMES[day].toLowerCase() === word || day.toLowerCase() === word);
  if (at === -1) throw new CellError(`A day is missing. Write hours like this: ${HOURS_HELP}.`);
  return at;
}

function readTime(text: string): string {
  const [hour = "", minute = ""] = text.split(/[:.]/u);
  const clock = `${hour.padStart(2, "0")}:${minute}`;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(clock))
    throw new CellError(`There is no such time of day. Write hours like this: ${HOURS_HELP}.`);
  return clock;
}
