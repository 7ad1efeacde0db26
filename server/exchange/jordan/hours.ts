/** Days and hours of the UNHCR Jordan set; a schedule comes out only when days and both times are sure. */
import type { Weekday } from "#db/vocabulary.ts";
import { readClock } from "../read-clock.ts";
import type { Question } from "./coded-values.ts";
import { lookUp } from "../look-up.ts";

export interface HoursReading {
  schedule?: { days: Weekday[]; opensAt: string; closesAt: string };
  /** Values that were found odd: read, or not read. */
  odd: { question: "opens" | "closes"; value: string; reason: string; read: boolean }[];
}

const DAYS: Readonly<Record<string, Weekday[]>> = {
  "Sun-Thurs": ["MO", "TU", "WE", "TH", "SU"],
  "Mon-Thurs  and Sat": ["MO", "TU", "WE", "TH", "SA"],
  "Mondays only": ["MO"],
  "Tuesdays only": ["TU"],
  "Thursdays only": ["TH"],
  "Saturdays only": ["SA"],
  "Sundays only": ["SU"],
};
const ALL_DAYS: Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Weekly hours, when the service runs every week and its days and times are said once and clearly. */
export function readHours(agreed: Partial<Record<Question, readonly string[]>>): HoursReading {
  const odd: HoursReading["odd"] = [];
  const opens = readTimes("opens", agreed.opens ?? [], odd);
  const closes = readTimes("closes", agreed.closes ?? [], odd);
  const [open, close] = [single(opens), single(closes)];
  if (open === "always" && close === "always") {
    return { schedule: { days: ALL_DAYS, opensAt: "00:00", closesAt: "24:00" }, odd };
  }
  const days = agreed.days?.length === 1 ? lookUp(DAYS, agreed.days[0] ?? "") : undefined;
  const often = agreed.availability ?? [];
  // “Every Day” with one weekday contradicts itself, and rarer services have no weekly hours.
  const weekly =
    often.length === 0 ||
    often.includes("Every Day") ||
    (often.includes("Once a week") && days?.length === 1);
  const contradicts = often.includes("Every Day") && days?.length === 1;
  if (!days || !weekly || contradicts || open === undefined || close === undefined) return { odd };
  if (open === "always" || close === "always") return { odd };
  if (close <= open) {
    odd.push({ question: "closes", value: close, reason: "it closes before it opens", read: false });
    return { odd };
  }
  return { schedule: { days, opensAt: open, closesAt: close }, odd };
}

function readTimes(
  question: "opens" | "closes",
  values: readonly string[],
  odd: HoursReading["odd"],
): string[] {
  if (values.length > 1) {
    odd.push({ question, value: values.join(", "), reason: "there is more than one time", read: false });
    return values.map(() => "");
  }
  return values.map((value) => {
    if (value === "Always open" || value === "Never closed") return "always";
    const reading = readClock(value.replace(/^Close at /u, ""));
    if ("reason" in reading) {
      odd.push({ question, value, reason: reading.reason, read: false });
      return "";
    }
    if (reading.odd !== undefined) odd.push({ question, value, reason: reading.odd, read: true });
    return reading.time;
  });
}

function single(times: readonly string[]): string | undefined {
  const [time] = times;
  return times.length === 1 && time !== "" ? time : undefined;
}
