/** How long an edition may be relied on before somebody checks again. */
export const MONTHS_VALID = 3;

/** ISO date some months later, the last day of the month where that has fewer days. */
export function monthsAfter(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
