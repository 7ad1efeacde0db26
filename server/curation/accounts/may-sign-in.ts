import type { CuratorRow } from "#db/schema/catalogue/index.ts";

/** Whether an account still stands: not disabled, and not past its last day. */
export function mayStillSignIn(who: Pick<CuratorRow, "disabled" | "endsOn">, now: Date): boolean {
  return !who.disabled && (who.endsOn === null || who.endsOn >= now.toISOString().slice(0, 10));
}
