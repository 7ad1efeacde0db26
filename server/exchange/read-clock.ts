/** Times of day as files write them, read only when they can mean one thing. */

export type ClockReading = { time: string; odd?: string } | { reason: string };

/**
 * `HH:MM` on the 24-hour clock from `9:30`, `09:30:00`, `9am`, `4:00 PM`. `13:00pm` is read as 13:00 and called odd;
 * `13:00am` contradicts itself and `12:00am` is written for noon and for midnight alike: neither is read.
 */
export function readClock(text: string): ClockReading {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?(?:Z)?$/iu.exec(
    text.trim(),
  );
  if (!match || (match[2] === undefined && match[3] === undefined))
    return { reason: "it is not a time of day" };
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? "0");
  const half = match[3]?.toLowerCase();
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return { reason: "no clock shows it" };
  if (half === undefined) return { time: clock(hour, minute) };
  if (hour === 0 || hour > 12) {
    return half === "p" && hour > 12
      ? { time: clock(hour, minute), odd: "it says afternoon twice" }
      : { reason: "it contradicts itself" };
  }
  if (hour === 12) {
    return half === "p" ? { time: clock(12, minute) } : { reason: "it could mean noon or midnight" };
  }
  return { time: clock(half === "p" ? hour + 12 : hour, minute) };
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
