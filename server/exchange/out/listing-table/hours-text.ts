import { WEEKDAYS } from "#db/vocabulary.ts";
import type { Opening } from "#server/contract/listing.ts";

/** Opening hours in one cell: `MO,TU 09:00-17:00; 2026-12-05 closed`. Undefined when they are not known. */
export function hoursText(opening: Opening | null): string | undefined {
  if (opening === null) return undefined;
  const week = opening.week.map(({ days, opens, closes, interval }) => {
    const named = WEEKDAYS.filter((_, at) => (days & (1 << at)) !== 0).join(",");
    const weeks = interval === 1 ? "" : ` every ${interval} weeks`;
    return `${named} ${clock(opens)}-${clock(closes)}${weeks}`;
  });
  const exceptions = opening.exceptions.map(({ from, to, opens, closes }) => {
    const days = from === to ? from : `${from}/${to}`;
    return opens === null || closes === null ? `${days} closed` : `${days} ${clock(opens)}-${clock(closes)}`;
  });
  const parts = [...week, ...exceptions];
  return parts.length === 0 ? undefined : parts.join("; ");
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
