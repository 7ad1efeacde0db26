import { max } from "drizzle-orm";
import { audit } from "#db/schema/catalogue/index.ts";
import type { Catalogue } from "#db/stores.ts";

const DAY_MS = 86_400_000;
/** A directory in which nothing happened for longer than this was switched off, or the clock is wrong. */
const JUMP_MS = 30 * DAY_MS;

export interface ClockWatch {
  /** What is odd about the clock, for whoever started the process; null: nothing. */
  readonly odd: string | null;
  /** Whether deadlines may hide listings: not in the first day after the clock has jumped. */
  mayHide(now: Date): boolean;
}

/**
 * A clock that is years ahead would hide every listing at once. `newest` is the last moment that is known to have
 * been (null: none), `uptime` the milliseconds that this process has run, from a clock that nobody sets. After a jump
 * deadlines wait a day: long enough for a clock to be put right, and for an honest pause harmless.
 */
export function watchClock(newest: Date | null, now: Date, uptime: () => number): ClockWatch {
  const ahead = newest === null ? 0 : now.getTime() - newest.getTime();
  let jumpedAt = ahead > JUMP_MS ? uptime() : null;
  let expected = now.getTime() - uptime();
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  return {
    odd:
      newest === null || (ahead <= JUMP_MS && ahead >= -DAY_MS)
        ? null
        : `The clock of this machine says ${day(now)}, and the last entry in the directory is of ${day(newest)}. If the clock is wrong, set it.${ahead > 0 ? " Listings whose time is over are hidden in a day." : ""}`,
    mayHide(moment) {
      const begun = moment.getTime() - uptime();
      // Set while the process ran.
      if (begun - expected > JUMP_MS) jumpedAt = uptime();
      // Put right: what was odd is over.
      else if (expected - begun > JUMP_MS) jumpedAt = null;
      expected = begun;
      return jumpedAt === null || uptime() - jumpedAt >= DAY_MS;
    },
  };
}

/** The moment of the newest entry in the history; null: there is none. */
export async function newestEntry(catalogue: Catalogue): Promise<Date | null> {
  const [row] = await catalogue.select({ at: max(audit.at) }).from(audit);
  const at = new Date(row?.at ?? "");
  return Number.isNaN(at.getTime()) ? null : at;
}
