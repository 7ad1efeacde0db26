import type { CallOutcome } from "#db/vocabulary.ts";

/** One try to reach a service. */
export interface Attempt {
  /** ISO moment. */
  readonly at: string;
  readonly outcome: CallOutcome;
}

/** Days on which nobody answered, after which a service counts as unreachable. */
export const DAYS_UNANSWERED = 3;
/** A wrong number needs no third try. */
const WRONG_NUMBERS = 2;

/**
 * Tries since somebody was last reached, and whether the service counts as unreachable (curation: "non-contact
 * attempts log"): no answer on three different days, or twice a wrong number. Who asked to be rung back was reached.
 */
export function unansweredTries(attempts: readonly Attempt[]): { tries: number; unreachable: boolean } {
  const newest = [...attempts].sort((a, b) => b.at.localeCompare(a.at));
  const end = newest.findIndex(({ outcome }) => outcome === "reached" || outcome === "call-back");
  const open = end < 0 ? newest : newest.slice(0, end);
  const days = new Set(open.map(({ at }) => at.slice(0, 10)));
  const wrong = open.filter(({ outcome }) => outcome === "wrong-number").length;
  return { tries: open.length, unreachable: days.size >= DAYS_UNANSWERED || wrong >= WRONG_NUMBERS };
}
