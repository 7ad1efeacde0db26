const WEEK = /^([A-Z]{2}(?:,[A-Z]{2})*) (\d\d:\d\d)-(\d\d:\d\d)(?: every (\d+) weeks)?$/u;
const DAYS = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))? (?:closed|(\d\d:\d\d)-(\d\d:\d\d))$/u;

/** Rows of `schedules` (cells by column) of hours as our exports write them; null for a part that is none of these. */
export function readHours(text: string): (Record<string, string> | null)[] {
  return text.split("; ").map((part) => {
    const week = WEEK.exec(part);
    if (week !== null) {
      const [, byday = "", opens = "", closes = "", interval = "1"] = week;
      return { freq: "WEEKLY", byday, interval, ...times(opens, closes) };
    }
    const days = DAYS.exec(part);
    if (days === null) return null;
    const [, from = "", to = from, opens, closes] = days;
    const dates = { valid_from: from, valid_to: to };
    return opens === undefined || closes === undefined
      ? { ...dates, description: "Closed" }
      : { ...dates, ...times(opens, closes) };
  });
}

function times(opens: string, closes: string): Record<string, string> {
  if (opens === "00:00" && closes === "24:00") return { whole_day: "true" };
  return closes > opens
    ? { opens_at: opens, closes_at: closes }
    : { opens_at: opens, closes_at: "23:59", closes_next_day_at: closes };
}
