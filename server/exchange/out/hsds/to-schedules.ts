import { WEEKDAYS } from "#db/vocabulary.ts";
import type { Schedule } from "#server/contract/hsds/parts.ts";
import type { OpeningException, OpeningSpan, PublishedListing } from "#server/contract/listing.ts";
import { nameId } from "./name-id.ts";

const WHOLE_DAY = 1440;
const LAST_MINUTE = "23:59:00";
const DAY_MS = 86_400_000;
/** Days until a check is due again, by risk, as a new directory starts with (curation: freshness). */
const DUE_DAYS = { hotline: 90, shelter: 180, other: 365 } as const;

/**
 * The opening hours of a listing. HSDS knows neither a whole day nor hours over midnight: the first is 00:00–23:59
 * (its own guidance), the second is two schedules, the later one on the next day; our profile's fields say which is
 * meant. A schedule holds until its check is due again (HSDS field guidance).
 */
export function toHsdsSchedules(listing: PublishedListing): Schedule[] {
  const { opening } = listing.facts;
  if (opening === null) return [];
  const common = { iana_time_zone: opening.timeZone };
  const valid = validity(listing);
  const week = opening.week.flatMap(toWeekly).map((part) => ({ ...part, ...valid, ...common }));
  const days = opening.exceptions.map((exception) => ({ ...toExceptional(exception), ...common }));
  return [...week, ...days].map((part, at) => ({ id: nameId(`${listing.id}/schedule/${at}`), ...part }));
}

type Part = Omit<Schedule, "id">;

function toWeekly({ days, opens, closes, interval }: OpeningSpan): Part[] {
  const rule = { freq: "WEEKLY" as const, interval, byday: byday(days) };
  const first = { ...rule, ...toTimes(opens, closes) };
  // Until midnight there is no morning after.
  if (closes > opens || closes === 0) return [first];
  const morning = { opens_at: "00:00:00", closes_at: clock(closes), continues_previous_day: true };
  return [first, { ...rule, byday: byday(nextDays(days)), ...morning }];
}

function toExceptional({ from, to, opens, closes }: OpeningException): Part {
  const dates = { valid_from: from, valid_to: to };
  return opens === null || closes === null
    ? { ...dates, description: "Closed" }
    : { ...dates, ...toTimes(opens, closes) };
}

function toTimes(opens: number, closes: number): Part {
  if (opens === 0 && closes === WHOLE_DAY)
    return { opens_at: "00:00:00", closes_at: LAST_MINUTE, whole_day: true };
  if (closes > opens && closes < WHOLE_DAY) return { opens_at: clock(opens), closes_at: clock(closes) };
  return { opens_at: clock(opens), closes_at: LAST_MINUTE, closes_next_day_at: clock(closes) };
}

function validity({ facts }: PublishedListing): Part {
  if (facts.checkedOn === null) return {};
  const risk =
    facts.answers["delivery"]?.["residential"] === "yes"
      ? "shelter"
      : facts.places.length === 0
        ? "hotline"
        : "other";
  const due = new Date(Date.parse(facts.checkedOn) + DUE_DAYS[risk] * DAY_MS);
  return { valid_from: facts.checkedOn, valid_to: due.toISOString().slice(0, 10) };
}

function byday(days: number): string {
  return WEEKDAYS.filter((_, at) => (days & (1 << at)) !== 0).join(",");
}

/** The bits of the days after these. */
function nextDays(days: number): number {
  return ((days << 1) | (days >> 6)) & 0x7f;
}

/** Minutes after midnight as HH:MM:SS. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
}
