import { CRITICAL_FIELDS, type CriticalField } from "#db/vocabulary.ts";
import type { CatalogueListing } from "./catalogue-listing.ts";
import type { PublishingContext } from "./public-places.ts";
import { deadlineOf } from "./risk.ts";

const DAY = 86_400_000;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export interface Freshness {
  /** ISO dates: the last day on which it counts as checked, and the last on which it is shown. */
  readonly dueOn: string;
  readonly hideOn: string;
  /** `due`: to be checked and marked. `over`: past its grace, not shown. */
  readonly state: "fresh" | "due" | "over";
  /** Days past `dueOn`; negative before. */
  readonly late: number;
}

/**
 * How fresh a listing is on a day (curation: freshness): from its last check, or from the day it came in while
 * nobody has checked it, in which case it is due from the start. A check in the future is not believed: a clock was
 * wrong, and somebody should call. The demo never ages.
 */
export function freshnessOf(listing: CatalogueListing, context: PublishingContext, today: string): Freshness {
  const days = deadlineOf(listing, context);
  // East of here it may be tomorrow already.
  const isBelieved = listing.verifiedOn !== null && listing.verifiedOn <= addDays(today, 1);
  const cameOn = listing.cameOn > today ? today : listing.cameOn;
  const dueOn = listing.verifiedOn !== null && isBelieved ? addDays(listing.verifiedOn, days) : cameOn;
  const hideOn = addDays(dueOn, context.deadlines.grace);
  const late = Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY);
  const state = listing.demo || late <= 0 ? "fresh" : today > hideOn ? "over" : "due";
  return { dueOn, hideOn, state, late: listing.demo ? Math.min(late, 0) : late };
}

/** What of a listing was confirmed when: by calls, and by full checks that came with it. */
export interface Confirmation {
  /** ISO date. */
  readonly on: string;
  readonly fields: readonly CriticalField[];
}

/** When each critical field was last confirmed; null: never. */
export function confirmedOn(
  confirmations: readonly Confirmation[],
): Readonly<Record<CriticalField, string | null>> {
  const latest = (field: CriticalField) =>
    confirmations
      .filter(({ fields }) => fields.includes(field))
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null;
  return Object.fromEntries(CRITICAL_FIELDS.map((field) => [field, latest(field)])) as Record<
    CriticalField,
    string | null
  >;
}

/**
 * The day since which all seven critical fields are confirmed: the oldest of their latest confirmations. Null
 * while one of them never was. An edit is no confirmation, so it is not in here.
 */
export function checkedOn(confirmations: readonly Confirmation[]): string | null {
  const dates = Object.values(confirmedOn(confirmations));
  return dates.includes(null) ? null : (dates.filter((date) => date !== null).sort()[0] ?? null);
}
