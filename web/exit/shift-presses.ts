/** How long a press counts, in milliseconds; each press starts the time again (GOV.UK "Exit this page" 6.3.0). */
export const PRESS_TIME = 5000;
const PRESSES = 3;

export interface ShiftPresses {
  /** A key was let go: its name, and the moment in milliseconds. True when it was the third Shift. */
  keyup(event: { readonly key: string; readonly shiftKey: boolean }, at: number): boolean;
  reset(): void;
  /** Presses so far. */
  readonly count: number;
}

/**
 * Counts Shift pressed alone. Shift as part of Shift+A does not count and any other key starts again, so that
 * typing never leaves.
 */
export function createShiftPresses(): ShiftPresses {
  let count = 0;
  let last = -Infinity;
  let wasModifier = false;
  return {
    get count() {
      return count;
    },
    reset() {
      count = 0;
      last = -Infinity;
      wasModifier = false;
    },
    keyup({ key, shiftKey }, at) {
      if (key !== "Shift") {
        count = 0;
        wasModifier = shiftKey;
        return false;
      }
      if (wasModifier) {
        wasModifier = false;
        return false;
      }
      count = at - last > PRESS_TIME ? 1 : count + 1;
      last = at;
      if (count < PRESSES) return false;
      count = 0;
      return true;
    },
  };
}
