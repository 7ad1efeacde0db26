/** Columns that keep something from the public, under whatever name a source gives them (data notes, finding 3). */

/** What a guarding column asks for. */
export type Guard = "private" | "inactive" | "do-not-refer";

const PATTERNS: readonly [guard: Guard, name: RegExp][] = [
  ["do-not-refer", /do_?not_?refer|no_?referrals?$|dnr$/iu],
  ["inactive", /^(?:is_?)?(?:inactive|closed|disabled|archived|deleted)$|^active$|^is_?active$/iu],
  [
    "private",
    /confidential|private|privacy|undisclosed|exclude|do_?not_?publish|hidden|suppress|internal_?only|^(?:is_?)?public$/iu,
  ],
];

/** The guard that a column's name speaks of, or undefined. */
export function guardOf(column: string): Guard | undefined {
  const name = column.trim().replaceAll(/[\s-]+/gu, "_");
  return PATTERNS.find(([, pattern]) => pattern.test(name))?.[0];
}

/**
 * Whether a cell of a guarding column sets it. Blank says nothing, so it is not “public”: the ordinary rules stand.
 * `active` and `public` guard when they say no.
 */
export function isGuarded(column: string, value: string): boolean {
  const said = value.trim().toLowerCase();
  if (said === "") return false;
  const no = ["0", "false", "no", "n", "f", "off", "none"].includes(said);
  return /^(?:is[_ ]?)?(?:active|public)$/iu.test(column.trim()) ? no : !no;
}
